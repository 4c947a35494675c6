import { isGiven, type Denial } from './denial'

/** What goes out, before it does: how CloudCard words it is not known, what it is told is. */
export function DenialPreview({ denial, whom }: { denial: Denial; whom: string }) {
  const { reasons, otherReason, note } = denial
  return (
    <div className="rounded-control bg-canvas px-3 py-2 text-xs">
      <h3 className="text-text-2 wrap-anywhere">E-mail preview, to {whom}</h3>
      {isGiven(denial) ? (
        <>
          {reasons.length > 0 && <p>Denied for: {reasons.join(', ')}</p>}
          {otherReason.trim() && <p className="wrap-anywhere">Other reason: {otherReason}</p>}
          {note.trim() && <p className="wrap-anywhere whitespace-pre-wrap">Note: {note}</p>}
        </>
      ) : (
        <p>Nothing to send yet.</p>
      )}
    </div>
  )
}

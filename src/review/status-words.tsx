import { useNotices } from './notice'

/**
 * What was just pressed did, or why it did nothing: lines of their own above the buttons that decide, so that they cover
 * nothing. The room for one is always there; more push what is above them up, and no button aside.
 *
 * @param other what is said else, and stays
 */
export function StatusWords({ other }: { other: string }) {
  const seen = useNotices().filter(({ isOnlyHeard, text }) => !isOnlyHeard && text !== other)
  return (
    <div
      aria-hidden="true"
      className="min-h-5.5 shrink-0 border-t border-line bg-surface px-4 py-0.5 text-xs wrap-anywhere text-text"
    >
      {other && <p>{other}</p>}
      {seen.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  )
}

/**
 * The same for those who hear it; each line once, when it comes.
 *
 * @param place what is shown, which stays
 */
export function HeardWords({ other, place = '' }: { other: string; place?: string }) {
  return (
    <p role="status" aria-atomic="false" className="sr-only">
      <span key={`place ${place}`}>{place}</span> <span key={`other ${other}`}>{other}</span>{' '}
      {useNotices().map(({ key, text }) => (
        <span key={key}>{text} </span>
      ))}
    </p>
  )
}

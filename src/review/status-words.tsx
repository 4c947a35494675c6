import { useNotice } from './notice'

/**
 * What was just pressed did, or why it did nothing: a line over the foot of what stands above the decisions, gone soon. It is
 * heard in the status line of its page.
 *
 * @param other what is said else
 */
export function StatusWords({ other }: { other: string }) {
  const notice = useNotice()
  const text = notice.isOnlyHeard ? other : notice.text || other
  return (
    <div aria-hidden="true" className="relative h-0 shrink-0">
      {text && (
        <p className="absolute inset-x-0 bottom-0 z-1 border-t border-line bg-canvas px-4 py-1 text-xs text-text">
          {text}
        </p>
      )}
    </div>
  )
}

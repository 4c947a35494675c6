import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import { counted } from '../../base/words'

const number = (count: number) => count.toLocaleString('en')

/** What pressing the button does: only photos that were looked at are decided. */
export function decideWords(does: string, ready: number, ticked: number): string {
  if (ready === ticked) return `${does} ${counted(ticked, 'photo')}`
  return ready === 0 ? `${does} those looked at` : `${does} the ${number(ready)} looked at`
}

/** What is still to be looked at, and how; then the buttons. */
export function BulkFoot({
  ready,
  ticked,
  otherHost,
  children,
}: {
  ready: number
  ticked: number
  /** Has the pictures, where it is not our own: the browser shows them, and tells nothing of what is on them. */
  otherHost: string | null
  children?: ReactNode
}) {
  const others = ready === 0 ? number(ticked) : `the other ${number(ticked - ready)}`
  return (
    <div className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2">
      {ready < ticked ? (
        <p className="min-w-0 flex-1 basis-64">
          <span className="font-semibold">Scroll to look at {others}.</span>{' '}
          <span className="text-text-2">
            A photo counts once most of it has been on the screen for a moment.
          </span>
        </p>
      ) : (
        ticked > 0 && (
          <p className="flex min-w-0 flex-1 basis-64 items-center gap-2 text-text-2">
            <Icon name="check" className="size-4 shrink-0" />
            <span>
              All of them looked at.
              {otherHost !== null && (
                <> Loupe can't tell whether a picture from {otherHost} is blank, so look out for those.</>
              )}
            </span>
          </p>
        )
      )}
      {children && <div className="ml-auto flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}

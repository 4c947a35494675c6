import type { ReactNode } from 'react'
import { useSecondsLeft } from '../ui/use-seconds-left'
import { onMeantPress } from './meant-press'

/**
 * Shrinks with the seconds that are left, which stand beside it; second by second, since a line that moves all the time
 * takes a frame from each next photo.
 */
export function CountdownLine({
  decidedAt,
  endsAt,
  isPaused,
}: {
  decidedAt: number
  endsAt: number
  isPaused: boolean
}) {
  const share = (useSecondsLeft(endsAt, isPaused) * 1000) / (endsAt - decidedAt)
  return (
    <span
      aria-hidden="true"
      className="absolute inset-x-0 top-[-1px] h-0.5 origin-left bg-accent"
      style={{ transform: `scaleX(${Math.min(1, share)})` }}
    />
  )
}

export function TrayButton({
  onClick,
  label,
  children,
}: {
  onClick: () => void
  label?: string
  children: ReactNode
}) {
  return (
    <button
      type="button"
      title={label}
      onClick={onMeantPress(onClick)}
      className="flex h-8 shrink-0 items-center gap-2 rounded-control border border-line-2 bg-surface px-3 hover:bg-hover"
    >
      {children}
    </button>
  )
}

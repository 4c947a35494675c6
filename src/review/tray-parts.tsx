import { useState, type ReactNode } from 'react'

/** Shrinks with the time that is left; the seconds say the same. */
export function CountdownLine({
  decidedAt,
  endsAt,
  isPaused,
}: {
  decidedAt: number
  endsAt: number
  isPaused: boolean
}) {
  const [passed] = useState(() => Date.now() - decidedAt)
  return (
    <span
      aria-hidden="true"
      className="countdown absolute inset-x-0 top-[-1px] h-0.5 bg-accent"
      style={{
        animationDuration: `${endsAt - decidedAt}ms`,
        animationDelay: `${-passed}ms`,
        animationPlayState: isPaused ? 'paused' : 'running',
      }}
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
      onClick={onClick}
      className="flex h-8 shrink-0 items-center gap-2 rounded-control border border-line-2 bg-surface px-3 hover:bg-hover"
    >
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'

const shapes = {
  loupe: (
    <>
      <circle cx="8" cy="8" r="6.25" strokeWidth="1.75" />
      <circle cx="8" cy="8" r="1.75" fill="currentColor" stroke="none" />
    </>
  ),
  search: <path d="M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4L14 14" />,
  refresh: <path d="M13.2 6.5A5.5 5.5 0 1 0 13.5 8M13.5 2.8v3.7H9.8" />,
  check: <path d="m3 8.5 3.25 3.25L13 5" />,
  close: <path d="m3.5 3.5 9 9m0-9-9 9" />,
  previous: <path d="M10 3 5 8l5 5" />,
  next: <path d="m6 3 5 5-5 5" />,
  first: <path d="M4 3v10M12 3 7 8l5 5" />,
  last: <path d="M12 3v10M4 3l5 5-5 5" />,
  pause: <path d="M5.5 3.5v9m5-9v9" />,
  play: <path d="M5 3.5v9l7-4.5-7-4.5Z" />,
  undo: <path d="M3 6.5h6.5a3.25 3.25 0 0 1 0 6.5H6M3 6.5l3-3m-3 3 3 3" />,
  plus: <path d="M8 3v10M3 8h10" />,
  'arrow-up': <path d="M8 13V3M4 7l4-4 4 4" />,
  'arrow-down': <path d="M8 3v10m4-4-4 4-4-4" />,
  filter: <path d="M2 4.5h12M4.5 8h7m-4.5 3.5h2" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  grid: <path d="M2.5 2.5h4v4h-4zm7 0h4v4h-4zm-7 7h4v4h-4zm7 0h4v4h-4z" />,
  document: <path d="M9 1.75H4.5a1 1 0 0 0-1 1v10.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-8L9 1.75Zm0 0v3.5h3.5" />,
  warning: <path d="M8 2 1.5 13.5h13L8 2Zm0 4.5v3.25m0 1.9v.1" />,
  picture: (
    <path d="M2 3.75a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-8.5Zm0 7 3.5-3.5 4 4L11 9.75l3 3M10.5 6.1v.1" />
  ),
  question: (
    <path d="M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM6.25 6.25A1.8 1.8 0 0 1 8 4.75c1 0 1.75.65 1.75 1.55C9.75 7.75 8 7.75 8 9.25m0 2v.1" />
  ),
  external: <path d="M9.5 2.5h4v4m0-4L8 8M12 9.5v3a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h3" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A picture beside a word, hidden from screen readers: the word or the name of the control says it. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return <LineDrawing className={className}>{shapes[name]}</LineDrawing>
}

/** A small drawing beside a word, on a 16 grid with a 1.5 line and round ends; hidden from screen readers. */
export function LineDrawing({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      {children}
    </svg>
  )
}

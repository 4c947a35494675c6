import type { ComponentProps, ReactNode } from 'react'

/** A column of the photo page. Focusable, so that what does not fit can be scrolled to with the keyboard alone. */
export function Column({ className, ...section }: ComponentProps<'section'>) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <section {...section} tabIndex={0} className={`px-4 outline-offset-[-2px] ${className}`} />
}

/** What stands under a heading of its own there. */
export function Part({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-2">
        <h2 className="font-semibold">{title}</h2>
        {words && <p className="text-xs text-text-2">{words}</p>}
      </div>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import { fullTime, isoTime, utcTime } from './kinds/time'

/** Names and values of one thing, a line each. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 leading-6">{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}

/** A moment in the viewer's zone, with the exact UTC time beside it. */
export function TimeFact({ name, time }: { name: string; time: number | null }) {
  return (
    <Fact name={name}>
      {time === null ? (
        <span className="text-text-2">Not known</span>
      ) : (
        <time dateTime={isoTime(time)}>
          {fullTime(time)} <span className="text-text-2">({utcTime(time)})</span>
        </time>
      )}
    </Fact>
  )
}

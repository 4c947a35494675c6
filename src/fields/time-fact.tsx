import { Fact } from './facts'
import { fullTime, isoTime, utcTime } from './time'

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

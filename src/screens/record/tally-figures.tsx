import { useTally } from '../../desk/tally'

const words = { approved: 'Approved', denied: 'Denied', skipped: 'Skipped' } as const

/** The numbers of the session, large, for the head of a page. */
export function TallyFigures() {
  const tally = useTally()
  return (
    <dl aria-label="This session" className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
      {(Object.keys(words) as (keyof typeof words)[]).map((what) => (
        <div key={what} className="flex flex-col-reverse">
          <dt className="text-text-2">{words[what]}</dt>
          <dd className="text-[1.75rem] leading-8 font-semibold tabular-nums">
            {tally[what].toLocaleString('en')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

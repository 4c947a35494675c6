import { useTally } from '../../desk/tally'

/** The numbers of the session, large, for the head of a page. */
export function TallyFigures() {
  const { figures } = useTally()
  return (
    <dl aria-label="This session" className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
      {figures.map(({ done, count }) => (
        <div key={done} className="flex flex-col-reverse">
          <dt className="text-text-2">{done}</dt>
          <dd className="text-[1.75rem] leading-8 font-semibold tabular-nums">
            {count.toLocaleString('en')}
          </dd>
        </div>
      ))}
    </dl>
  )
}

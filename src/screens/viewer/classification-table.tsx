import { useState } from 'react'
import type { Classification } from '../../cloudcard/classification'
import { Button } from '../../ui/button'
import { percentText } from '../../fields/kinds/grade'
import { Part } from './part'

/** Thousands of rows would hold up the page for a minute; what an office has is some two dozen. */
const mostRows = 100

/**
 * What the bot says of a photo, a line each, in the order given and without judging it: neither what a label's score
 * means for the photo nor from where on it counts is known here. Nothing where it says nothing.
 */
export function ClassificationTable({
  name,
  title,
  words,
  classifications,
}: {
  name: string
  title: string
  words: string
  classifications: readonly Classification[]
}) {
  const [shown, setShown] = useState(mostRows)
  const more = classifications.length - shown
  if (classifications.length === 0) return null
  return (
    <Part title={title} words={words}>
      <table className="w-full">
        <caption className="sr-only">{name}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {classifications.slice(0, shown).map((classification, index) => (
            <ClassificationRow key={index} {...classification} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="flex items-center justify-between gap-2 border-t border-line pt-2 text-text-2">
          {more.toLocaleString('en')} more
          <Button onClick={() => setShown(shown + mostRows)}>
            Show {Math.min(more, mostRows).toLocaleString('en')} more
          </Button>
        </p>
      )}
    </Part>
  )
}

function ClassificationRow({ kind, name, score, own, raw }: Classification) {
  const isPlace = kind === 'place'
  const unscored = raw === null ? 'Not scored' : 'Not known'
  return (
    <>
      <tr className="border-t border-line first:border-0">
        <th scope="row" className="py-1.5 pr-2 text-left font-normal wrap-anywhere">
          {name || 'Unnamed label'}
        </th>
        <td className="w-44 py-1.5 text-right whitespace-nowrap">
          <span className="flex items-center justify-end gap-3">
            {!isPlace && score !== null && <SurenessBar score={score} />}
            <span className={`min-w-16 ${score === null ? 'text-text-2' : ''}`}>
              {score === null
                ? unscored
                : isPlace
                  ? `${Math.round(score * 10) / 10} of 100`
                  : percentText(score, null)}
            </span>
          </span>
        </td>
      </tr>
      {(own.length > 0 || raw !== null) && (
        <tr>
          <td colSpan={2} className="pb-1.5 text-xs text-text-2 wrap-anywhere">
            {own.map(({ name, value }) => `${name}: ${value}`).join(' · ')}
            {raw !== null && (
              <details>
                <summary className="min-h-6 w-fit rounded-row">Technical details</summary>
                <code className="block">{raw}</code>
              </details>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** Decorative: the number beside it says the same. Grey, whatever it says. */
function SurenessBar({ score }: { score: number }) {
  return (
    <svg viewBox="0 0 96 12" aria-hidden="true" className="h-3 w-24 shrink-0">
      <rect y="4" width="96" height="4" className="fill-well" />
      <rect y="4" width={96 * Math.min(1, score)} height="4" className="fill-text-2" />
    </svg>
  )
}

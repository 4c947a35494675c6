import { useEffect, useState } from 'react'
import { wallTimeOf } from '../../base/clock'
import { Button } from '../../ui/button'
import { photosOf, statusLabel } from '../../fields/status'
import { fullTime, isoTime } from '../../fields/kinds/time'
import { useSession } from '../../session/session'
import { useOffice } from '../../fields/use-office'
import { filterNames } from '../../fields/fields'
import { filterLabel, isOn, valueWords } from '../../photos/filters/filters'
import { sortWords } from '../filters/sort-select'
import type { PhotoList } from '../../photos/sources/photo-list'
import { followPrinting, printedUpTo, printList } from './printing'

/** The head of a printed list: what it is, how many, in what order, and as of when. */
export function PaperHead({
  shown: { search, text, reading, rows },
  range,
}: {
  shown: PhotoList
  /** "1–25 of 412" */
  range: string
}) {
  // What the browser does with paper is outside React.
  useEffect(followPrinting, [])
  const office = useOffice()
  const readAt = reading.readAt && wallTimeOf(reading.readAt)
  const filters = filterNames
    .filter((name) => isOn(search.filters, name))
    .map((name) => `${filterLabel(name, office)}: ${valueWords(search.filters, name) || 'only'}`)
  const searched = text.trim() && `Search: ${text.trim()}`
  const parts = [range, ...filters, searched, sortWords(search.sort, office)]
  return (
    <div aria-hidden="true" className="hidden justify-between gap-8 border-b-2 border-text pb-2 print:flex">
      <div>
        <p className="text-xl font-semibold">
          {search.status === 'ALL' ? 'All photos' : `${statusLabel(search.status)} photos`}
        </p>
        <p>{parts.filter(Boolean).join(' · ')}</p>
        {rows.count > printedUpTo && (
          <p className="font-semibold">
            Only the first {printedUpTo.toLocaleString('en')} {photosOf(search.status)} are printed.
          </p>
        )}
      </div>
      {readAt > 0 && (
        <p className="whitespace-nowrap">
          <time dateTime={isoTime(readAt)}>{fullTime(readAt)}</time>
        </p>
      )}
    </div>
  )
}

/** The foot of a printed list: who has it, and what to do with it. */
export function PaperFoot() {
  const { person } = useSession()
  return (
    <p aria-hidden="true" className="hidden border-t border-text pt-2 text-xs print:block">
      Printed by {person?.username} with Loupe. Contains personal data: shred after use.
    </p>
  )
}

/** Prints what is listed on this page, as the table or the grid that it is. */
export function PrintButton() {
  const [isPreparing, setIsPreparing] = useState(false)
  return (
    <Button
      look="quiet"
      className="text-text-2"
      offReason={isPreparing ? 'Loading the pictures…' : undefined}
      onClick={() => {
        setIsPreparing(true)
        void printList().finally(() => setIsPreparing(false))
      }}
    >
      Print
    </Button>
  )
}

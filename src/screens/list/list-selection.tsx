import { memo, useEffect, useState, type ComponentProps } from 'react'
import { activeFilters } from '../../photos/filters/filters'
import { approve } from '../../desk/verdicts/approve'
import { keepSelectionFor, useOfSelection } from '../../desk/selection'
import { useMayPick } from '../collection/selecting'
import { SelectionBar } from './later-parts'

type Bar = ComponentProps<typeof SelectionBar>

/** What can be done with the photos that are chosen; the code for it comes with the first one. */
export const ListSelection = memo(function ListSelection(given: Pick<Bar, 'shown' | 'setPerPage'>) {
  const { status, filters } = given.shown.search
  const isAny = useOfSelection((selection) => selection.size > 0)
  const mayPick = useMayPick(status)

  // The selection outlives what is drawn: it belongs to a status.
  useEffect(() => keepSelectionFor(status), [status])

  const { score } = activeFilters(filters)
  const isAllGood = score.length === 1 && score[0] === 'good' && approve.from.includes(status)
  // All may be let go in the dialog, which stays open.
  const [opened, setOpened] = useState<Bar['opened']>(null)
  if (!(isAny || isAllGood || opened) || !mayPick) return null
  return <SelectionBar {...given} {...{ isAllGood, opened, setOpened }} />
})

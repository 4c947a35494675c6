import { memo, useEffect, useState } from 'react'
import { activeFilters } from '../../photos/filters/filters'
import { approve } from '../../desk/verdicts/approve'
import { keepSelectionFor, useOfSelection } from '../../desk/selection'
import { useMayPick } from '../collection/use-pick'
import type { PerPage } from '../../photos/photo-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { SelectionBar } from './later-parts'

/** What can be done with the photos that are chosen; the code for it comes with the first one. */
export const ListSelection = memo(function ListSelection({
  shown,
  onCleared,
  setPerPage,
}: {
  shown: PhotoList
  onCleared: () => void
  setPerPage: (max: PerPage) => void
}) {
  const { status, filters } = shown.search
  const isAny = useOfSelection((selection) => selection.size > 0)
  const mayPick = useMayPick(status)

  // The selection outlives what is drawn: it belongs to a status.
  useEffect(() => keepSelectionFor(status), [status])

  const { score } = activeFilters(filters)
  const isAllGood = score.length === 1 && score[0] === 'good' && approve.from.includes(status)
  // All may be let go in the dialog, which stays open.
  const [isOpen, setIsOpen] = useState(false)
  if (!(isAny || isAllGood || isOpen) || !mayPick) return null
  return (
    <SelectionBar
      shown={shown}
      isAllGood={isAllGood}
      onOpen={setIsOpen}
      onCleared={onCleared}
      setPerPage={setPerPage}
    />
  )
})

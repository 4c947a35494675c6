import { memo, useId, useState, type KeyboardEvent, type ReactNode, type WheelEvent } from 'react'
import { Button } from '../../ui/button'
import { later } from '../../ui/later'
import { asLine } from '../../ui/part-failure'
import { useStore } from '../../base/store'
import { skippedPhotos } from '../../desk/skipped'
import { isComposed } from '../../base/writing'
import { FilterChip } from './filter-chip'
import { editorNames, filterNames, filtersIn, type EditorName, type FilterName } from '../../fields/fields'
import { hasFilters, hasValue, isOn, type FilterCounts } from '../../photos/filters/filters'
import { useListSearch } from '../../photos/shown-search'
import { clearFilters } from './search-field'
import { SortSelect } from './sort-select'

const FilterEditor = later(() => import('./filter-editor'), 'FilterEditor', {
  waiting: <div className="min-h-12" />,
  failed: asLine('This filter'),
})

/**
 * Every filter, and the row in which the open one is set, below all else in a line that wraps. Where the list has no room for
 * them they are behind one button. A page turn does not draw it.
 */
export const FilterBar = memo(function FilterBar({
  counts,
  more,
}: {
  /** null while nothing was counted */
  counts: FilterCounts | null
  /** Behind the same button in a narrow list. */
  more?: ReactNode
}) {
  const id = useId()
  const status = useListSearch(({ status }) => status)
  const filters = useListSearch(({ filters }) => filters)
  const [open, setOpen] = useState<EditorName | null>(null)
  const [isUnfolded, setIsUnfolded] = useState(false)
  const onCount = filterNames.filter((name) => isOn(filters, name)).length
  const [buttonId, chipsId, editorId] = [`${id}button`, `${id}chips`, `${id}editor`]
  const openerId = (name: string) => `${id}${name}`
  const focus = (elementId: string) => document.getElementById(elementId)?.focus()

  // Who has skipped nothing has nothing to look for.
  const isAnySkipped = useStore(skippedPhotos).size > 0
  // A list of one status has nothing of another.
  const isOffered = (editor: EditorName) =>
    editor === 'skipped'
      ? isAnySkipped || filters.skipped
      : editor !== 'status' || status === 'ALL' || hasValue(filters, 'in')

  function close() {
    if (open) focus(openerId(open))
    setOpen(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposed(event.nativeEvent)) return
    if (!open && !isUnfolded) return
    event.preventDefault()
    if (open) close()
    else {
      setIsUnfolded(false)
      focus(buttonId)
    }
  }

  const chip = (editor: EditorName, name: FilterName, place: string) => (
    <FilterChip
      key={place}
      name={name}
      counts={counts}
      opener={{
        id: openerId(place),
        'aria-expanded': open === editor,
        'aria-controls': open === editor ? editorId : undefined,
        onClick: () => (open === editor ? close() : setOpen(editor)),
      }}
    />
  )

  return (
    // Escape closes what is open; each part has its own controls, this only listens in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="contents" onKeyDown={onKeyDown}>
      <Button
        id={buttonId}
        look="quiet"
        icon="filter"
        aria-expanded={isUnfolded}
        aria-controls={chipsId}
        onClick={() => setIsUnfolded(!isUnfolded)}
        className={`h-11 min-w-11 @twoline/list:h-8 @toolline/list:hidden ${onCount > 0 ? 'bg-selected text-accent' : ''}`}
      >
        <span className="@max-twoline/list:sr-only">Filters</span> {onCount > 0 && onCount}
      </Button>
      <div
        id={chipsId}
        role="group"
        aria-label="Filters"
        className={`flex min-w-0 items-center gap-1 @max-toolline/list:order-last @max-toolline/list:basis-full @max-toolline/list:flex-wrap @max-toolline/list:pb-2 @toolline/list:flex-1 @toolline/list:basis-0 ${
          isUnfolded ? '' : '@max-toolline/list:hidden'
        }`}
      >
        <div
          onWheel={scrollSideways}
          className="-mx-1 flex min-w-0 items-center gap-1 overflow-x-auto overflow-y-hidden px-1 [scrollbar-width:none] @max-toolline/list:flex-wrap @max-toolline/list:py-1 @toolline/list:h-12"
        >
          {editorNames.filter(isOffered).map((editor) => {
            const names = filtersIn(editor)
            const [first = names[0], second] = names.filter((name) => hasValue(filters, name))
            // Its first place is always there, whatever it shows: that is where the focus goes back to.
            return [first && chip(editor, first, editor), second && chip(editor, second, second)]
          })}
        </div>
        {hasFilters(filters) && (
          <Button
            look="quiet"
            onClick={() => {
              // This button goes away.
              focus(openerId('score'))
              setOpen(null)
              clearFilters()
            }}
            className="gap-1.5 whitespace-nowrap text-text-2 @max-twoline/list:min-h-11"
          >
            <span>
              Clear <span className="@max-wide/list:@toolline/list:sr-only">filters</span>
            </span>
          </Button>
        )}
        <div className="w-full @twoline/list:hidden">
          <SortSelect />
          <div className="-ml-2 [&>button]:h-11">{more}</div>
        </div>
      </div>
      {open && (
        <div className="order-last -mx-4 basis-[calc(100%+2rem)] border-t border-line">
          <FilterEditor key={open} id={editorId} editor={open} counts={counts} onClose={close} />
        </div>
      )}
    </div>
  )
})

/** Where they do not all fit; a mouse has a wheel for the other direction only. */
function scrollSideways({ currentTarget, deltaX, deltaY }: WheelEvent) {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY
}

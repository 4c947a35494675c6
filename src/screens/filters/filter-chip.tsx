import type { ComponentProps } from 'react'
import { numberWords } from '../../base/words'
import { Icon } from '../../ui/icon'
import { allFilters, type FilterName } from '../../fields/fields'
import { useOffice } from '../../fields/use-office'
import {
  filterLabel,
  hasValue,
  isOn,
  matchCount,
  switched,
  valueWords,
  type FilterCounts,
} from '../../photos/filters/filters'
import { setSearch, useListSearch } from '../../photos/shown-search'

/** A word with a plus, or its value and the switch for it. The opener is one element all the time: it keeps the focus. */
export function FilterChip({
  name,
  counts,
  opener,
}: {
  name: FilterName
  counts: FilterCounts | null
  opener: ComponentProps<'button'>
}) {
  const label = filterLabel(name, useOffice())
  const filters = useListSearch(({ filters }) => filters)
  const isSet = hasValue(filters, name)
  const isSwitchedOn = isOn(filters, name)
  const words = valueWords(filters, name)
  const count = matchCount(filters, name, counts)
  return (
    <div
      className={`flex h-8 shrink-0 rounded-control border @max-twoline/list:h-11 ${
        isSet
          ? // Before those without a value, so that none is on out of sight; in the page nothing is moved.
            `-order-1 ${isSwitchedOn ? 'border-transparent bg-selected text-accent' : 'border-line-2 bg-surface text-text-2'}`
          : 'border-transparent text-text-2 hover:bg-hover has-aria-expanded:bg-hover'
      }`}
    >
      <button
        {...opener}
        type="button"
        className={`flex h-full items-center gap-1.5 whitespace-nowrap focus-visible:-outline-offset-2 ${
          isSet ? 'rounded-l-control pr-1 pl-2.5' : 'rounded-control px-2'
        }`}
      >
        {!isSet && <Icon name="plus" className="size-3.5" />}
        <span>
          {label}
          {words !== '' && (
            <>
              : <strong className="font-semibold">{words}</strong>
            </>
          )}
        </span>
        {isSet && (
          <>
            {' '}
            <span>{isSwitchedOn ? count !== undefined && numberWords(count) : 'off'}</span>
          </>
        )}
      </button>
      {isSet && (
        <button
          type="button"
          aria-label={`${allFilters[name].switchName ?? label} filter`}
          aria-pressed={isSwitchedOn}
          title={isSwitchedOn ? 'Switch off' : 'Switch on'}
          onClick={() => setSearch({ filters: switched(filters, name) })}
          className="flex h-full w-7 items-center justify-center rounded-r-control focus-visible:-outline-offset-2 @max-twoline/list:w-11"
        >
          <Icon name={isSwitchedOn ? 'close' : 'plus'} className="size-3.5" />
        </button>
      )}
    </div>
  )
}

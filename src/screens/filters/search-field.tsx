import { noFilters } from '../../photos/filters/filters'
import { setSearchText, useSearchText } from '../../photos/search-text'
import { filterAlone } from '../../photos/shown-search'
import { Icon } from '../../ui/icon'

let field: HTMLInputElement | null = null

export const focusSearchField = (): void => field?.focus()

/** Takes off all filters and the text; the focus goes to where the next search begins. */
export function clearFilters(): void {
  filterAlone(noFilters)
  focusSearchField()
}

export function SearchField() {
  return (
    <div
      role="search"
      className="relative flex min-w-36 flex-1 items-center @twoline/list:w-60 @twoline/list:flex-none"
    >
      <Icon name="search" className="pointer-events-none absolute left-3 size-4 text-text-3" />
      <input
        ref={keep}
        type="search"
        aria-label="Search photos"
        placeholder="Search photos"
        value={useSearchText()}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setSearchText(event.target.value)}
        className="h-11 w-full rounded-control border border-control bg-surface pr-2 pl-9 text-base sm:h-8 sm:text-sm"
      />
    </div>
  )
}

const keep = (element: HTMLInputElement | null) => void (field = element)

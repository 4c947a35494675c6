import type { RefObject } from 'react'
import { setSearchText, useSearchText } from '../../photos/search-text'
import { Icon } from '../../ui/icon'

export function SearchField({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  return (
    <div
      role="search"
      className="relative flex min-w-36 flex-1 items-center @twoline/list:w-60 @twoline/list:flex-none"
    >
      <Icon name="search" className="pointer-events-none absolute left-3 size-4 text-text-3" />
      <input
        ref={fieldRef}
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

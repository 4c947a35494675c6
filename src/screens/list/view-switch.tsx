import { Icon } from '../../ui/icon'
import type { View } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'

const looks = [
  { view: 'table', icon: 'menu', name: 'Table' },
  { view: 'grid', icon: 'grid', name: 'Grid' },
] as const

/** The same photos as a table or as a grid. */
export function ViewSwitch({ onChange }: { onChange: (view: View) => void }) {
  const { view } = useListSearch()
  return (
    <div role="group" aria-label="View" className="flex rounded-control border border-line-2">
      {looks.map((look) => (
        <button
          key={look.view}
          type="button"
          aria-pressed={look.view === view}
          onClick={() => onChange(look.view)}
          className="flex h-11 items-center gap-2 px-3 text-text-2 -outline-offset-2 first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-hover aria-pressed:bg-selected aria-pressed:text-accent sm:h-[1.875rem]"
        >
          <Icon name={look.icon} />
          <span className="max-sm:sr-only">{look.name}</span>
        </button>
      ))}
    </div>
  )
}

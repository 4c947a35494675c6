import { PrintButton } from '../print/paper'
import { ExportButton } from './export-button'
import type { ShownList } from '../../photos/sources/shown-list'

/** What takes the list out of Loupe, where there is room for it. */
export function ListOutputs({ shown }: { shown: ShownList }) {
  return (
    <span className="ml-auto flex max-sm:hidden">
      <PrintButton />
      <ExportButton shown={shown} />
    </span>
  )
}

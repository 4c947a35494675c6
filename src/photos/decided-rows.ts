import type { QueryClient } from '@tanstack/react-query'
import type { PhotoPage, Row } from '../cloudcard/photo'
import { pagesKey } from './page-query'

/** Decided rows stay where they are until the page is turned: then every page that has such rows is read again, or when it is come back to. */
export function forgetDecidedRows(client: QueryClient): void {
  void client.invalidateQueries({
    queryKey: pagesKey,
    predicate({ queryKey: [, status], state }) {
      const page = state.data as PhotoPage | undefined
      const hasLeft = (row: Row) => row.kind === 'photo' && status !== 'ALL' && row.photo.status !== status
      return page?.rows.some(hasLeft) ?? false
    },
  })
}

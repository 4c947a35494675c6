import type { QueryClient } from '@tanstack/react-query'
import type { Photo, PhotoPage, Row } from '../cloudcard/photo'
import { replaceInWholeStatuses } from './whole/whole-statuses'

const pagesKey = ['photos'] as const

/** Puts a photo that was decided in the place of its old self, wherever it is listed; all other rows stay the same objects. */
export function showChangedPhoto(client: QueryClient, photo: Photo): void {
  for (const query of client.getQueryCache().findAll({ queryKey: pagesKey })) {
    const page = query.state.data as PhotoPage | undefined
    if (!page?.rows.some((row) => isOf(row, photo.id))) continue
    const rows = page.rows.map((row): Row => (isOf(row, photo.id) ? { kind: 'photo', photo } : row))
    // It is as old as it was: only this photo is known better.
    const { dataUpdatedAt: updatedAt, isInvalidated } = query.state
    client.setQueryData<PhotoPage>(query.queryKey, { ...page, rows }, { updatedAt })
    if (isInvalidated) query.invalidate()
  }
  replaceInWholeStatuses({ kind: 'photo', photo })
}

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

function isOf(row: Row, id: number): boolean {
  return row.kind === 'photo' && row.photo.id === id
}

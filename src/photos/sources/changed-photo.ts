import type { QueryClient } from '@tanstack/react-query'
import type { Photo, PhotoPage, Row } from '../../cloudcard/photo'
import { pagesKey } from '../page-query'
import { replaceInWholeStatuses } from '../whole/whole-statuses'

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

function isOf(row: Row, id: number): boolean {
  return row.kind === 'photo' && row.photo.id === id
}

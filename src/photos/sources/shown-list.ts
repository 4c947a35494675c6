import type { ListSearch } from '../photo-search'
import type { PhotoList } from '../use-page-list'
import type { WholeList } from '../whole/use-whole-list'

/** What the list shows, as one thing that changes as a whole. */
export type ShownList = {
  search: ListSearch
  text: string
  list: PhotoList
  /** Where it is made of the whole status. */
  whole: WholeList | null
}

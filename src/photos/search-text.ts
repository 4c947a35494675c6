import { address } from '../base/address'
import { livesFor } from '../base/lifetimes'
import { paths } from '../base/paths'
import { lostByReload } from '../base/reload'
import { createStore, useStore } from '../base/store'

export const isPhotosPath = (path: string) => path === paths.photos() || path.startsWith(`${paths.photos()}/`)

/** The text of each history entry that has one. */
const texts = new Map<string, string>()

/**
 * The search text may name a person, so it is neither in the address nor in sessionStorage, which browsers write to the
 * disk: it is kept in memory under the history entry. Back and Forward have it again, and a reload begins without it. A new
 * entry begins with the text of the one before, as long as it shows photos: whoever comes back to them from elsewhere by a
 * link finds all of them.
 */
export const searchText = createStore('')

export const useSearchText = (): string => useStore(searchText)

/** For those who are drawn again only at the first key and the last. */
export const useIsSearching = (): boolean => useStore(searchText, (text) => text.trim() !== '')

export function setSearchText(text: string): void {
  const { entry } = address.get()
  if (text === '') texts.delete(entry)
  else texts.set(entry, text)
  if (text !== searchText.get()) searchText.set(text)
}

address.subscribe(() => {
  const { path, entry, arrival } = address.get()
  const text = arrival === 'history' ? (texts.get(entry) ?? '') : searchText.get()
  setSearchText(isPhotosPath(path) ? text : '')
})

livesFor('read', () => {
  texts.clear()
  searchText.set('')
})

lostByReload(() => (searchText.get().trim() === '' ? null : 'the search'))

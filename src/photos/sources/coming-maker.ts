import { createSame } from '../../base/memo'
import { createStore } from '../../base/store'
import { loadPart } from '../../ui/later'
import { isFiltered } from '../filters/filters'
import type { Maker, Making } from './making'
import { emptyList, type PhotoList, type Reading } from './photo-list'

let create: ((making: Making) => Maker) | null = null

/** Whoever looks at a failure meanwhile is told that it is being tried again. */
const isLoading = createStore(false)

/** Makes the list of what matches of a whole status: who never searches, filters or sorts never loads the code for it. */
export const wholeMaker = () => create ?? createComingMaker

/** Makes an empty list until that code is there. */
function createComingMaker({ tell, isIdle, atEnd }: Making): Maker {
  const [sameReading, sameList] = [createSame<Reading>(), createSame<PhotoList>()]
  let error: Error | null = null
  const retry = () => void load()

  async function load() {
    isLoading.set(true)
    try {
      create = await loadPart(async () => (await import('./whole-maker')).createWholeMaker)
    } catch (problem) {
      error = problem as Error
    } finally {
      isLoading.set(false)
    }
    tell()
  }

  if (!isIdle) {
    window.addEventListener('online', retry)
    atEnd(() => window.removeEventListener('online', retry))
    atEnd(isLoading.subscribe(tell))
    retry()
  }

  return ({ search, text }) => {
    const isFetching = error === null || isLoading.get()
    const isError = error !== null
    const reading = { data: undefined, error, errorUpdatedAt: 0, isError, isFetching, readAt: 0, retry }
    return sameList({
      ...emptyList,
      search,
      text,
      reading: sameReading(reading),
      isNarrowed: text.trim() !== '' || isFiltered(search.filters),
      isGrowing: isFetching,
    })
  }
}

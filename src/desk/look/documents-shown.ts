import { livesFor } from '../../base/lifetimes'
import { createStore, useStore } from '../../base/store'
import { useSettings } from '../../session/settings'

/** An ID card is nobody's business until somebody needs it: the photo whose documents were asked for last. */
const shownFor = createStore<number | null>(null)

// Whoever comes to a desk that was locked or left finds them covered.
livesFor('read', () => shownFor.set(null))

/** Those of one photo, or, by a choice in Settings, all of them once they were asked for. */
export function useAreDocumentsShown(photoId: number | null): boolean {
  const shown = useStore(shownFor)
  const { documents } = useSettings()
  return shown !== null && (documents === 'session' || shown === photoId)
}

export const showDocuments = (photoId: number) => shownFor.set(photoId)

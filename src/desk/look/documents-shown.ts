import { createStore, useStore } from '../../base/store'
import { livesFor } from '../../base/lifetimes'

/** An ID card is nobody's business until somebody needs it: whoever checks documents uncovers them once. */
const areShown = createStore(false)

// Whoever comes to a desk that was locked or left finds them covered.
livesFor('read', () => areShown.set(false))

export const useAreDocumentsShown = () => useStore(areShown)

export const showDocuments = () => areShown.set(true)

import { livesFor } from '../../base/lifetimes'
import { createStore } from '../../base/store'

/** The reasons of the last denial, for "Same as last". */
export const lastReasons = createStore<readonly string[]>([])
livesFor('work', () => lastReasons.set([]))

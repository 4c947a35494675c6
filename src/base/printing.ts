import { createStore } from './store'

/** Whether the page is drawn for paper, with all that is listed and its pictures. */
export const printing = createStore(false)

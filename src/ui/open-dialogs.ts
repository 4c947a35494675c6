import { createStore } from '../base/store'

/** The modal dialogs, in the order in which they were opened: what is not in the last one is covered by it. */
export const openDialogs = createStore<readonly HTMLElement[]>([])

/** @returns what takes it out again */
export function addOpenDialog(dialog: HTMLElement): () => void {
  openDialogs.set([...openDialogs.get(), dialog])
  return () => openDialogs.set(openDialogs.get().filter((each) => each !== dialog))
}

export function isCoveredByDialog(element: Element): boolean {
  const top = openDialogs.get().at(-1)
  return top !== undefined && !top.contains(element)
}

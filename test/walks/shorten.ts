import type { Step } from './steps'

export type Shortened = { steps: readonly Step[]; tries: number }

/**
 * Leaves out steps as long as what is left still fails in the same way: first large parts, then smaller ones, then
 * single steps (delta debugging).
 *
 * @param most so many walks are tried at most
 */
export async function shorten(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
  most: number,
): Promise<Shortened> {
  let left = [...steps]
  let tries = 0
  let size = Math.ceil(left.length / 2)
  while (size >= 1) {
    let hasShrunk = false
    for (let from = 0; from < left.length;) {
      if (tries >= most) return { steps: left, tries }
      const without = [...left.slice(0, from), ...left.slice(from + size)]
      tries++
      if (await fails(without)) {
        left = without
        hasShrunk = true
      } else from += size
    }
    if (size === 1 && !hasShrunk) break
    size = size > 1 ? Math.ceil(size / 2) : 1
  }
  return { steps: left, tries }
}

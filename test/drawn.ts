/** A component that was drawn, and those in which it stands, from the outermost. */
export type Drawn = { name: string; within: string[] }

declare global {
  // oxlint-disable-next-line no-var
  var drawn: Drawn[]
}

/**
 * Notes each component that React draws, by what it tells the tools for developers. It stands by itself: it runs in a page
 * too, before React is there.
 *
 * @returns what ends it
 */
export function watchDrawn(): () => void {
  type Fiber = {
    tag: number
    flags: number
    type: { name?: string; render?: { name: string } } | null
    child: Fiber | null
    sibling: Fiber | null
    alternate: Fiber | null
  }
  type Hook = { onCommitFiberRoot: (renderer: number, root: { current: unknown }) => void }
  // Functions, classes, and functions behind forwardRef and memo, as React numbers them.
  const componentTags = [0, 1, 11, 15]
  const hasWorked = 1
  globalThis.drawn = []

  const nameOf = ({ type }: Fiber) => type?.name || type?.render?.name || 'nameless'

  function walk(fiber: Fiber, before: Fiber | null, within: string[]): void {
    const isComponent = componentTags.includes(fiber.tag)
    const name = isComponent ? nameOf(fiber) : ''
    if (isComponent && (before === null || (fiber.flags & hasWorked) !== 0)) {
      globalThis.drawn.push({ name, within })
    }
    // The same children: nothing below was drawn.
    if (before !== null && before.child === fiber.child) return
    const inside = isComponent ? [...within, name] : within
    for (let child = fiber.child; child; child = child.sibling) walk(child, child.alternate, inside)
  }

  const hook = { supportsFiber: true, inject: () => 1, onCommitFiberRoot() {}, onCommitFiberUnmount() {} }
  const name = '__REACT_DEVTOOLS_GLOBAL_HOOK__'
  const tools = globalThis as unknown as Record<string, Hook>
  const told = (tools[name] ??= hook)
  told.onCommitFiberRoot = (_, root) => {
    const current = root.current as Fiber
    walk(current, current.alternate, [])
  }
  return () => void (told.onCommitFiberRoot = () => {})
}

/** How often each was drawn, the most frequent first: "CardholderCell 2, PhotoPane 1". */
export function drawnWords(drawn: readonly Drawn[]): string {
  const counts = new Map<string, number>()
  for (const { name } of drawn) counts.set(name, (counts.get(name) ?? 0) + 1)
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a)
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
}

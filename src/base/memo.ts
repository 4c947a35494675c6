/** Computes again only for other arguments than the last ones. */
export function memo<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null
  return (...args) => {
    if (last === null || args.some((arg, index) => !Object.is(arg, last?.args[index])))
      last = { args, result: compute(...args) }
    return last.result
  }
}

/** Gives the last object again as long as all of its fields stay the same. */
export function createSame<T extends object>(): (next: T) => T {
  let last: T | null = null
  return (next) => {
    const names = Object.keys(next) as (keyof T)[]
    if (last === null || names.some((name) => !Object.is(next[name], last?.[name]))) last = next
    return last
  }
}

import { type Call, calls, segments } from '../cloudcard/calls'

/** The path of a call behind `/cloudcard`, as a pattern. */
export function pathPattern({ path }: Call): string {
  return path.replace(/:(\w+)/g, (_, name: keyof typeof segments) => segments[name])
}

/** The whole query of a call, as a pattern: nothing, or pairs joined by "&". */
export function queryPattern({ pair }: Call): string {
  return pair === undefined ? '' : `(?:${pair}(?:&${pair})*)?`
}

const matchers = Object.values<Call>(calls).map((call) => ({
  call,
  path: new RegExp(`^${pathPattern(call)}$`),
  query: new RegExp(`^${queryPattern(call)}$`),
}))

/** The call that a request makes; undefined for one that Loupe never makes. `target` is what follows `/cloudcard`, as it was sent. */
export function callOf(method: string, target: string): Call | undefined {
  const end = target.indexOf('?')
  const [path, query] = end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end + 1)]
  return matchers.find(
    (each) => each.call.method === method && each.path.test(path) && each.query.test(query),
  )?.call
}

import { calls } from './calls'
import { request, type RequestOptions } from './request'

type Calls = typeof calls
type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** What stands in the path of a call, by name, as it is: it is encoded here. */
type SegmentsOf<Name extends keyof Calls> = Record<NamesIn<Calls[Name]['path']>, string | number>

/** The path of a call on our list. */
export function pathOf<Name extends keyof Calls>(name: Name, values: SegmentsOf<Name>): `/${string}` {
  const given: Record<string, string | number> = values
  const encoded = calls[name].path.replace(/:(\w+)/g, (_, each: string) =>
    encodeURIComponent(String(given[each])),
  )
  return encoded as `/${string}`
}

/** Makes one of the calls on our list. Gives the parsed JSON, and rejects, as `request` does. */
export function callCloudCard<Name extends keyof Calls>(
  name: Name,
  values: SegmentsOf<Name>,
  options: Omit<RequestOptions, 'method' | 'isSignIn' | 'kind'> = {},
): Promise<unknown> {
  const { method, ...call } = calls[name]
  return request(pathOf(name, values), { ...options, method, isSignIn: 'isSignIn' in call, kind: name })
}

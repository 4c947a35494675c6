import { keptInTab } from './kept'

/** What `window.name` begins with where it is ours. */
const ours = 'loupe:'

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(count))

function named(): Partial<Record<string, string>> {
  if (!window.name.startsWith(ours)) return {}
  try {
    return (JSON.parse(window.name.slice(ours.length)) ?? {}) as Record<string, string>
  } catch {
    return {}
  }
}

function setNamed(values: Partial<Record<string, string>>): void {
  const isEmpty = Object.values(values).every((value) => value === undefined)
  if (!isEmpty || window.name.startsWith(ours)) window.name = isEmpty ? '' : ours + JSON.stringify(values)
}

/**
 * Secrets that the memory of the browser keeps for this tab: a reload finds them. They stand in `window.name`, which reaches
 * no disk, and is gone with the tab. A page of somebody else in this tab could read it: alone it must say nothing.
 */
export const keptInMemory = {
  get: (key: string): string | null => named()[key] ?? null,
  set: (key: string, value: string): void => setNamed({ ...named(), [key]: value }),
  remove: (key: string): void => setNamed({ ...named(), [key]: undefined }),
}

const mixed = (one: Uint8Array, other: Uint8Array) => one.map((byte, place) => byte ^ (other[place] ?? 0))

/**
 * What only a reload of this tab may find. sessionStorage reaches the disk, also what was taken out of it again; so it gets one
 * half, and `window.name` the other. One half is random, anew each time, and the other is the text mixed with it: neither of
 * them says anything but the length.
 */
export const keptForReload = {
  get(key: string): string | null {
    const [stored, memory] = [keptInTab.get(key), keptInMemory.get(key)]
    if (stored === null || memory === null) return null
    return new TextDecoder().decode(mixed(bytesOf(stored), bytesOf(memory)))
  },
  set(key: string, value: string): void {
    const text = new TextEncoder().encode(value)
    const random = randomBytes(text.length)
    keptInTab.set(key, hexOf(mixed(text, random)))
    keptInMemory.set(key, hexOf(random))
  },
  remove(key: string): void {
    keptInTab.remove(key)
    keptInMemory.remove(key)
  },
}

/** Everything that this tab keeps. */
export function clearTab(): void {
  keptInTab.clear()
  setNamed({})
}

import type { WalkClock } from './clock'

/** A storage as browsers have it: its entries are its own keys too. */
export function createStorage(
  entries: Map<string, string>,
  onChange: (key: string | null) => void = () => {},
): Storage {
  const methods: Record<string, unknown> = {
    getItem: (key: string) => entries.get(String(key)) ?? null,
    setItem(key: string, value: string) {
      if (entries.get(key) === String(value)) return
      entries.set(String(key), String(value))
      onChange(key)
    },
    removeItem: (key: string) => entries.delete(String(key)) && onChange(key),
    clear() {
      if (entries.size === 0) return
      entries.clear()
      onChange(null)
    },
    key: (place: number) => [...entries.keys()][place] ?? null,
  }
  return new Proxy({} as Storage, {
    get: (_, key) => (key === 'length' ? entries.size : (methods[String(key)] ?? entries.get(String(key)))),
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      entries.has(String(key))
        ? { value: entries.get(String(key)), enumerable: true, configurable: true, writable: true }
        : undefined,
  })
}

/** The channels between the tabs of one browser. */
export function createChannels(clock: WalkClock) {
  const open = new Set<{ name: string; hear: (data: unknown) => void; owner: object }>()
  return {
    drop(owner: object) {
      for (const each of open) if (each.owner === owner) open.delete(each)
    },
    /** The class for one document. */
    channelClass(
      owner: object,
      window: { EventTarget: typeof EventTarget; MessageEvent: typeof MessageEvent },
    ) {
      return class extends window.EventTarget {
        private readonly mine
        readonly name: string
        constructor(name: string) {
          super()
          this.name = name
          this.mine = {
            name,
            owner,
            hear: (data: unknown) => void this.dispatchEvent(new window.MessageEvent('message', { data })),
          }
          open.add(this.mine)
        }
        postMessage(message: unknown) {
          const text = JSON.stringify(message)
          for (const other of open)
            if (other !== this.mine && other.name === this.name)
              clock.set(other.owner, 1, () => open.has(other) && other.hear(JSON.parse(text)))
        }
        close() {
          open.delete(this.mine)
        }
      }
    },
  }
}

/** The locks of one browser, which are let go with their tab. */
export function createLocks() {
  const held = new Map<string, object>()
  return {
    drop(owner: object) {
      for (const [name, its] of held) if (its === owner) held.delete(name)
    },
    managerOf: (owner: object) => ({
      async request(name: string, work: () => Promise<unknown>) {
        held.set(name, owner)
        try {
          return await work()
        } finally {
          if (held.get(name) === owner) held.delete(name)
        }
      },
      query: async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
    }),
  }
}

import { http, type HttpHandler } from 'msw'
import { noSuchPath, refusable, wait, type Refused, type SandboxState } from './answers'
import { createDatabase, type Database, type Order } from './database'
import type { ListQuirks } from './list-quirks'
import { createColleague } from './colleague'
import { decisionHandlers } from './decision-handlers'
import { photoFileHandlers } from './photo-files'
import { photoHandlers } from './photo-handlers'
import { sessionHandlers } from './session-handlers'

type SandboxOptions = {
  /** How many photos it holds; the same ones for the same number. Default 12,000. */
  photos?: number
  /** The order of the lists: by id, newest or oldest first, or by the last change. Default newest. */
  order?: Order
  /** How long every answer takes, the photos' bytes too. Default 0. */
  latencyMs?: number
  /** How many decisions are taken before the quota is used up. Default: any number. */
  quota?: number
  /** What a strict office refuses. Default: nothing. */
  refuses?: readonly Refused[]
  /** What the dates of the photos are counted back from. A fixed day by default, so that they are always the same. */
  now?: Date
}

export type Sandbox = {
  handlers: HttpHandler[]
  /** The photos and sessions as they are now; a reset puts new ones in their place. */
  readonly db: Database
  /** How lists are given out; as documented, until a test sets something else, and after a reset. */
  lists: ListQuirks
  /** What is refused, until a reset. */
  refuses: readonly Refused[]
  /** Somebody else in the office decides one more photo. */
  colleagueDecides(): void
  /** Back to the start: the photos as they were, nobody signed in. */
  reset(): void
}

export const sandboxSignIn = {
  username: 'office@example.edu',
  password: 'sandbox',
  persistentAccessToken: 'sandbox',
  viewer: 'viewer@example.edu',
} as const

const usualPhotos = 12_000

/** More would not fit into the year that the photos are spread over. */
const mostPhotos = 250_000
const orders: readonly string[] = ['newest', 'oldest', 'updated'] satisfies Order[]
const isOrder = (word: string): word is Order => orders.includes(word)

/** Out: a sandbox of its own, whose handlers answer `…/cloudcard/*` and `…/sandbox-photos/*` as the API would. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { photos = usualPhotos, order = 'newest', latencyMs = 0, quota, refuses = [] } = options
  const now = (options.now ?? new Date('2026-08-12T14:40:00Z')).getTime()
  const start = () => createDatabase(photos, order, now)
  const state: SandboxState = { db: start(), lists: {}, latencyMs, quota, refuses }
  return {
    handlers: [
      ...photoHandlers(state),
      ...decisionHandlers(state),
      ...sessionHandlers(state, sandboxSignIn),
      ...photoFileHandlers(state),
      http.all('*/cloudcard/*', async () => {
        await wait(state)
        return noSuchPath()
      }),
    ],
    get db() {
      return state.db
    },
    get lists() {
      return state.lists
    },
    set lists(quirks) {
      state.lists = quirks
    },
    get refuses() {
      return state.refuses
    },
    set refuses(refused) {
      state.refuses = refused
    },
    colleagueDecides: createColleague(() => state.db),
    reset() {
      state.db = start()
      state.lists = {}
      state.refuses = refuses
    },
  }
}

function numberFrom(env: Record<string, string | undefined>, name: string, most: number): number | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  throw new Error(`${name} must be a whole number from 0 to ${most}, and is "${text}".`)
}

function refusedFrom(text: string): Refused[] {
  const words = text.split(',').map((word) => word.trim())
  return words.filter(Boolean).map((word) => {
    const known = refusable.find((each) => each === word)
    if (known) return known
    throw new Error(`SANDBOX_REFUSES must be of ${refusable.join(', ')}, and is "${text}".`)
  })
}

/**
 * In: the environment. Out: the options that SANDBOX_PHOTOS, SANDBOX_ORDER, SANDBOX_LATENCY_MS, SANDBOX_QUOTA and
 * SANDBOX_REFUSES ask for, and how often the colleague of SANDBOX_COLLEAGUE decides, undefined where there is none.
 */
export function sandboxOptionsFromEnv(
  env: Record<string, string | undefined>,
): SandboxOptions & { photos: number; colleagueEveryMs: number | undefined } {
  const photos = numberFrom(env, 'SANDBOX_PHOTOS', mostPhotos) ?? usualPhotos
  const latencyMs = numberFrom(env, 'SANDBOX_LATENCY_MS', 60_000)
  const quota = numberFrom(env, 'SANDBOX_QUOTA', mostPhotos)
  const colleague = numberFrom(env, 'SANDBOX_COLLEAGUE', 60)
  const order = env.SANDBOX_ORDER || undefined
  if (order !== undefined && !isOrder(order)) {
    throw new Error(`SANDBOX_ORDER must be newest, oldest or updated, and is "${order}".`)
  }
  return {
    photos,
    ...(order !== undefined && { order }),
    ...(latencyMs !== undefined && { latencyMs }),
    ...(quota !== undefined && { quota }),
    ...(env.SANDBOX_REFUSES && { refuses: refusedFrom(env.SANDBOX_REFUSES) }),
    // 1 is "yes, there is one"; more is how many seconds pass between decisions.
    colleagueEveryMs: colleague ? (colleague === 1 ? 4 : colleague) * 1000 : undefined,
  }
}

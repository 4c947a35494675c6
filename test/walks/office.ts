import { getResponse } from 'msw'
import { photoRow } from '../../src/sandbox/photo-answers'
import type { ListQuirks } from '../../src/sandbox/list-quirks'
import { createSandbox } from '../../src/sandbox/sandbox'
import { faultAnswer, type Fault, type FaultKind } from './faults'
import type { Random } from './random'

/** One request to CloudCard, as the office has it in its log. */
export type Call = {
  at: number
  method: string
  /** With the query. */
  path: string
  token: string | null
  /** Of a decision. */
  photo: number | null
  verdict: string | null
  /** What CloudCard is to do with the photo; null where it is asked for nothing. */
  process: string | null
  /** The status of the photo when it came. */
  from: string | null
  /** The photo had changed when it was answered. */
  hasChanged: boolean
  /** The number of the step during which it came. */
  step: number
}

/** What a photo is, from outside: its address tells one photo from all others. */
export type Facts = { id: number; email: string; identifier: string; picture: string }
type Stay = { status: string; from: number; until: number }

export type OfficeAnswer =
  | { kind: 'answer'; status: number; headers: Record<string, string>; text: string; delayMs: number }
  | { kind: 'reset'; delayMs: number }
  | { kind: 'never' }

export type Office = ReturnType<typeof createOffice>

const json = { 'Content-Type': 'application/json' }
const usualDelayMs = 30
const countedStatuses = [
  'PENDING',
  'APPROVED',
  'DENIED',
  'ON_HOLD',
  'FAILED',
  'READY_FOR_DOWNLOAD',
  'DOWNLOADED',
  'DONE',
  'ENROUTE',
]

const listHabits: Record<string, ListQuirks> = {
  'at most 20': { atMost: 20 },
  'short pages': { fewer: 1 },
  'clamps to the last': { behindEnd: 'last' },
  'clamps to the first': { behindEnd: 'first' },
}

/** What tells the pictures of one photo from all others. */
const keyOf = (address: string) => address.slice(address.lastIndexOf('/') + 1).replace(/\.\w+$/, '')

/** CloudCard with its photos, its colleagues and its faults; whoever walks only sees it through the app. */
export function createOffice(random: Random, now: () => number, origin: string, habit = 'usual') {
  const sandbox = createSandbox({ photos: 600 })
  sandbox.lists = listHabits[habit] ?? {}
  const log: Call[] = []
  const stays = new Map<number, Stay[]>()
  const faults: Fault[] = []
  const underWay = new Map<number, number>()
  const deadUntil: { at: number; fate: 'fails' | 'never' } = { at: 0, fate: 'fails' }
  let step = 0
  /** The most decisions that were under way at a time for one photo. */
  let mostAtOnce = 0
  const begunWith = new Set(sandbox.db.photos.map(({ id }) => id))
  const counts = new Map<string, [number, number]>()
  const byColleague = new Map<string, number>()
  const photoByKey = new Map<string, number>()
  /** Photos that CloudCard has made of others, and of which. */
  const madeOf = new Map<number, number>()
  const isReadable = (id: number) => {
    const row = rowOf(id)
    return typeof row === 'object' && row !== null && 'id' in row && 'status' in row
  }
  const rowOf = (id: number) => {
    const record = sandbox.db.photo(id)
    return record && photoRow(record, origin)
  }
  function noteCounts() {
    for (const status of ['ALL', ...countedStatuses]) {
      const count = sandbox.db.withStatus(status === 'ALL' ? undefined : status).length
      const [least, most] = counts.get(status) ?? [count, count]
      counts.set(status, [Math.min(least, count), Math.max(most, count)])
    }
  }
  /** Each address in a row is of one photo alone. */
  function noteAddresses(id: number) {
    for (const [address] of JSON.stringify(rowOf(id) ?? '').matchAll(/https?:[^"]*\/sandbox-photos\/[^"]*/g))
      photoByKey.set(keyOf(address), id)
  }
  for (const { id, status } of sandbox.db.photos) {
    noteStay(id, status)
    noteAddresses(id)
  }
  noteCounts()

  function noteStay(id: number, status: string) {
    const known = stays.get(id) ?? []
    const last = known.at(-1)
    if (last?.status === status) return
    if (last) last.until = now()
    stays.set(id, [...known, { status, from: now(), until: Number.POSITIVE_INFINITY }])
  }

  function factsOf(id: number): Facts | null {
    const record = sandbox.db.photo(id)
    const row = record && (photoRow(record, origin) as Record<string, unknown> | null)
    if (!row || typeof row !== 'object') return null
    const { links, externalURL, person } = row as {
      links?: { bytes?: string }
      externalURL?: string
      person?: { email?: string; identifier?: string | null }
    }
    return {
      id,
      email: person?.email ?? '',
      identifier: person?.identifier ?? '',
      picture: links?.bytes ?? externalURL ?? '',
    }
  }

  /** What CloudCard has made of a photo has a picture of its own; the original, the documents and the rest are as they were. */
  function noteMade(of: number) {
    for (const { id } of sandbox.db.photos) {
      if (stays.has(id)) continue
      madeOf.set(id, of)
      const { picture } = factsOf(id) ?? {}
      if (picture) photoByKey.set(keyOf(picture), id)
      note(id)
    }
  }

  function note(id: number | null) {
    const photo = id === null ? undefined : sandbox.db.photo(id)
    if (!photo) return
    noteStay(photo.id, photo.status)
    noteCounts()
  }

  async function usualAnswer(method: string, path: string, token: string | null, body: string | null) {
    const request = new Request(`${origin}/cloudcard${path}`, {
      method,
      headers: { ...json, ...(token !== null && { 'X-Auth-Token': token }) },
      ...(body !== null && { body }),
    })
    const answer = await getResponse(sandbox.handlers, request)
    const type = answer?.headers.get('Content-Type')
    return {
      status: answer?.status ?? 404,
      headers: (type ? { 'Content-Type': type } : {}) as Record<string, string>,
      text: (await answer?.text()) ?? '',
    }
  }

  return {
    log,
    sandbox,
    stays: (id: number): readonly Stay[] => stays.get(id) ?? [],
    mostAtOnce: () => mostAtOnce,
    beginStep: (number: number) => void (step = number),
    /** Of those who walk, not of their colleagues. */
    ownDecisions: () =>
      log.filter((call): call is Call & { photo: number } => call.photo !== null && call.verdict !== null),
    /** The least and the most photos of a status that there were; undefined is every status. */
    countsOf: (status: string | undefined): [number, number] => counts.get(status ?? 'ALL') ?? [0, 0],
    /** A readable photo with a number between two that has been pending all the while since the walk began. */
    waitedThroughout: (upper: number, lower: number) =>
      sandbox.db
        .withStatus('PENDING')
        .map(({ id }) => id)
        .find(
          (id) =>
            id < upper && id > lower && stays.get(id)?.length === 1 && begunWith.has(id) && isReadable(id),
        ),
    photoOf: (address: string): number | null => photoByKey.get(keyOf(address)) ?? null,
    /** What CloudCard was asked to do with photos by those who walk. */
    ownRepairs: () =>
      log.filter((call): call is Call & { photo: number } => call.photo !== null && call.process !== null),
    /** The photos that one was made of, the latest first. */
    madeOf(id: number): number[] {
      const of = madeOf.get(id)
      return of === undefined ? [] : [of, ...this.madeOf(of)]
    },
    statusOf: (id: number) => sandbox.db.photo(id)?.status,
    idsOf: (status: string | undefined) => sandbox.db.withStatus(status).map(({ id }) => id),
    factsOf,

    async answer(
      method: string,
      path: string,
      token: string | null,
      body: string | null,
    ): Promise<OfficeAnswer> {
      const photo = /^\/photo\/(\d+)/.exec(path)?.[1]
      const id = photo === undefined || method === 'GET' ? null : Number(photo)
      const asked = (id === null ? {} : JSON.parse(body ?? '{}')) as { status?: string; process?: string }
      const call: Call = {
        at: now(),
        method,
        path,
        token,
        photo: id,
        verdict: asked.status ?? null,
        process: asked.process ?? null,
        from: (id !== null && sandbox.db.photo(id)?.status) || null,
        hasChanged: false,
        step,
      }
      log.push(call)
      const isListed = (each: Fault) => each.until > now() && each.left > 0 && each.isOf(method, path)
      const fault = faults.find(isListed)
      if (fault) fault.left--
      const usual = () => usualAnswer(method, path, token, body)
      const version = id === null ? undefined : sandbox.db.photo(id)?.version
      if (id !== null) {
        underWay.set(id, (underWay.get(id) ?? 0) + 1)
        mostAtOnce = Math.max(mostAtOnce, underWay.get(id) ?? 0)
      }
      try {
        return fault
          ? await faultAnswer(fault, usual, usualDelayMs)
          : { kind: 'answer', ...(await usual()), delayMs: usualDelayMs + random.below(40) }
      } finally {
        call.hasChanged = id !== null && sandbox.db.photo(id)?.version !== version
        note(id)
        if (id !== null && call.process !== null) noteMade(id)
      }
    },
    /** The answer to a decision has left the office, or never will. */
    over(path: string) {
      const id = Number(/^\/photo\/(\d+)/.exec(path)?.[1])
      underWay.set(id, Math.max(0, (underWay.get(id) ?? 0) - 1))
    },

    /** How often a colleague has made that of a photo. */
    colleagueMade: (id: number, status: string) => byColleague.get(`${id} ${status}`) ?? 0,
    decides(id: number, status: string) {
      const photo = sandbox.db.photo(id)
      if (!photo || photo.status === status) return
      byColleague.set(`${id} ${status}`, (byColleague.get(`${id} ${status}`) ?? 0) + 1)
      sandbox.db.change(id, { status, lastUpdated: now() })
      note(id)
    },
    adds(count: number) {
      for (let number = 0; number < count; number++) {
        const { id } = sandbox.db.add()
        noteAddresses(id)
        note(id)
      }
    },
    /** Whether the picture at an address comes. */
    pictureFate(address: string): 'comes' | 'fails' | 'never' {
      if (deadUntil.at > now()) return deadUntil.fate
      return /\/sandbox-photos\/(missing|forbidden)\//.test(address) ? 'fails' : 'comes'
    },
    addFault(kind: FaultKind, left: number, isOf: Fault['isOf']) {
      faults.push({ kind, left, until: now() + 30_000, isOf })
    },
    heal() {
      faults.length = 0
      deadUntil.at = 0
    },
    keepPicturesAway: (fate: 'fails' | 'never', ms: number) =>
      void Object.assign(deadUntil, { at: now() + ms, fate }),
    endSessions: () => sandbox.db.tokens.all.clear(),
  }
}

import { ApiError } from '../src/cloudcard/api-error'
import type { Photo } from '../src/cloudcard/photo'
import type { UpdatedPhoto } from '../src/cloudcard/update-photo'
import type { Decision } from '../src/desk/verdicts/verdicts'
import type { Clock } from '../src/base/clock'
import { createDecisions } from '../src/desk/ledger/decided'
import type { HeldDecision, Outcome, PhotoNow } from '../src/desk/ledger/held-decision'
import { createLedger } from '../src/desk/ledger/ledger'

/** For tests: a clock that goes on only when it is told to. */
export function createTestClock() {
  let now = 1_000_000
  let timers: { at: number; callback: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    setTimer(callback, ms) {
      const timer = { at: now + ms, callback }
      timers.push(timer)
      return () => void (timers = timers.filter((each) => each !== timer))
    },
  }
  const fire = () => {
    const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
    timers = timers.filter((each) => !due.includes(each))
    for (const { callback } of due) callback()
    return due.length > 0
  }
  return {
    clock,
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        const next = Math.min(...timers.map(({ at }) => at))
        if (next > until) break
        now = Math.max(now, next)
        fire()
        await settle()
      }
      now = until
      await settle()
    },
    /** The computer sleeps: the time goes on, and timers fire late. */
    async sleep(ms: number) {
      now += ms
      while (fire()) await settle()
    },
  }
}

/** Until whatever was answered has been taken in. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve()
}

type Stored = {
  status: string
  version: number | null
  isBotWorking?: boolean
  score?: number | null
  picture?: Photo['picture']
}
/** What is answered, and whether CloudCard has done it. */
export type Reply =
  | 'ok'
  | 'lost'
  | 'done-but-lost'
  | 'refused'
  | 'slow-down'
  | 'signed-out'
  | 'done-but-signed-out'
  /** Yes, and not a word of the status: 204, null, {}. */
  | 'done-without-a-word'
  | 'nothing-without-a-word'
  /** Yes, and the photo has the status that it had. */
  | 'still-as-it-was'
type Request = {
  photo: number
  decision: Decision | null
  answer: (reply: Reply) => void
}

/** For tests: CloudCard as far as decisions go; every request waits to be answered. */
export function createTestOffice(photoIds: readonly number[], { isVersioned = true } = {}) {
  const photos = new Map<number, Stored>(
    photoIds.map((id) => [id, { status: 'PENDING', version: isVersioned ? 1 : null }]),
  )
  const requests: Request[] = []
  const applied: { photo: number; decision: Decision; from: string }[] = []
  const stored = (id: number): Stored => photos.get(id) ?? { status: 'GONE', version: null }

  function change(id: number, status: string) {
    const { version } = stored(id)
    photos.set(id, { ...stored(id), status, version: version === null ? null : version + 1 })
  }

  /** A new photo takes the place of one, whoever has asked for it. */
  function replace(id: number): number {
    const made = Math.max(...photos.keys()) + 1
    const version = stored(id).version === null ? null : 1
    change(id, 'DISCARDED')
    photos.set(made, {
      status: 'PENDING',
      version,
      isBotWorking: true,
      score: null,
      picture: pictureOf(made),
    })
    return made
  }

  const isFailure = (reply: Reply) => !reply.endsWith('-a-word') && reply !== 'still-as-it-was'

  function errorOf(reply: Reply): ApiError {
    if (reply === 'refused') return new ApiError('forbidden', 'No', { status: 403 })
    if (reply === 'slow-down') return new ApiError('rate-limited', 'Slow down', { status: 429 })
    if (reply === 'signed-out' || reply === 'done-but-signed-out')
      return new ApiError('signed-out', 'Who are you?', { status: 401 })
    return new ApiError('timed-out', 'No answer')
  }

  function ask<T>(photo: number, decision: Decision | null, work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const request: Request = {
        photo,
        decision,
        answer(reply) {
          requests.splice(requests.indexOf(request), 1)
          try {
            // Whatever else is answered to a decision, what is read is the photo as it is.
            if (reply === 'ok' || (decision === null && !isFailure(reply))) resolve(work())
            else {
              if (reply.startsWith('done')) work()
              if (isFailure(reply)) throw errorOf(reply)
              const status = reply === 'still-as-it-was' ? stored(photo).status : ''
              resolve({ status, version: null } as T)
            }
          } catch (error) {
            reject(error)
          }
        },
      }
      requests.push(request)
    })
  }

  return {
    photos,
    requests,
    applied,
    /** What somebody else does. */
    change,
    replace,
    process: (id: number): Promise<number> => ask(id, null, () => replace(id)),
    readPhoto: (id: number): Promise<Photo> =>
      ask(id, null, () => {
        if (!photos.has(id)) throw new ApiError('not-found', 'No', { status: 404 })
        return makePhoto(id, stored(id))
      }),
    update: (id: number, decision: Decision, version: number | null): Promise<UpdatedPhoto> =>
      ask(id, decision, () => {
        if (version !== null && version !== stored(id).version) {
          throw new ApiError('conflict', 'Somebody else', { status: 409 })
        }
        applied.push({ photo: id, decision, from: stored(id).status })
        change(id, decision.status)
        return { status: decision.status, version: null }
      }),
    read: (id: number): Promise<PhotoNow> => ask(id, null, () => ({ ...stored(id), changedAt: 5 })),
    async answer(reply: Reply = 'ok', place = 0) {
      await settle()
      requests[place]?.answer(reply)
      await settle()
    },
    async answerAll() {
      await settle()
      while (requests.length > 0) await this.answer()
    },
  }
}

export const pictureOf = (id: number): Photo['picture'] => ({
  urls: [`https://photos.example/${id}.jpg`],
  width: 300,
  height: 400,
})

export function makePhoto(id: number, rest: Partial<Photo> = {}): Photo {
  return {
    id,
    status: 'PENDING',
    version: 1,
    dateCreated: null,
    lastUpdated: null,
    dateApproved: null,
    picture: { urls: [], width: null, height: null },
    score: null,
    isAspectRatioWrong: false,
    isManuallyEdited: false,
    isBackgroundReplaced: false,
    isDecidedAutomatically: false,
    isBotWorking: false,
    hasApprovedPhoto: false,
    original: null,
    previouslyApproved: null,
    cardholder: { id: null, email: '', username: '', identifier: '', isDocumentRequired: false },
    documents: [],
    why: '',
    ...rest,
  }
}

const isNever: (photo: Photo) => boolean = () => false

/** For tests: a ledger with a clock and an office of its own. */
export function createTestLedger(
  photoIds: readonly number[],
  { holdMs = 6_000, isVersioned = true, isBlocked = isNever } = {},
) {
  const time = createTestClock()
  const office = createTestOffice(photoIds, { isVersioned })
  const ended: { decision: HeldDecision; outcome: Outcome }[] = []
  const decisions = createDecisions()
  const ledger = createLedger({
    clock: time.clock,
    holdMs: () => holdMs,
    isBlocked,
    decisions,
    update: office.update,
    read: office.read,
    onChange: () => {},
    onEnd: (decision, outcome) => ended.push({ decision, outcome }),
  })
  return {
    ledger,
    time,
    office,
    ended,
    /** All that are not over, in the order in which they were made. */
    held: () => [...decisions.open.values()],
    together: () => decisions.together,
    /** Of the decision on many. */
    key: () => decisions.together?.key ?? -1,
    of: (photoId: number) => decisions.open.get(photoId) ?? null,
    failureOf: (photoId: number) => decisions.failures.get(photoId) ?? null,
  }
}

import * as v from 'valibot'
import { createStore, until } from '../base/store'
import { prepareSignOut } from './before-sign-out'
import { joinSession } from './begin-session'
import { getSession, isMarkKnown, onSessionChange, sessionMark, signedInSchema } from './session'
import { tabChannelName } from './tab-channel-name'

/** What the tabs of one browser say to each other; nobody else can listen, and nothing of it is stored. */
const messageSchema = v.variant('kind', [
  v.object({ kind: v.literal('ask') }),
  v.object({ kind: v.literal('session'), signedIn: signedInSchema, mark: v.string() }),
  v.object({ kind: v.literal('prepare'), id: v.string() }),
  v.object({ kind: v.literal('preparing'), id: v.string() }),
  v.object({ kind: v.literal('replaced'), was: v.number(), id: v.number() }),
  v.object({ kind: v.literal('prepared'), id: v.string(), unsent: v.array(v.string()) }),
])
type Message = v.InferOutput<typeof messageSchema>

/** So long an open tab may take to say that it is there, in ms. */
const answerMs = 300
/** So long other tabs may take to say that they are there, before one of them signs out, in ms. */
const presenceMs = 150
/** So long a tab may take to send what is held, in ms. */
const prepareMs = 20_000

let channel: BroadcastChannel | null = null
// A channel reaches this origin only, and takes no other.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const say = (message: Message) => channel?.postMessage(message)
const listeners = new Set<(message: Message) => void>()
function listen(listener: (message: Message) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells the other tabs of the session, takes part in theirs, and sends what is held before one of them signs out. */
export function openTabChannel(): () => void {
  channel = new BroadcastChannel(tabChannelName)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(messageSchema, data)
    if (!message.success) return
    hear(message.output)
    for (const listener of listeners) listener(message.output)
  })
  let told: string | null = null
  const tell = () => {
    const { signedIn } = getSession()
    const mark = sessionMark()
    if (signedIn === null || mark === null || !isMarkKnown()) return
    told = signedIn.token
    const { roles } = signedIn
    say({ kind: 'session', signedIn: { ...signedIn, roles: roles && [...roles] }, mark })
  }

  function hear(message: Message) {
    if (message.kind === 'ask') tell()
    else if (message.kind === 'session') {
      told = message.signedIn.token
      if (getSession().signedIn?.token !== told) joinSession(message.signedIn, message.mark)
    } else if (message.kind === 'prepare') {
      const { id } = message
      say({ kind: 'preparing', id })
      void prepareSignOut().then((unsent) => say({ kind: 'prepared', id, unsent: [...unsent] }))
    }
  }

  const follow = () => {
    const { signedIn } = getSession()
    if (signedIn !== null && signedIn.token !== told) tell()
    else if (signedIn === null && sessionMark() !== null && !isMarkKnown()) say({ kind: 'ask' })
  }
  const stopFollowing = onSessionChange(follow)
  follow()
  return () => {
    stopFollowing()
    channel?.close()
    channel = null
  }
}

/** A new tab needs no sign-in where another one has a session. */
export async function askOtherTabs(): Promise<void> {
  const close = openTabChannel()
  const session = { get: getSession, subscribe: onSessionChange }
  await until(session, ({ signedIn }) => signedIn !== null, AbortSignal.timeout(answerMs)).catch(() => {})
  close()
}

/** Lets the other tabs send what they hold; gives what could not be sent, in words. Frozen ones do not answer. */
export async function prepareOtherTabs(): Promise<readonly string[]> {
  if (channel === null) return []
  const id = `${Math.random()}`
  const unsent: string[] = []
  const preparing = createStore(0)
  const stop = listen((message) => {
    if (message.kind === 'preparing' && message.id === id) preparing.set(preparing.get() + 1)
    if (message.kind !== 'prepared' || message.id !== id) return
    unsent.push(...message.unsent)
    preparing.set(preparing.get() - 1)
  })
  say({ kind: 'prepare', id })
  // Until then it is not known how many tabs there are.
  await new Promise((resolve) => setTimeout(resolve, presenceMs))
  await until(preparing, (count) => count === 0, AbortSignal.timeout(prepareMs)).catch(() => {})
  stop()
  return unsent
}

/** A photo has got another number: other tabs may show it, or be about to decide on it. */
export const tellReplaced = (was: number, id: number): void => say({ kind: 'replaced', was, id })

export const onReplacedElsewhere = (follow: (was: number, id: number) => void): (() => void) =>
  listen((message) => message.kind === 'replaced' && follow(message.was, message.id))

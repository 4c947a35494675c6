import type { Mail } from '../browser/own-sandbox'
import { describeTarget, type Hands, type Seen, type Target } from './hands'
import { until } from './until'

/** Somebody at work: hands, and eyes that wait. */
export interface Desk extends Hands {
  /** An address of the app, under whatever origin it has here. */
  go: (path: string) => Promise<void>
  /** In the sandbox, with decisions held for so many seconds. */
  signIn: (path?: string, held?: string) => Promise<void>
  /** Waits until such a thing is there, of which all that is wanted is true; gives it. */
  sees: (target: Target, wanted?: Wanted) => Promise<Seen>
  /** Waits until there is none. */
  seesNo: (target: Target) => Promise<void>
  /** The names of the cardholders in the rows, in their order. */
  rows: () => Promise<string[]>
  mails: () => Promise<Mail[]>
}

/** So many seconds a decision is held where nobody has chosen otherwise. */
const usual = '6'

type Wanted = Partial<Pick<Seen, 'value' | 'hasFocus' | 'isOff' | 'isOn'>> & { text?: RegExp }

export const one = (role: Target['role'], name?: string | RegExp, within?: Target): Target => ({
  role,
  ...(name !== undefined && { name }),
  ...(within && { within }),
})

export function createDesk(hands: Hands, url: string, mails: Desk['mails']): Desk {
  const go: Desk['go'] = (path) => hands.open(url + path)
  const sees: Desk['sees'] = (target, wanted = {}) => {
    const { text, ...rest } = wanted
    const isWanted = (seen: Seen) =>
      (!text || text.test(seen.text)) &&
      Object.entries(rest).every(([key, value]) => seen[key as keyof typeof rest] === value)
    const words = Object.entries(wanted).map(([key, value]) => `${key} ${String(value)}`)
    return until(
      async () => (await hands.look(target)).find(isWanted),
      `there is a ${describeTarget(target)}${words.length > 0 ? ` with ${words.join(', ')}` : ''}`,
    )
  }
  return {
    ...hands,
    go,
    async signIn(path = '/photos', held = usual) {
      await go(path)
      if (held !== usual) {
        await hands.run((hold) => localStorage.setItem('loupe.settings', JSON.stringify({ hold })), held)
        await hands.reload()
      }
      await hands.click(one('button', 'Open the sandbox'))
      await sees(one('banner'))
    },
    sees,
    async seesNo(target) {
      await until(
        async () => (await hands.look(target)).length === 0,
        `there is no ${describeTarget(target)} any more`,
      )
    },
    async rows() {
      const headers = await hands.look(one('rowheader', undefined, one('table', /photos$/)))
      return headers.map(({ text }) => text.trim().split(/\s/)[0] ?? '')
    },
    mails,
  }
}

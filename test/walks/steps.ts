import { faultKinds, type FaultKind } from './faults'
import type { Hands, Target } from './hands'
import type { Office } from './office'
import type { Random } from './random'
import { signIn } from './sign-in'

/** One thing that a person, a colleague, the network or the office does. Data, so that a walk can be shortened and repeated. */
export type Step = { kind: StepKind; what: string; amount: number; after: number }
export type World = { hands: Hands; office: Office }

export type Kind = {
  /** How often it is drawn. */
  weight: number
  what?: (random: Random) => string
  amount?: (random: Random) => number
  /** As a person can follow it. */
  words: (step: Step) => string
  /** false where there was nothing to do it with. */
  run: (step: Step, world: World) => Promise<boolean | void>
}

const of =
  <T extends readonly string[]>(...choices: T) =>
  (random: Random) =>
    random.pick(choices)
const upTo = (end: number) => (random: Random) => random.below(end)
const button = (name: RegExp, place = 0): Target => ({ role: 'button', name, place })
const named = (name: string) => new RegExp(`^${name}`)

const letters = ['J', 'K', 'A', 'D', 'H', 'F', 'P', 'S', 'U', 'Z', 'O', 'C', 'G', 'L'] as const
/** They have the open photo replaced, for which there is no way back: seldom. */
const repairLetters = ['R', 'X', 'B'] as const
const otherKeys = [
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowUp',
  'ArrowRight',
  'ArrowLeft',
  'Home',
  'End',
  ' ',
  '/',
  '?',
  '+',
  '-',
  '1',
  '2',
  '3',
  'Control+z',
  'AltGraph+a',
  'AltGraph+s',
] as const
const typed = [
  'adams, anna and amanda adams',
  'a',
  'lena',
  'ada',
  'das',
  'L00',
  'zz',
  'marisol',
  'ss',
  'lakemont',
] as const
const photoButtons = [
  'Approve',
  'Deny',
  'Skip',
  'Next photo',
  'Previous photo',
  'Close',
  'Hold',
  'Release',
  'Send again',
  'Back to pending',
  'Turn',
  'Crop',
  'Clean background',
  'Turn again',
  'Keep',
  'Guides',
  'Light',
  'Undo',
  'Larger',
  'Fit',
  'Compare',
  'Show documents',
  'Retry',
] as const
const twice = [
  'Approve',
  'Approve',
  'Approve',
  'Skip',
  'Deny',
  'Deny photo',
  'Release',
  'Turn',
  'Undo',
  'Next photo',
  'Same as last',
  'Refresh',
] as const
const statuses = [
  'Pending',
  'Approved',
  'Denied',
  'On hold',
  'Failed',
  'Ready for download',
  'Downloaded',
  'Done',
  'En route',
  'All',
] as const
const addresses = [
  '/photos',
  '/photos?status=DENIED',
  '/photos?status=APPROVED&page=2',
  '/photos?status=ON_HOLD',
  '/photos?status=FAILED',
  '/photos?page=3',
  '/photos?page=9',
  '/photos?sort=-score',
  '/photos?max=50',
  '/photos?view=grid',
  '/photos?status=ALL&max=100',
  '/photos?max=all',
  '/photos?status=DOWNLOADED&sort=cardholder',
  '/record',
  '/photos?photo={pending}',
  '/photos?photo={pending}',
  '/photos/{pending}',
  '/photos/{pending}?status=PENDING&sort=-submitted',
  '/photos/{on hold}?status=ALL',
  '/photos/{failed}?status=ALL',
] as const

/** A photo of a status by its place, as the office has it at that moment. */
function photoAt(office: Office, place: number, status = 'PENDING'): number {
  const ids = office.idsOf(status)
  return ids[place % Math.max(1, ids.length)] ?? 0
}

/** "{on hold}" in an address stands for a photo of that status. */
const anyPhoto = /\{(.*)\}/
const statusNamed = (words: string) => words.toUpperCase().replace(' ', '_')

async function stay(hands: Hands, ms: number): Promise<boolean> {
  if (ms > hands.longestWaitMs) return false
  await hands.pass(ms)
  return true
}

async function writeReason(hands: Hands, what: string): Promise<boolean> {
  const isThere = await hands.click({ role: 'textbox', name: /^Reason$/ })
  if (isThere) await hands.type(what)
  return isThere
}

const click =
  (target: Target) =>
  (_: Step, { hands }: World) =>
    hands.click(target)

export const kinds = {
  letter: {
    weight: 44,
    what: (random) => random.pick([...letters, 'J', 'J', 'A', 'A', 'A', 'A', 'D']),
    words: ({ what }) => `press ${what}`,
    run: ({ what }, { hands }) => hands.press(what.toLowerCase()),
  },
  repair: {
    weight: 3,
    what: of(...repairLetters),
    words: ({ what }) => `press ${what}`,
    run: ({ what }, { hands }) => hands.press(what.toLowerCase()),
  },
  judge: {
    weight: 30,
    what: of('A', 'A', 'A', 'J', 'S'),
    words: ({ what }) => `look at the photo for a second, and press ${what}`,
    async run({ what }, { hands }) {
      await hands.pass(1_000)
      await hands.press(what.toLowerCase())
    },
  },
  denial: {
    weight: 8,
    amount: upTo(4),
    words: ({ amount }) => `press D, tick reason ${amount + 1}, and click Deny photo`,
    async run({ amount }, { hands }) {
      await hands.press('d')
      await hands.pass(300)
      await hands.press(String(amount + 1))
      await hands.pass(300)
      return hands.click(button(/^Deny photo/))
    },
  },
  hold: {
    weight: 6,
    what: of(...typed),
    words: ({ what }) => `press H, write "${what}" as the reason where it is asked for, and click Hold photo`,
    async run({ what }, { hands }) {
      await hands.press('h')
      await hands.pass(300)
      return (await writeReason(hands, what)) && hands.click(button(/^Hold photo/))
    },
  },
  key: {
    weight: 16,
    what: of(...otherKeys),
    words: ({ what }) => `press ${what === ' ' ? 'Space' : what}`,
    run: ({ what }, { hands }) => hands.press(what),
  },
  row: {
    weight: 24,
    amount: upTo(25),
    words: ({ amount }) => `click row ${amount + 1} of the list`,
    run: ({ amount }, { hands }) => hands.click({ role: 'link', name: /@/, place: amount }),
  },
  button: {
    weight: 16,
    what: of(...photoButtons),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click(button(named(`${what}( [A-Z←→+−]+| \\d.*)?$`))),
  },
  reloadTyping: {
    weight: 2,
    what: of('adams', 'das', 'skala'),
    words: ({ what }) => `reload, and type "${what}" on`,
    async run({ what }, { hands }) {
      await hands.reload()
      await hands.pass(1_200)
      await hands.type(what)
    },
  },
  twice: {
    weight: 8,
    what: of(...twice),
    amount: (random) => random.pick([110, 400]),
    words: ({ what, amount }) => `double-click ${what}${amount > 300 ? ' slowly' : ''}`,
    run: ({ what, amount }, { hands }) => hands.click(button(named(what)), { second: amount }),
  },
  reason: {
    weight: 4,
    what: of('Plain background', 'Face the camera', 'Remove sunglasses'),
    amount: upTo(4),
    words: ({ amount }) => `tick reason ${amount + 1}`,
    run: ({ amount }, { hands }) => hands.click({ role: 'checkbox', name: /^(?!Select)/, place: amount }),
  },
  holdReason: {
    weight: 2,
    what: of(...typed),
    words: ({ what }) => `type "${what}" in the reason for a hold`,
    run: ({ what }, { hands }) => writeReason(hands, what),
  },
  holdPhoto: { weight: 2, words: () => 'click Hold photo', run: click(button(/^Hold photo/)) },
  denyPhoto: { weight: 8, words: () => 'click Deny photo', run: click(button(/^(Deny photo|Same as last)/)) },
  note: {
    weight: 4,
    what: of(...typed),
    words: ({ what }) => `type "${what}" in Note to cardholder`,
    async run({ what }, { hands }) {
      const isThere = await hands.click({ role: 'textbox', name: /^Note to/ })
      if (isThere) await hands.type(what)
      return isThere
    },
  },
  composition: {
    weight: 1,
    words: () => 'end a composition in Other reason with Enter',
    async run(_, { hands }) {
      const isThere = await hands.click({ role: 'textbox', name: /^Other reason/ })
      if (isThere) await hands.type('ha')
      if (isThere) await hands.endComposition()
      return isThere
    },
  },
  search: {
    weight: 6,
    what: of(...typed),
    words: ({ what }) => `type "${what}" in Search`,
    async run({ what }, { hands }) {
      const isThere = await hands.click({ role: 'searchbox', name: /^Search/ })
      if (isThere) await hands.type(what)
      return isThere
    },
  },
  clearSearch: {
    weight: 3,
    words: () => 'empty Search',
    async run(_, { hands }) {
      const isThere = await hands.click({ role: 'searchbox', name: /^Search/ })
      if (isThere) for (let count = 0; count < 30; count++) await hands.press('Backspace')
      return isThere
    },
  },
  page: {
    weight: 9,
    what: of('Next page', 'Previous page', 'First page', 'Last page', 'Previous page'),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click(button(named(what))),
  },
  perPage: {
    weight: 1,
    what: of('25', '50', '100'),
    words: ({ what }) => `choose ${what} photos per page`,
    run: ({ what }, { hands }) => hands.choose(/^Photos per page/, what),
  },
  sort: {
    weight: 2,
    what: of('Score', 'Submitted', 'Cardholder'),
    words: ({ what }) => `sort by ${what}`,
    run: ({ what }, { hands }) => hands.click(button(new RegExp(`^${what}$`))),
  },
  status: {
    weight: 5,
    what: (random) => random.pick(['Pending', 'Pending', ...statuses]),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click({ role: 'link', name: named(`${what}( [\\d,]+\\+?)?$`) }),
  },
  view: {
    weight: 2,
    what: of('Grid', 'Table', 'Table'),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click(button(named(`${what}$`))),
  },
  refresh: { weight: 4, words: () => 'click Refresh', run: click(button(/^Refresh/)) },
  banner: {
    weight: 3,
    what: of('Settings', 'Help', 'My decisions', 'Close'),
    words: ({ what }) => `click ${what}`,
    run: async ({ what }, { hands }) =>
      (await hands.click(button(named(`${what}$`)))) ||
      hands.click({ role: 'link', name: named(`${what}$`) }),
  },
  choose: {
    weight: 4,
    amount: upTo(12),
    words: ({ amount }) => `tick box ${amount + 1} of the list`,
    run: ({ amount }, { hands }) => hands.click({ role: 'checkbox', name: /^Select .*@/, place: amount }),
  },
  chooseAll: {
    weight: 1,
    words: () => 'tick Select all on this page',
    run: click({ role: 'checkbox', name: /^Select all/ }),
  },
  together: {
    weight: 5,
    what: of('Approve', 'Deny', 'Approve', 'Deny', 'Hold', 'Release', 'Send again'),
    words: ({ what }) => `click ${what} for those that are ticked`,
    run: ({ what }, { hands }) => hands.click(button(named(`${what} (\\d+ photos?|the \\d+ looked at)$`))),
  },
  tray: {
    weight: 3,
    what: of(
      'Use my decision',
      'Leave it',
      'Send',
      'OK',
      'Stop',
      'Review',
      "Don't send",
      'Approve it now',
      'Try again',
      'Cancel',
    ),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click(button(named(`${what}$`))),
  },
  blank: { weight: 2, words: () => 'click beside the photo', run: click({ role: 'main', name: /./ }) },
  photo: { weight: 2, words: () => 'click the photo', run: click({ role: 'img', name: /^Photo/ }) },
  pageLink: {
    weight: 2,
    what: of('Open photo page', 'Back to the list'),
    words: ({ what }) => `click ${what}`,
    run: ({ what }, { hands }) => hands.click({ role: 'link', name: named(what) }),
  },

  open: {
    weight: 5,
    what: of(...addresses),
    amount: upTo(80),
    words: ({ what, amount }) =>
      `open the bookmark ${what}${what.includes('{') ? ` (the ${amount + 1}th of them)` : ''}`,
    run: ({ what, amount }, { hands, office }) =>
      hands.open(
        what.replace(anyPhoto, (_, words: string) => String(photoAt(office, amount, statusNamed(words)))),
      ),
  },
  openAtRelease: {
    weight: 2,
    amount: upTo(80),
    words: ({ amount }) => `open the ${amount + 1}th pending photo by its bookmark; a new release is put up`,
    async run({ amount }, { hands, office }) {
      await hands.open(`/photos?photo=${photoAt(office, amount)}`)
      await hands.newRelease()
    },
  },
  back: { weight: 4, words: () => 'go Back', run: (_, { hands }) => hands.go(-1) },
  forward: { weight: 2, words: () => 'go Forward', run: (_, { hands }) => hands.go(1) },
  reload: { weight: 3, words: () => 'reload', run: (_, { hands }) => hands.reload() },
  openTab: {
    weight: 1.5,
    words: () => 'open a second tab',
    run: async (_, { hands }) => hands.tabCount() < 3 && (await hands.openTab('/photos'), true),
  },
  nextTab: {
    weight: 2,
    words: () => 'go to the next tab',
    run: async (_, { hands }) => hands.tabCount() > 1 && (await hands.nextTab(), true),
  },
  closeTab: {
    weight: 1,
    words: () => 'close the tab',
    run: async (_, { hands }) => hands.tabCount() > 1 && (await hands.closeTab(), true),
  },
  crash: {
    weight: 1,
    words: () => 'the tab crashes; open Loupe again',
    run: (_, { hands }) => hands.crash(),
  },
  reopen: {
    weight: 1,
    what: of('restored', 'new'),
    words: ({ what }) => `close the window and open it again (${what})`,
    run: ({ what }, { hands }) => hands.reopen(what === 'restored'),
  },
  offline: { weight: 1.5, words: () => 'the network goes', run: (_, { hands }) => hands.setOnline(false) },
  online: { weight: 4, words: () => 'the network comes back', run: (_, { hands }) => hands.setOnline(true) },
  zoom: {
    weight: 1,
    what: of('400', '100', '100'),
    words: ({ what }) => `zoom the page to ${what} %`,
    run: ({ what }, { hands }) => hands.zoom(Number(what)),
  },
  release: { weight: 1, words: () => 'a new release is put up', run: (_, { hands }) => hands.newRelease() },

  signIn: {
    weight: 22,
    words: () => 'sign in where Loupe asks for it',
    run: (_, { hands }) => signIn(hands),
  },
  signOut: { weight: 0.7, words: () => 'click Sign out', run: click(button(/^Sign out/)) },
  away: {
    weight: 0.7,
    words: () => 'nobody is there for 20 minutes',
    run: (_, { hands }) => stay(hands, 20 * 60_000),
  },
  stay: {
    weight: 0.7,
    words: () => 'nobody does anything for a minute',
    run: (_, { hands }) => stay(hands, Math.min(60_000, hands.longestWaitMs)),
  },

  fault: {
    weight: 4,
    what: of(...faultKinds),
    amount: upTo(24),
    words: ({ what, amount }) =>
      `the next ${1 + (amount % 4)} answers to ${faultTargets[amount % 3]?.words}: ${what}`,
    async run({ what, amount }, { office }) {
      office.addFault(what as FaultKind, 1 + (amount % 4), faultTargets[amount % 3]?.isOf ?? (() => true))
    },
  },
  health: { weight: 4, words: () => 'CloudCard is well again', run: async (_, { office }) => office.heal() },
  deadPictures: {
    weight: 1,
    what: of('fails', 'never'),
    words: ({ what }) => `for 5 seconds each picture ${what === 'never' ? 'never comes' : 'fails'}`,
    run: async ({ what }, { office }) => office.keepPicturesAway(what as 'fails' | 'never', 5_000),
  },
  sessionsEnd: {
    weight: 0.7,
    words: () => 'CloudCard ends all sessions',
    run: async (_, { office }) => office.endSessions(),
  },
  colleague: {
    weight: 4,
    what: of('APPROVED', 'DENIED', 'APPROVED', 'ON_HOLD', 'FAILED'),
    amount: upTo(30),
    words: ({ what, amount }) => `a colleague makes the ${amount + 1}th pending photo ${what}`,
    run: async ({ what, amount }, { office }) => office.decides(photoAt(office, amount), what),
  },
  reopened: {
    weight: 2,
    amount: upTo(30),
    words: ({ amount }) => `a colleague makes the ${amount + 1}th denied photo PENDING again`,
    async run({ amount }, { office }) {
      office.decides(photoAt(office, amount, 'DENIED'), 'PENDING')
    },
  },
  arrival: {
    weight: 3,
    amount: (random) => 1 + random.below(6),
    words: ({ amount }) => `${amount} new photos arrive`,
    run: async ({ amount }, { office }) => office.adds(amount),
  },
} satisfies Record<string, Kind>

export type StepKind = keyof typeof kinds

const faultTargets = [
  { words: 'decisions', isOf: (method: string) => method === 'PUT' },
  { words: 'reads', isOf: (method: string) => method === 'GET' },
  { words: 'anything', isOf: () => true },
] as const

export const stepWords = (step: Step): string => {
  const hurry = step.after < 100 ? ', and go on at once' : ''
  return kinds[step.kind].words(step) + hurry
}

export const runStep = (step: Step, world: World): Promise<boolean | void> =>
  (kinds[step.kind] as Kind).run(step, world)

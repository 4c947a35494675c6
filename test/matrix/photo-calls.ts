import { decisions } from '../../src/desk/ledger/decided'
import { refusedProcesses } from '../../src/desk/repair/repairs'
import { refusedVerdicts } from '../../src/desk/verdicts/verdicts'
import type { Call, InHand } from './cell'
import {
  firstRow,
  forgetOrganization,
  held,
  holdOn,
  later,
  mailsTo,
  office,
  openDesk,
  rowLinks,
  selected,
} from './desk'
import { all, find, keys, one, pass, press, type, until } from './person'

const isDetail = ({ method, url }: Request) => method === 'GET' && /\/photo\/\d+$/.test(url)
const isUpdate = ({ method }: Request) => method === 'PUT'

const note = 'Please take it again in fro'
const noteField = () => one('textbox', 'Note to cardholder') as HTMLTextAreaElement | undefined
const noted: InHand = { what: 'the note that is half typed', isThere: () => noteField()?.value === note }

async function typeNote() {
  await press(await find('button', 'Deny'))
  // A photo that is still being checked has to be meant twice.
  if (!noteField()) await press(await find('button', 'Deny'))
  if (noted.isThere()) return
  await type(await find('textbox', 'Note to cardholder'), note)
}

let noteOn = ''
const addressOf = (link: HTMLElement | undefined) => link?.getAttribute('href') ?? ''
const theRow = () => rowLinks().find((link) => photoIn(addressOf(link)) === photoIn(noteOn))
const photoIn = (address: string) => new URL(address, window.location.href).searchParams.get('photo')

export const photo: Call = {
  name: 'photo',
  answers: 'a photo',
  isOf: isDetail,
  async open() {
    await openDesk()
    noteOn = addressOf(rowLinks()[3])
    await press(theRow() as HTMLElement)
    await typeNote()
    await holdOn()
  },
  async make() {
    if (!one('region', 'Photo details')) await press(await until('the row', theRow))
    if (noteField()) await keys('{Escape}')
    await press(await find('link', 'Open photo page'))
  },
  stands: () => Boolean(one('table', 'Classifications')),
  said: () => all('alert').at(-1) ?? notFound(),
  hand: [held],
  async back() {
    await press(await find('link', 'Back to the list'))
    await press(await until('the row', theRow))
    await press(await find('button', 'Deny'))
    if (!noted.isThere()) throw new Error('the note that is half typed is lost')
    later()
    await holdOn()
  },
}

const notFound = () => one('heading', 'Photo not found')?.parentElement ?? undefined

export const organization: Call = {
  name: 'organization',
  answers: 'a photo',
  isOf: isDetail,
  async open() {
    await openDesk()
    await press(await firstRow())
    await typeNote()
    await holdOn()
  },
  make: forgetOrganization,
  stands: () => Boolean(one('checkbox', /^\W*\d?\W*Plain background/)),
  said: () => one('button', 'Load them')?.parentElement ?? undefined,
  hand: [held, noted],
  back: async () => {},
}

let decided = 0
const tray = () => one('region', 'Decisions')

export const decision: Call = {
  name: 'decision',
  answers: 'a change',
  isOf: isUpdate,
  cells: 8,
  async open() {
    await openDesk({ selects: 2, holds: false })
    await press(await firstRow())
  },
  async make() {
    const approve = await find('button', 'Approve')
    await until('Approve', () => !approve.hasAttribute('aria-disabled'))
    await press(approve)
    if (decisions.open.size === 0) await press(approve)
    await until('the decision', () => decisions.open.size > 0)
    decided = [...decisions.open.keys()][0] ?? 0
    await typeNote()
    await pass(6)
  },
  stands: () => office(decided) === 'APPROVED' && mailsTo(decided) === 1 && !tray(),
  said: () => {
    const status = one('status', undefined, tray() ?? document.createElement('div'))
    return status?.textContent ? status : undefined
  },
  place: tray,
  hand: [selected, noted],
  async back() {
    await keys('{Escape}')
    await pass(10)
  },
}

/** Whether CloudCard takes it nobody has published: refused for the account, Hold is gone, so that the app is opened anew after each. */
export const hold: Call = {
  ...decision,
  name: 'hold',
  async make() {
    if (refusedVerdicts.get().length > 0) return typeNote()
    if (!one('region', 'Hold photo')) await press(await find('button', 'Hold'))
    await type(await find('textbox', 'Reason'), 'Why')
    await keys('{Enter}')
    await until('the decision', () => decisions.open.size > 0)
    decided = [...decisions.open.keys()][0] ?? 0
    await typeNote()
    await pass(6)
  },
  stands: () => (office(decided) === 'ON_HOLD' || refusedVerdicts.get().length > 0) && !tray(),
  back: undefined,
}

let repairs = 0
const whatCameOf = () => one('region', /by CloudCard$/)
const tryAgain = () => one('button', 'Try again', all('alert').at(-1) ?? document.createElement('div'))

export const repair: Call = {
  name: 'repair',
  answers: 'a change',
  isOf: ({ method, url }) => method === 'POST' && /\/photo\/\d+$/.test(url),
  cells: 6,
  open: () => openDesk({ selects: 2 }),
  async make() {
    await press(await until('the row', () => rowLinks()[2 + (repairs++ % 6)]))
    const turn = await find('button', 'Turn')
    await until('Turn', () => !turn.hasAttribute('aria-disabled'))
    await press(turn)
    await holdOn()
  },
  stands: () => Boolean(whatCameOf()),
  // What was refused is not offered to this account again.
  isFinal: ({ name }) => name === '403' || name === '404',
  async afterSignIn() {
    await press(await until('Try again', tryAgain))
  },
  hand: [held, selected],
  async back() {
    refusedProcesses.set(new Set())
    await keys('{Escape}')
    await pass(10)
  },
}

let together: number[] = []
const selection = () => one('region', 'Selection')
const opening = /^Approve \d+ photos?$/

export const bulk: Call = {
  name: 'bulk',
  answers: 'a change',
  isOf: isUpdate,
  open: () => openDesk({ holds: false }),
  async make() {
    const boxes = all('checkbox', /^Select .*@/).filter((box) => box.getAttribute('aria-checked') !== 'true')
    for (const box of boxes.slice(3, 5)) await press(box, 0, ' ')
    together = [...selected.ids()]
    await approveTogether()
  },
  stands: () => together.every((id) => office(id) === 'APPROVED' && mailsTo(id) === 1),
  said: () =>
    all('status', undefined, tray() ?? document.createElement('div')).findLast(({ textContent }) =>
      /failed|not sent|Next try/.test(textContent ?? ''),
    ),
  place: tray,
  again: () => all('button', opening, selection()).find((button) => !button.hasAttribute('aria-disabled')),
  redo: approveTogether,
  hand: [],
}

async function approveTogether() {
  await press(await find('button', opening, selection()))
  const dialog = await find('dialog', 'Approve together')
  await press(await find('button', opening, dialog))
  await pass(6)
}

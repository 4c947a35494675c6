import { address } from '../journeys/app'
import { listed } from '../journeys/listed'
import type { Call } from './cell'
import { forgetListable, held, holdOn, later, listLength, openDesk, readAnew, selected } from './desk'
import { all, find, isSoon, one, paste, press } from './person'

const isPage = ({ method, url }: Request, status: string) =>
  method === 'GET' && url.includes(`/photo?status=${status}&`) && !/[?&]max=1(?!\d)/.test(url)
const isWholePage = ({ url }: Request) => /[?&]max=1000\b/.test(url)

const tab = (name: string) => find('link', new RegExp(`^${name}( [\\d,]+\\+?)?$`))
const rows = (name: string | RegExp) =>
  all('link', /@/, one('table', name) ?? document.createElement('div')).length
const pages = () => one('navigation', 'Pages')?.textContent ?? ''
const searchField = () => one('searchbox', 'Search photos') as HTMLInputElement

export const list: Call = {
  name: 'list',
  answers: 'rows',
  isOf: (request) => isPage(request, 'DENIED'),
  async open() {
    await openDesk()
    await holdOn()
  },
  make: async () => press(await tab('Denied')),
  stands: () => rows('Denied photos') > 2,
  hand: [held],
  async back() {
    await press(await tab('Pending'))
    await find('table', 'Pending photos')
    later()
  },
}

/** A row is asked for before the tab of a status of which it is a guess that CloudCard lists it. */
export const listable: Call = {
  name: 'whether there is a list',
  answers: 'one row',
  isOf: ({ url }) => /status=ON_HOLD&offset=0&max=1(?!\d)/.test(url),
  async open() {
    await openDesk()
    await holdOn()
  },
  async make() {
    await forgetListable()
    await press(await tab('On hold'))
  },
  // Refused, they are looked for among all photos; the first of those are all pending.
  stands: () =>
    address().includes('ON_HOLD') && Boolean(rows(/hold/) > 2 || one('heading', 'No photo matches')),
  hand: [held],
  async back() {
    await press(await tab('Pending'))
    await find('table', 'Pending photos')
    later()
  },
}

const asOf = () => one('time')?.textContent ?? ''
let before = ''

export const listAgain: Call = {
  name: 'list, read again',
  answers: 'rows',
  isOf: (request) => isPage(request, 'PENDING'),
  async open() {
    await openDesk({ selects: 2 })
    await holdOn()
  },
  async make() {
    before = asOf()
    await press(await find('button', 'Refresh'), 61)
  },
  stands: () => asOf() !== before && rows('Pending photos') > 5 && address() === '/photos',
  hand: [held, selected],
  back: async () => {},
}

export const count: Call = {
  name: 'count',
  answers: 'one row',
  isOf: ({ url }) => /status=PENDING&offset=\d+&max=1(?!\d)/.test(url),
  async open() {
    listLength.now = 100
    await openDesk({ at: '/photos?status=DENIED', holds: false })
  },
  make: async () => press(await tab('Pending')),
  stands: () => pages().includes('1–25 of 100'),
  said: () => {
    const status = one('status', undefined, one('navigation', 'Pages'))
    return status?.textContent?.includes('not counted') ? status : undefined
  },
  again: () => one('button', 'Refresh'),
  hand: [],
  async back() {
    await press(await tab('Denied'))
    await find('table', 'Denied photos')
    later()
  },
}

const isSearched = (text: () => string) => ({
  what: 'what is searched',
  isThere: () => searchField()?.value === text(),
  lostByReload: /the search/,
})

export const wholeReading: Call = {
  name: 'whole reading',
  answers: 'rows',
  isOf: isWholePage,
  async open() {
    await openDesk({ selects: 2 })
    await holdOn()
  },
  make: async () => paste(searchField(), 'lakemont'),
  stands: () => pages().includes('that match') && !pages().includes('loaded'),
  hand: [held, selected, isSearched(() => 'lakemont')],
  async back() {
    await clearSearch()
    await readAnew(2)
  },
}

async function clearSearch() {
  await press(searchField(), 0, '{Control>}a{/Control}{Backspace}')
  await isSoon(() => searchField().value === '')
}

let elsewhere = ''

export const person: Call = {
  name: 'person',
  answers: 'a person',
  isOf: ({ url }) => url.includes('/person/'),
  async open() {
    elsewhere = listed('APPROVED')[3]?.person?.email ?? ''
    await openDesk({ selects: 2 })
    // The list has been searched before: this is about the person alone.
    await paste(searchField(), 'lakemont')
    await isSoon(wholeReading.stands)
    await clearSearch()
    await holdOn()
  },
  make: async () => paste(searchField(), elsewhere),
  stands: () => Boolean(one('link', 'Show it there')),
  // A pause that CloudCard asks for keeps the list from being brought up to date as well, which is said by itself.
  said: () => all('alert').find(({ textContent }) => textContent?.startsWith("This person's photo")),
  hand: [held, selected, isSearched(() => elsewhere)],
  async back() {
    await clearSearch()
    later()
  },
}

const dialog = () => one('dialog', 'Export CSV')

export const exporting: Call = {
  name: 'export',
  answers: 'rows',
  isOf: isWholePage,
  async open() {
    await openDesk({ selects: 2 })
    await holdOn()
  },
  make: async () => press(await find('button', 'Export CSV')),
  stands: () => one('button', 'Save CSV', dialog())?.hasAttribute('aria-disabled') === false,
  said: () => all('alert', undefined, dialog() ?? document.createElement('div')).at(-1),
  hand: [held, selected],
  async back() {
    await press(await find('button', 'Close', dialog()))
    await readAnew(2)
  },
}

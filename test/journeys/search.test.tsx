import { screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  changeRows,
  expectNothingPersonal,
  findPlace,
  findRow,
  findTable,
  openApp,
  pages,
  pane,
  reload,
  shownEmails,
  tab,
  runSandbox,
  sandbox,
  searchField,
  server,
  showApp,
} from './app'
import { listed, type Listed } from './listed'
import { endLifetime } from '../../src/base/lifetimes'

runSandbox()

const askedDetails = () => asked.filter((request) => /^GET \/photo\/\d+$/.test(request))
const marisol = 'marisol.vega@lakemont.example'

it.each([
  ['an e-mail', marisol],
  ['its words in any order', 'vega marisol'],
  ['other case and accents', 'MÁRISOL'],
  ['words of the e-mail and the ID number', '27714 lakemont vega'],
  ['a part of the ID number', '277'],
  ['its ID number without the leading zeros', 'l27714'],
  ['the number of the photo', '9599901'],
])('search finds a photo by %s', async (_what, text) => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), text)
  await findPlace('1–1 of 1 that match')
  expect(await shownEmails()).toEqual([marisol])
})

it('search finds names and numbers as they are written elsewhere, with accents and in other letters', async () => {
  const { email } = listed()[0]?.person ?? {}
  changeRows((rows) =>
    rows.map((row) => {
      const { person } = (row ?? {}) as Listed
      const given = {
        ...person,
        email: 'Zoë.Großmann@lakemont.example',
        username: 'ÅSA-Łukasz',
        identifier: 'Ñ-0007',
      }
      return person?.email === email ? { ...(row as Listed), person: given } : row
    }),
  )
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  for (const text of ['zoe grossmann', 'ZOË', 'asa lukasz', 'n-0007', 'ñ-7']) {
    await user.clear(searchField())
    await user.paste(text)
    await findPlace('1–1 of 1 that match')
    expect(await shownEmails()).toEqual(['Zoë.Großmann@lakemont.example'])
  }
})

it('a name is found once a detail was read, and the empty result says why not before', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'elijah')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.getByText(/CloudCard lists no names\. Try the ID number or the e-mail\./)).toBeVisible()
  await user.clear(searchField())
  await user.click(await findRow('e.clarke@lakemont.example'))
  await user.click(await within(await pane()).findByRole('link', { name: 'Open photo page' }))
  await screen.findByText('Elijah Clarke')
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  expect(await findRow('e.clarke@lakemont.example Elijah Clarke')).toBeVisible()
  await user.type(searchField(), 'clarke elijah')
  await findPlace('1–1 of 1 that match')
  expectNothingPersonal()
})

it('a surname in front of a comma is found as its words are', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'Hoffmann, Lena')
  expect(await findRow('lena.hoffmann')).toBeVisible()
})

it('who searches by a name is told what is known, and offered the surname and the initial with it', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'Elijah Clarke')
  expect(await screen.findByText(/CloudCard lists no names\. Known here: \d+ of 100\.$/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Search “Clarke”' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Search “e.clarke”' }))
  expect(searchField()).toHaveValue('e.clarke')
  expect(await findRow('e.clarke')).toBeVisible()
})

it('the names of the listed photos are loaded on request, three at a time, and then found', async () => {
  let running = 0
  let most = 0
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ request }) => {
      most = Math.max(most, ++running)
      const answer = await getResponse(sandbox.handlers, request)
      running--
      return answer
    }),
  )
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'elijah clarke')
  await user.click(await screen.findByRole('button', { name: /^Load \d+ names$/ }))
  await findPlace('1–1 of 1 that match')
  expect(await findRow('e.clarke@lakemont.example Elijah Clarke')).toBeVisible()
  expect(await screen.findByText(/all known names of these pending photos were searched\.$/)).toBeVisible()
  expect(most).toBeLessThanOrEqual(3)
  expect(askedDetails().length).toBeLessThanOrEqual(101)
  expectNothingPersonal()
})

it('two people with one name are both found, however it is written, and can be told apart', async () => {
  const namesakes = ['e.clarke@lakemont.example', 'j.lindqvist@lakemont.example']
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      const photo = (await answer?.json()) as Listed
      const { email = '' } = photo.person ?? {}
      const customFields =
        email === namesakes[0]
          ? { 'Full Name': 'Elijah Clarke' }
          : email === namesakes[1]
            ? { 'First Name': 'Elíjah', 'Last Name': 'Clarke' }
            : {}
      return HttpResponse.json({ ...photo, person: { ...photo.person, customFields } })
    }),
  )
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'Elijah Clarke')
  await user.click(await screen.findByRole('button', { name: /^Load \d+ names$/ }))
  await findPlace('1–2 of 2 that match')
  for (const text of ['Clarke, Elijah', 'clarke', 'ELÍJAH clárke', 'Elijah Clarke']) {
    await user.clear(searchField())
    await user.paste(text)
    await findPlace('1–2 of 2 that match')
  }
  for (const [email, name, number] of [
    [namesakes[0], 'Elijah Clarke', '00098317'],
    [namesakes[1], 'Elíjah Clarke', '00317745'],
  ]) {
    const row = screen.getByRole('row', { name: new RegExp(`${email} ${name}`) })
    expect(within(row).getByText(number ?? '')).toBeVisible()
  }
})

it('loading names can be stopped, and goes on with those that are left', async () => {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'elijah clarke')
  const load = await screen.findByRole('button', { name: /^Load \d+ names$/ })
  const all = Number(/\d+/.exec(load.textContent ?? '')?.[0])
  let answered = 0
  let givenUp = 0
  server.use(
    http.get('*/cloudcard/photo/:id', async ({ request }) => {
      if (++answered <= 10) return
      request.signal.addEventListener('abort', () => void givenUp++)
      await gate
    }),
  )
  await user.click(load)
  expect(await screen.findByRole('progressbar', { name: 'Loading names' })).toBeVisible()
  await screen.findByText(`Names: 10 of ${all}`)
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(screen.queryByRole('progressbar', { name: 'Loading names' })).not.toBeInTheDocument()
  await waitFor(() => expect(givenUp).toBeGreaterThan(0))
  letGo()
  await user.click(await screen.findByRole('button', { name: `Load ${all - 10} names` }))
  expect(await findRow('e.clarke')).toBeVisible()
})

it('what narrows the list by filters alone says nothing of names', async () => {
  await openApp('/photos?score=bad&scored=90-')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.queryByText(/lists no names|^E-mail addresses/)).not.toBeInTheDocument()
})

it('search looks at every photo of the status, which is read by itself, once', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  const last = sandbox.db.withStatus('PENDING').at(-1)
  asked.length = 0
  await user.type(searchField(), String(last?.id))
  await findPlace('1–1 of 1 that match')
  expect(await findTable()).toHaveAttribute('aria-rowcount', '2')
  await user.clear(searchField())
  await findPlace('1–25 of 100')
  expect(await shownEmails()).toHaveLength(25)
  await user.type(searchField(), 'nobody')
  await screen.findByRole('heading', { name: 'No photo matches' })
  expect(askedPages().filter((page) => page.includes('max=1000'))).toEqual([
    'GET /photo?status=PENDING&offset=0&max=1000',
  ])
})

it('no match is told apart from no photos, and Clear filters brings them back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'nobody at all')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.queryByText('No pending photos')).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Clear filters' }))
  expect(await shownEmails()).toHaveLength(25)
  expect(searchField()).toHaveValue('')
  expect(searchField()).toHaveFocus()
})

it('letters typed just before Clear filters do not come back after it', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'nobody')
  const clear = await screen.findByRole('button', { name: 'Clear filters' })
  await user.type(searchField(), ' at all')
  await user.click(clear)
  await findPlace('1–25 of 100')
  expect(searchField()).toHaveValue('')
  expect(await shownEmails()).toHaveLength(25)
})

it('the text of a search is nowhere that a colleague or the browser’s history would have it', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'marisol vega')
  await findPlace('1–1 of 1 that match')
  expectNothingPersonal()
  expect(address()).toBe('/photos')
})

it('a search stays with its own address: another bookmark in the same tab shows all of its photos', async () => {
  const first = await openApp('/photos')
  await findTable()
  await first.user.type(searchField(), 'marisol')
  await findPlace('1–1 of 1 that match')
  first.unmount()
  endLifetime('read')
  const second = await openApp('/photos?max=50')
  await findPlace('1–50 of 100')
  expect(searchField()).toHaveValue('')
  second.unmount()
  endLifetime('read')
  window.history.back()
  await waitFor(() => expect(address()).toBe('/photos'))
  showApp()
  await findPlace('1–25 of 100')
  expect(searchField()).toHaveValue('')
  expectNothingPersonal()
})

it('who comes to the photos by a link of another page finds all of them, and by Back those searched for', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'marisol')
  await findPlace('1–1 of 1 that match')
  await user.click(within(screen.getByRole('banner')).getByRole('link', { name: /^Record$|^My decisions$/ }))
  await user.click(await screen.findByRole('link', { name: 'Go to photos' }))
  await findPlace('1–25 of 100')
  expect(searchField()).toHaveValue('')
  window.history.go(-2)
  await findPlace('1–1 of 1 that match')
  expect(searchField()).toHaveValue('marisol')
})

it('Back and Forward bring the text of each list back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'marisol')
  await findPlace('1–1 of 1 that match')
  await user.click(tab('Denied'))
  await screen.findByRole('heading', { name: 'No photo matches' })
  expect(searchField()).toHaveValue('marisol')
  await user.clear(searchField())
  await findPlace('1–5 of 5')

  window.history.back()
  await findPlace('1–1 of 1 that match')
  expect(searchField()).toHaveValue('marisol')
  expect(await shownEmails()).toEqual([marisol])
  window.history.forward()
  await findPlace('1–5 of 5')
  expect(searchField()).toHaveValue('')
})

it('while a search is on, Next photo stays among the photos that match', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), '004518')
  await findPlace('1–2 of 2 that match')
  const links = within(await findTable()).getAllByRole('link')
  const [first, last] = [links.at(-2), links.at(-1)]
  if (first) await user.click(first)
  const next = await screen.findByRole('button', { name: 'Next photo' })
  await user.click(next)
  await waitFor(() => expect(last).toHaveAttribute('aria-current', 'true'))
  expect(next).toHaveAccessibleDescription('This is the last photo that matches')
  expect(next).toHaveFocus()
})

it('the slash key goes to the search field, and is a letter like others in it', async () => {
  const { user } = await openApp('/photos')
  const [row] = within(await findTable()).getAllByRole('link')
  row?.focus()
  await user.keyboard('/')
  expect(searchField()).toHaveFocus()
  expect(searchField()).toHaveValue('')
  await user.keyboard('a/b')
  expect(searchField()).toHaveValue('a/b')
  expect(pages().getByRole('button', { name: 'Next page' })).toBeVisible()
})

it('what is searched for stays in memory: no storage of the browser has it, and a reload shows all photos', async () => {
  const { user, unmount } = await openApp('/photos')
  await findTable()
  await user.type(searchField(), 'marisol')
  await findPlace('1–1 of 1 that match')
  await user.click(tab('Denied'))
  await screen.findByRole('heading', { name: 'No photo matches' })
  const kept = JSON.stringify([{ ...sessionStorage }, { ...localStorage }, window.history.state])
  expect(kept).toContain('loupe.session')
  expect(kept).not.toContain('marisol')
  window.history.back()
  await findPlace('1–1 of 1 that match')
  await reload(unmount)
  await findPlace('1–25 of 100')
  expect(searchField()).toHaveValue('')
  expect(screen.queryByText(/that match/)).not.toBeInTheDocument()
})

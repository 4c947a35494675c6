import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  expectNothingPersonal,
  findPlace,
  findTable,
  openApp,
  pages,
  reload,
  shownEmails,
  tab,
  runSandbox,
  sandbox,
} from './app'

runSandbox()

const field = () => screen.getByRole('searchbox', { name: 'Search photos' })
const marisol = 'marisol.vega@lakemont.example'

it.each([
  ['an e-mail', marisol],
  ['its words in any order', 'vega marisol'],
  ['other case and accents', 'MÁRISOL'],
  ['a part of the ID number', '27714'],
  ['the number of the photo', '9599901'],
])('search finds a photo by %s', async (_what, text) => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), text)
  await findPlace('1–1 of 1 that match')
  expect(await shownEmails()).toEqual([marisol])
})

it('search looks at every photo of the status, which is read by itself, once', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  const last = sandbox.db.withStatus('PENDING').at(-1)
  asked.length = 0
  await user.type(field(), String(last?.id))
  await findPlace('1–1 of 1 that match')
  expect(await findTable()).toHaveAttribute('aria-rowcount', '2')
  await user.clear(field())
  await findPlace('1–25 of 100')
  expect(await shownEmails()).toHaveLength(25)
  await user.type(field(), 'nobody')
  await screen.findByRole('heading', { name: 'No photo matches' })
  expect(askedPages().filter((page) => page.includes('max=1000'))).toEqual([
    'GET /photo?status=PENDING&offset=0&max=1000',
  ])
})

it('no match is told apart from no photos, and Clear filters brings them back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'nobody at all')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.queryByText('No pending photos')).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Clear filters' }))
  expect(await shownEmails()).toHaveLength(25)
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
})

it('letters typed just before Clear filters do not come back after it', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'nobody')
  const clear = await screen.findByRole('button', { name: 'Clear filters' })
  await user.type(field(), ' at all')
  await user.click(clear)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(field()).toHaveValue('')
  expect(await shownEmails()).toHaveLength(25)
})

it('the text of a search is nowhere that a colleague or the browser’s history would have it', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'marisol vega')
  await findPlace('1–1 of 1 that match')
  expectNothingPersonal()
  expect(address()).toBe('/photos')
})

it('Back and Forward bring the text of each list back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'marisol')
  await findPlace('1–1 of 1 that match')
  await user.click(tab('Denied'))
  await screen.findByRole('heading', { name: 'No photo matches' })
  expect(field()).toHaveValue('marisol')
  await user.clear(field())
  await findPlace('1–5 of 5')

  window.history.back()
  await findPlace('1–1 of 1 that match')
  expect(field()).toHaveValue('marisol')
  expect(await shownEmails()).toEqual([marisol])
  window.history.forward()
  await findPlace('1–5 of 5')
  expect(field()).toHaveValue('')
})

it('a reload keeps the text, and signing out erases it', async () => {
  const { user, unmount } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'marisol')
  await findPlace('1–1 of 1 that match')
  await reload(unmount)
  expect(await shownEmails()).toEqual([marisol])
  expect(field()).toHaveValue('marisol')
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText('You are signed out.')
  expect(sessionStorage).toHaveLength(0)
})

it('while a search is on, Next photo stays among the photos that match', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), '004518')
  await findPlace(/of \d+ that match$/)
  const links = within(await findTable()).getAllByRole('link')
  const [first, last] = [links.at(-2), links.at(-1)]
  if (first) await user.click(first)
  const next = await screen.findByRole('button', { name: 'Next photo' })
  await user.click(next)
  expect(last).toHaveAttribute('aria-current', 'true')
  expect(next).toHaveAccessibleDescription('This is the last photo that matches')
  expect(next).toHaveFocus()
})

it('the slash key goes to the search field, and is a letter like others in it', async () => {
  const { user } = await openApp('/photos')
  const [row] = within(await findTable()).getAllByRole('link')
  row?.focus()
  await user.keyboard('/')
  expect(field()).toHaveFocus()
  expect(field()).toHaveValue('')
  await user.keyboard('a/b')
  expect(field()).toHaveValue('a/b')
  expect(pages().getByRole('button', { name: 'Next page' })).toBeVisible()
})

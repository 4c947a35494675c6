import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  expectNothingPersonal,
  findPlace,
  findTable,
  openApp,
  pages,
  reload,
  shownEmails,
  tabs,
  runSandbox,
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
])('search finds a photo of this page by %s', async (_what, text) => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), text)
  await findPlace('1 of the 25 photos on this page match')
  expect(await shownEmails()).toEqual([marisol])
})

it('search says that it looks at this page only, and asks CloudCard nothing', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of more than 25')
  expect(field()).toHaveAccessibleDescription('this page only')
  await user.type(field(), 'marisol')
  await findPlace('1 of the 25 photos on this page match')
  expect(await findTable()).toHaveAttribute('aria-rowcount', '2')
  await user.clear(field())
  await findPlace('1–25 of more than 25')
  expect(await shownEmails()).toHaveLength(25)
})

it('no match is told apart from no photos, and Clear filters brings them back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'nobody at all')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.queryByText('No pending photos')).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
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
  await findPlace('1 of the 25 photos on this page match')
  expectNothingPersonal()
  expect(address()).toBe('/photos')
})

it('Back and Forward bring the text of each list back', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  await user.type(field(), 'marisol')
  await findPlace('1 of the 25 photos on this page match')
  await user.click(tabs().getByRole('link', { name: 'Denied' }))
  await screen.findByText(/of the 5 photos on this page match$/)
  expect(field()).toHaveValue('marisol')
  await user.clear(field())
  await findPlace('1–5 of 5')

  window.history.back()
  await findPlace('1 of the 25 photos on this page match')
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
  await findPlace('1 of the 25 photos on this page match')
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
  await findPlace('2 of the 25 photos on this page match')
  const [first, last] = within(await findTable()).getAllByRole('link')
  if (first) await user.click(first)
  const next = await screen.findByRole('button', { name: 'Next photo' })
  await user.click(next)
  expect(last).toHaveAttribute('aria-current', 'true')
  expect(next).toHaveAccessibleDescription('This is the last photo on this page that matches')
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

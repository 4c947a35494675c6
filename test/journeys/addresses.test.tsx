import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  askedPages,
  expectNothingPersonal,
  findPlace,
  findRow,
  findTable,
  openApp,
  pages,
  pane,
  tab,
  runSandbox,
} from './app'

runSandbox()

it.each([
  ['/photos', 'Pending – Loupe'],
  ['/photos?page=2', 'Pending, page 2 – Loupe'],
  ['/photos?status=READY_FOR_DOWNLOAD', 'Ready for download – Loupe'],
  ['/photos?status=ALL&page=3&max=50', 'All, page 3 – Loupe'],
  ['/photos?photo=9599901', 'Pending – Loupe'],
  ['/photos/9599901', 'Photo 9599901 – Loupe'],
  ['/photos/123', 'Photo not found – Loupe'],
  ['/elsewhere', 'Page not found – Loupe'],
])('%s has its own title: %s', async (at, title) => {
  await openApp(at)
  await expect.poll(() => document.title).toBe(title)
  expectNothingPersonal()
})

it('the sign-in page has its own title', async () => {
  await openApp('/photos', { isSignedIn: false })
  await screen.findByRole('button', { name: 'Sign in' })
  expect(document.title).toBe('Sign in – Loupe')
})

it.each([
  ['status=NONSENSE&page=2', 'GET /photo?status=PENDING&offset=25&max=25'],
  ['status=APPROVED&page=two', 'GET /photo?status=APPROVED&offset=0&max=25'],
  ['page=-1&max=50', 'GET /photo?status=PENDING&offset=0&max=50'],
  ['page=1e1', 'GET /photo?status=PENDING&offset=0&max=25'],
  ['max=33&page=2', 'GET /photo?status=PENDING&offset=25&max=25'],
  ['photo=%3Cscript%3E&status=DENIED', 'GET /photo?status=DENIED&offset=0&max=25'],
])('a broken value in the address falls back alone: %s', async (query, request) => {
  await openApp(`/photos?${query}`)
  await findTable()
  expect(askedPages()[0]).toBe(request)
  expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
})

it('what is usual is left out of the address', async () => {
  const { user } = await openApp('/photos?status=PENDING&page=2&max=25')
  await findPlace(/^26–50/)
  await user.click(pages().getByRole('button', { name: 'First page' }))
  await findPlace(/^1–25/)
  expect(address()).toBe('/photos')
})

it('an unknown address has a page with a way out', async () => {
  const { user } = await openApp('/elsewhere')
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Go to pending photos' }))
  expect(await screen.findByRole('table', { name: 'Pending photos' })).toBeVisible()
  expect(address()).toBe('/photos')
  expect(document.body).not.toHaveFocus()
})

it('status, page, photos per page and opening a photo are steps that Back takes one by one', async () => {
  const { user } = await openApp('/photos')
  await findPlace(/^1–25/)
  const entries = window.history.length
  await user.click(tab('Downloaded'))
  await screen.findByRole('table', { name: 'Downloaded photos' })
  await user.click(pages().getByRole('button', { name: 'Next page' }))
  await findPlace(/^26–50/)
  await user.selectOptions(pages().getByRole('combobox', { name: 'Photos per page' }), '50')
  await findPlace(/^1–50/)
  const [row] = within(await findTable()).getAllByRole('link')
  if (row) await user.click(row)
  await pane()
  expect(window.history.length).toBe(entries + 4)
  expectNothingPersonal()

  for (const [at, place] of [
    ['/photos?status=DOWNLOADED&max=50', /^1–50/],
    ['/photos?status=DOWNLOADED&page=2', /^26–50/],
    ['/photos?status=DOWNLOADED', /^1–25/],
    ['/photos', /^1–25/],
  ] as const) {
    window.history.back()
    await expect.poll(address).toBe(at)
    await findPlace(place)
  }
  expect(screen.getByRole('table', { name: 'Pending photos' })).toBeVisible()
})

it('nothing that names a person is left behind on a walk through the app', async () => {
  const { user } = await openApp('/photos')
  await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'marisol')
  await findPlace('1–1 of 1 that match')
  expectNothingPersonal()
  await user.click(await findRow('marisol.vega@lakemont.example'))
  expectNothingPersonal()
  await user.click(await within(await pane()).findByRole('link', { name: 'Open photo page' }))
  await screen.findByText('Marisol Vega')
  expectNothingPersonal()
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await findRow('marisol.vega@lakemont.example')
  expectNothingPersonal()
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByRole('button', { name: 'Sign in' })
  expectNothingPersonal()
  expect(sessionStorage).toHaveLength(0)
})

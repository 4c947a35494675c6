import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { address, findApprove, findPlace, findRow, findTable, openApp, pages, pane, runSandbox } from './app'
import { openTogether, selection, selectPage } from './together'

runSandbox()

const gone = (name: string) =>
  waitFor(() => expect(screen.queryByRole('dialog', { name })).not.toBeInTheDocument())

async function openSecondPage() {
  const app = await openApp('/photos')
  await findPlace('1–25 of 100')
  await app.user.click(pages().getByRole('button', { name: 'Next page' }))
  await findPlace('26–50 of 100')
  return app
}

it('Back closes the dialog for many photos first, and keeps the page and what is selected', async () => {
  const { user } = await openSecondPage()
  await selectPage(user)
  const selected = (await selection()).getByText(/^\d+ selected$/).textContent ?? ''
  await openTogether(user, 'Deny')
  window.history.back()
  await gone('Deny together')
  await waitFor(() => expect(address()).toBe('/photos?page=2'))
  expect((await selection()).getByText(selected)).toBeVisible()
  await findPlace('26–50 of 100')
  // With nothing on top it leads back again.
  window.history.back()
  await findPlace('1–25 of 100')
  expect(address()).toBe('/photos')
})

it('Back closes Compare first, and the photo stays open', async () => {
  const { user } = await openSecondPage()
  const [link] = within(await findTable()).getAllByRole('link')
  if (link) await user.click(link)
  const open = address()
  await findApprove()
  await user.keyboard('c')
  await screen.findByRole('dialog', { name: 'Compare' })
  window.history.back()
  await gone('Compare')
  await waitFor(() => expect(address()).toBe(open))
  expect(await pane()).toBeVisible()
  window.history.back()
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument())
  expect(address()).toBe('/photos?page=2')
})

it('Back twice, quickly, closes Settings and no more; Back after Close leads back', async () => {
  const { user } = await openSecondPage()
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  await screen.findByRole('dialog', { name: 'Settings' })
  window.history.back()
  window.history.back()
  await gone('Settings')
  await waitFor(() => expect(address()).toBe('/photos?page=2'))
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Settings' })).getByRole('button', { name: 'Close' }),
  )
  await gone('Settings')
  window.history.back()
  await findPlace('1–25 of 100')
})

it('from the heading, arrow keys and Enter lead into the list', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  await user.click(await screen.findByRole('link', { name: 'Go to photos' }))
  const heading = await screen.findByRole('heading', { name: 'Pending' })
  await waitFor(() => expect(heading).toHaveFocus())
  const first = await findRow('lena.hoffmann')
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(first).toHaveFocus())
  await user.keyboard('{ArrowDown}')
  await waitFor(async () => expect(await findRow('e.clarke')).toHaveFocus())
  heading.focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await findRow('e.clarke')).toHaveFocus())
})

it('where nothing has the focus, as after loading the page, an arrow key leads into the list too', async () => {
  const { user } = await openApp('/photos')
  const first = await findRow('lena.hoffmann')
  expect(document.body).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(first).toHaveFocus())
})

it('the first stop of the Tab key leads past banner, tabs and tools into the list', async () => {
  const { user } = await openApp('/photos')
  const first = await findRow('lena.hoffmann')
  await user.tab()
  expect(screen.getByRole('button', { name: 'Skip to the content' })).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(first).toHaveFocus())
})

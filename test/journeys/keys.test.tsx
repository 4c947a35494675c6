import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import {
  address,
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  openApp,
  pane,
  runSandbox,
  sandbox,
  searchField,
  stopHoldTime,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const ofMarisol = /^Photo of marisol/
const ofAmara = /^Photo of amara/

async function openPhoto(path = `/photos?photo=${marisol}`) {
  const app = await openApp(path)
  await pane()
  await findPlace(/^1–25 of/)
  await findApprove()
  return app
}
type User = Awaited<ReturnType<typeof openPhoto>>['user']

const decisions = () => screen.queryByRole('region', { name: 'Decisions' })
const unmeant = () => screen.queryAllByText(/^Keys are off/)

/** As if the keyboard went on with what it was doing. */
const blur = () => act(() => (document.activeElement as HTMLElement | null)?.blur())

it.each<[string, (user: User) => Promise<void> | void]>([
  ['a photo that was opened by a link', blur],
  ['a click on the photo', async (user) => user.click(within(await pane()).getByRole('img'))],
  ['a click on a fact', async (user) => user.click(within(await pane()).getByText('ID number'))],
  ['a click on a blank spot', (user) => user.click(screen.getByRole('main'))],
  ['a click on the row that is open already', async (user) => user.click(await findRow('marisol.vega'))],
  [
    'a click on a checkbox',
    (user) => user.click(screen.getByRole('checkbox', { name: 'Select amara.okafor@lakemont.example' })),
  ],
  ['Refresh', (user) => user.click(button('Refresh'))],
  [
    'closing Settings',
    async (user) => {
      await user.click(button('Settings'))
      const settings = await screen.findByRole('dialog', { name: 'Settings' })
      await user.click(within(settings).getByRole('button', { name: 'Close' }))
    },
  ],
])('after %s the letters of the open photo work', async (_, press) => {
  const { user } = await openPhoto()
  await press(user)
  await findApprove()
  await user.keyboard('a')
  expect(await heading(ofAmara)).toBeVisible()
  expect((await findDecisions()).getByText(/^Approving in/)).toBeVisible()
})

it('a click on another row leads to its photo, and the keys with it', async () => {
  const { user } = await openPhoto()
  await user.click(await findRow('amara.okafor'))
  expect(await heading(ofAmara)).toHaveFocus()
  await user.keyboard('{ArrowLeft}')
  expect(await heading(ofMarisol)).toBeVisible()
})

it('in Safari, which gives a button no focus at a click, the keys work after Refresh, Fit and a checkbox', async () => {
  const { user } = await openPhoto()
  const onClick = ({ target }: Event) => (target as HTMLElement).closest<HTMLElement>('button, input')?.blur()
  document.addEventListener('click', onClick, true)
  try {
    for (const press of [
      button('Refresh'),
      button('Fit'),
      screen.getAllByRole('checkbox')[1] as HTMLElement,
    ]) {
      await user.click(press)
      await user.keyboard('j')
      expect(await heading(ofAmara)).toBeVisible()
      await user.keyboard('k')
      expect(await heading(ofMarisol)).toBeVisible()
    }
  } finally {
    document.removeEventListener('click', onClick, true)
  }
})

it('letters never work behind a dialog, nor in a field', async () => {
  const { user } = await openPhoto()
  await user.type(searchField(), 'a')
  await user.clear(searchField())
  await user.click(button('Settings'))
  await screen.findByRole('dialog', { name: 'Settings' })
  blur()
  await user.keyboard('as')
  expect(screen.getByRole('heading', { name: ofMarisol })).toBeInTheDocument()
  expect(decisions()).not.toBeInTheDocument()
})

it('what is typed for a field that goes away under it decides nothing, until the person comes to the photo', async () => {
  const { user } = await openPhoto()
  await user.type(searchField(), 'ad')
  // As when a part of the page is replaced: nobody has left the field.
  blur()
  await user.keyboard('adams, anna and amanda adams')
  expect(await heading(ofMarisol)).toBeInTheDocument()
  expect(decisions()).not.toBeInTheDocument()
  expect(screen.queryByRole('region', { name: 'Deny photo' })).not.toBeInTheDocument()
  expect(unmeant().length).toBeGreaterThan(0)
  await user.keyboard('{Tab}')
  await user.keyboard('d')
  expect(await screen.findByRole('region', { name: 'Deny photo' })).toBeVisible()
})

it('after a reload letters wait for a click or a key that moves; a link that somebody opens does not', async () => {
  const entries = vi.spyOn(performance, 'getEntriesByType')
  entries.mockReturnValue([{ type: 'reload' } as PerformanceNavigationTiming])
  const { user } = await openPhoto()
  await user.keyboard('anna and sams')
  expect(await heading(ofMarisol)).toBeInTheDocument()
  expect(decisions()).not.toBeInTheDocument()
  expect(unmeant().length).toBeGreaterThan(0)
  await user.click(within(await pane()).getByRole('img'))
  await user.keyboard('a')
  expect(await heading(ofAmara)).toBeVisible()
  entries.mockRestore()
})

it('"Sign in again" takes no letters of a half-typed note for a password, and what is typed on decides nothing', async () => {
  const { user } = await openPhoto()
  await user.click(button('Deny'))
  const form = within(await screen.findByRole('region', { name: 'Deny photo' }))
  const other = form.getByRole('textbox', { name: 'Other reason' })
  await user.type(other, 'Half')
  sandbox.db.tokens.all.clear()
  fireEvent.click(button('Refresh'))
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' })
  await user.keyboard(' a sentence{Enter}')
  expect(within(dialog).getByLabelText('Password')).toHaveValue('')
  expect(other).toHaveValue('Half')
  await user.type(within(dialog).getByLabelText('Password'), 'sandbox{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

  // The browser gives the focus back. Whoever presses Enter twice, or types on, has not meant the form.
  other.focus()
  await user.keyboard('{Enter}')
  expect(form.getByRole('textbox', { name: 'Other reason' })).toHaveValue('Half')
  form.getAllByRole('checkbox')[0]?.focus()
  await user.keyboard('2{Enter}')
  expect(form.getByRole('checkbox', { name: /No sunglasses/ })).not.toBeChecked()
  const deny = form.getByRole('button', { name: 'Deny photo' })
  deny.focus()
  await user.keyboard(' ')
  expect(decisions()).not.toBeInTheDocument()
  expect(unmeant().length).toBeGreaterThan(0)
  await user.click(deny)
  expect((await findDecisions()).getByText(/^Denying in/)).toBeVisible()
})

it('the key that says somebody is there says no more, and neither do those typed after it', async () => {
  const { user } = await openPhoto()
  await user.keyboard('{Shift}')
  await screen.findByRole('banner')
  await act(async () => passHold(15 * 60 + 5))
  await screen.findByRole('dialog', { name: 'Are you still there?' })
  await user.keyboard('adams')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(await heading(ofMarisol)).toBeInTheDocument()
  expect(decisions()).not.toBeInTheDocument()
  expect(askedDecisions()).toEqual([])
})

it('the keys of a photo go on after a denial that was written and sent by keys alone', async () => {
  const { user } = await openPhoto()
  await user.keyboard('d')
  await screen.findByRole('region', { name: 'Deny photo' })
  await user.click(screen.getByRole('textbox', { name: 'Other reason' }))
  await user.keyboard('Blurred{Enter}')
  await heading(ofAmara)
  await findApprove()
  await user.keyboard('a')
  expect(await heading(/^Photo of j\.lindqvist/)).toBeVisible()
  await waitFor(() => expect(address()).not.toContain(String(marisol)))
})

import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { traitsOf } from '../../src/sandbox/photo-traits'
import {
  address,
  changeRows,
  findDecisions,
  findRow,
  openApp,
  pane,
  runSandbox,
  sandbox,
  stopHoldTime,
  findApprove,
  holdPages,
} from './app'
import { changeSettings } from '../../src/session/settings'
import { showPictures } from '../sight'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Compare' }))
/** The ID card of a photo's person, which the sandbox puts before the other documents. */
const hasCard = (record: Parameters<typeof traitsOf>[0]) =>
  record.quirk === undefined && record.vendor === undefined && traitsOf(record).documents > 0
const zoom = () => within(screen.getByRole('group', { name: 'Zoom' }))

async function openPhoto(id = marisol) {
  const app = await openApp(`/photos?photo=${id}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  return app
}

it('Z zooms to twice and four times what fits, and back; while zoomed the arrows move the photo, J browses, Escape fits', async () => {
  const { user } = await openPhoto()
  await screen.findByRole('img', { name: /^Photo of marisol/ })
  expect(zoom().getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('z')
  expect(zoom().getByRole('button', { name: '2×' })).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('z')
  expect(zoom().getByRole('button', { name: '4×' })).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('{ArrowRight}{ArrowDown}')
  expect(await heading(/^Photo of marisol/)).toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(zoom().getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true')
  await user.click(zoom().getByRole('button', { name: '4×' }))
  ;(await heading(/^Photo of marisol/)).focus()
  await user.keyboard('j')
  // The next photo is shown as it fits.
  await heading(/^Photo of amara/)
  expect(zoom().getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true')
})

it('O flips between the photo and its original in the same place, and never counts as having seen the photo', async () => {
  const { user } = await openPhoto()
  const photo = await screen.findByRole('img', { name: /^Photo of marisol/ })
  const src = photo.getAttribute('src')
  await user.keyboard('o')
  const original = await screen.findByRole('img', { name: /^Original: Photo of marisol/ })
  expect(original.getAttribute('src')).not.toBe(src)
  expect(screen.getByRole('button', { name: 'Original' })).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('o')
  expect(await screen.findByRole('img', { name: /^Photo of marisol/ })).toHaveAttribute('src', src)
})

it('a photo without an original says so', async () => {
  const { user } = await openApp('/photos?page=4&photo=9584237')
  await pane()
  ;(await heading(/^Photo of/)).focus()
  await user.keyboard('o')
  expect(screen.getAllByText('This photo has no original.').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: 'Original' })).not.toBeInTheDocument()
})

it('C compares with documents, which stay covered until somebody asks for them, and then with the original', async () => {
  const { user } = await openPhoto()
  await user.keyboard('c')
  const compare = await dialog()
  expect(await compare.findByRole('img', { name: /^Photo of marisol/ })).toBeVisible()
  expect(compare.queryByRole('img', { name: 'Government issued ID' })).not.toBeInTheDocument()
  // In words, against the document's own thresholds.
  expect(compare.getByText('63%')).toHaveTextContent('63% Fair')
  expect(compare.getByText('Good from 90%, bad up to 50%')).toBeVisible()
  expect(compare.getByRole('button', { name: 'Show documents' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  expect(compare.getByRole('heading', { name: /^Photo of marisol/ })).toHaveFocus()
  await user.keyboard('c')
  expect(compare.getByRole('button', { name: 'Enrollment letter' })).toHaveAttribute('aria-pressed', 'true')
  await user.keyboard('o')
  expect(compare.getByRole('button', { name: 'Original' })).toHaveAttribute('aria-pressed', 'true')
  expect(compare.getByRole('img', { name: 'Original' })).toBeVisible()
  await user.keyboard('1')
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(await heading(/^Photo of marisol/)).toBeVisible()
})

it('a document is zoomed by itself: its face and its text stand elsewhere than the face of the photo', async () => {
  const { user } = await openPhoto()
  await user.keyboard('c')
  const compare = await dialog()
  // Of what is covered nothing can be zoomed.
  expect(compare.getByRole('group', { name: 'Zoom' })).toBeVisible()
  await user.keyboard('{Enter}')
  const zoomed = (side: string) =>
    within(compare.getByRole('group', { name: `Zoom: ${side}` })).getByRole('button', { pressed: true })
  const photo = compare.getByRole('img', { name: /^Photo of marisol/ }).parentElement
  const card = compare.getByRole('img', { name: 'Government issued ID' }).parentElement
  await user.keyboard('z')
  expect(zoomed('Document')).toHaveTextContent('2×')
  await waitFor(() => expect(card).toHaveStyle({ transform: 'scale(2) translate(0px, 0px)' }))
  expect(photo).not.toHaveStyle({ transform: 'scale(2) translate(0px, 0px)' })
  compare.getByRole('group', { name: 'Photo' }).focus()
  await waitFor(() => expect(zoomed('Photo')).toHaveTextContent('Fit'))
  await user.keyboard('zz')
  await waitFor(() => expect(photo).toHaveStyle({ transform: 'scale(4) translate(0px, 0px)' }))
  expect(card).toHaveStyle({ transform: 'scale(2) translate(0px, 0px)' })
  // The original is a picture of the same face: both are zoomed as one again.
  await user.keyboard('o')
  expect(compare.getByRole('group', { name: 'Zoom' })).toBeVisible()
  const original = compare.getByRole('img', { name: 'Original' }).parentElement
  await user.keyboard('z')
  await user.keyboard('z')
  expect(original?.style.transform).toBe(photo?.style.transform)
})

it('a document whose picture loads and is damaged says so in the comparison', async () => {
  const { user } = await openPhoto()
  await findApprove()
  showPictures({ isDamaged: true })
  await user.keyboard('c{Enter}')
  const compare = await dialog()
  // Here it is both of them.
  await waitFor(() => expect(compare.getAllByText('Picture is damaged')).toHaveLength(2))
  expect(compare.queryByRole('img', { name: 'Government issued ID' })).not.toBeInTheDocument()
})

it('documents that are asked for once a session take one key a photo: the next one opens in the same view, uncovered', async () => {
  changeSettings({ documents: 'session' })
  const withCards = sandbox.db.withStatus('PENDING').filter(hasCard).slice(0, 3)
  changeRows((rows) =>
    rows.filter((row) => withCards.some(({ id }) => id === (row as { id?: number } | null)?.id)),
  )
  const [first, second, third] = withCards.map(({ id }) => id)
  const { user } = await openPhoto(first)
  await user.keyboard('c{Enter}')
  const compare = await dialog()
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  await findApprove()
  await user.keyboard('a')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${second}`))
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  expect((await findDecisions()).getByText('Approving in 6 s')).toBeVisible()

  // Back and on without a decision; undone, the photo is there again.
  await user.keyboard('k')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${first}`))
  await user.keyboard('j')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${second}`))
  await user.keyboard('u')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${first}`))
  await user.keyboard('j')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${second}`))

  // Digits are reasons while the form is open.
  await user.keyboard('d')
  const form = within(await compare.findByRole('region', { name: 'Deny photo' }))
  await user.keyboard('2')
  expect(form.getByRole('checkbox', { name: /^No sunglasses/ })).toBeChecked()
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  expect(compare.queryAllByText('There is nothing else to compare with.')).toEqual([])
  await user.keyboard('{Enter}')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${third}`))
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() => expect(address()).toBe(`/photos?photo=${third}`))
})

it('the same key shows the document, goes on to the next one, and after the last back to the photo', async () => {
  const { user } = await openPhoto()
  const image = (name: string) => screen.queryByRole('img', { name })
  await user.keyboard('c')
  await dialog()
  expect(image('Government issued ID')).not.toBeInTheDocument()
  await user.keyboard('c')
  expect(image('Government issued ID')).toBeVisible()
  await user.keyboard('c')
  expect(image('Enrollment letter')).toBeVisible()
  await user.keyboard('c')
  expect(image('Original')).toBeVisible()
  await user.keyboard('c')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(await heading(/^Photo of marisol/)).toBeVisible()
})

it('the next photo opens in the same view with its first document, covered again unless Settings say otherwise', async () => {
  const withCards = sandbox.db.withStatus('PENDING').filter(hasCard).slice(0, 2)
  const [first, second] = withCards.map(({ id }) => id)
  changeRows((rows) =>
    rows.filter((row) => withCards.some(({ id }) => id === (row as { id?: number } | null)?.id)),
  )
  const { user } = await openPhoto(first)
  await user.keyboard('cc')
  const compare = await dialog()
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  await findApprove()
  await user.keyboard('a')
  await waitFor(() => expect(address()).toBe(`/photos?photo=${second}`))
  expect(compare.getByRole('button', { name: 'Show documents' })).toHaveFocus()
  expect(compare.queryByRole('img', { name: 'Government issued ID' })).not.toBeInTheDocument()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const settings = within(await screen.findByRole('dialog', { name: 'Settings' }))
  await user.click(settings.getByRole('radio', { name: 'Ask once, until I lock or sign out' }))
  await user.click(settings.getByRole('button', { name: 'Close' }))
  ;(await heading(/^Photo of/)).focus()
  await user.keyboard('c')
  expect((await dialog()).getByRole('img', { name: 'Government issued ID' })).toBeVisible()
})

it('beside a document stand the name and the ID number that it should bear', async () => {
  const { user } = await openPhoto()
  await user.keyboard('cc')
  const compare = await dialog()
  expect(await compare.findByText('Marisol Vega')).toBeVisible()
  expect(compare.getByText('L0027714')).toBeVisible()
})

it('while documents are checked a photo that was not looked at cannot be approved', async () => {
  const { user } = await openPhoto()
  await findApprove()
  // It does not fit on the screen from now on.
  showPictures({ part: 0.3 })
  await user.keyboard('ccj')
  await waitFor(() => expect(address()).toMatch(/photo=(?!9599901)/))
  const open = address()
  await user.keyboard('a')
  expect((await screen.findAllByText(/Look at the photo first|Wait for the photo/))[0]).toBeInTheDocument()
  expect(address()).toBe(open)
  showPictures({})
  await findApprove()
  await user.keyboard('a')
  await waitFor(() => expect(address()).not.toBe(open))
})

it('documents that were shown are covered again for whoever signs in next', async () => {
  const { user } = await openPhoto()
  await user.keyboard('c{Enter}')
  expect((await dialog()).getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText('You are signed out.')
  await user.click(screen.getByRole('button', { name: 'Open the sandbox' }))
  await user.click(await findRow('marisol.vega@lakemont.example'))
  await heading(/^Photo of marisol/)
  await user.keyboard('c')
  expect(await (await dialog()).findByRole('button', { name: 'Show documents' })).toBeVisible()
})

it.each([
  ['an expired document', 9597272, 'PENDING', /^This document has expired/],
  ['the photo that was approved before', 9583698, 'PENDING', /^Approved before$/],
  ['documents that are gone', null, 'DOWNLOADED', /Documents are deleted when the photo is downloaded/],
])('%s is told in the comparison', async (_what, known, status, words) => {
  const id = known ?? sandbox.db.withStatus(status)[0]?.id ?? 0
  const { user } = await openApp(`/photos/${id}?status=${status}`)
  ;(await heading(`Photo ${id}`)).focus()
  await screen.findByRole('img', { name: `Photo ${id}` })
  await user.keyboard('c')
  const compare = await dialog()
  expect(compare.getAllByText(words)[0]).toBeVisible()
})

it('ID number and e-mail are copied with one press', async () => {
  const { user } = await openPhoto()
  await user.click(await screen.findByRole('button', { name: 'Copy ID number' }))
  expect(await navigator.clipboard.readText()).toBe('L0027714')
  await user.click(screen.getByRole('button', { name: 'Copy e-mail' }))
  expect(await navigator.clipboard.readText()).toBe('marisol.vega@lakemont.example')
  expect(screen.getAllByText('Copied').length).toBeGreaterThan(0)
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('no'))
  await user.click(screen.getByRole('button', { name: 'Copy e-mail' }))
  expect(await screen.findByText('Could not copy')).toBeVisible()
})

it('the record has what was decided in this session, with reasons and note, until signing out', async () => {
  const { user } = await openPhoto()
  await findApprove()
  await user.keyboard('a')
  await heading(/^Photo of amara/)
  await user.keyboard('d')
  await screen.findByRole('region', { name: 'Deny photo' })
  await user.keyboard('25')
  await user.type(screen.getByRole('textbox', { name: 'Note to cardholder' }), 'By a window, please')
  await user.click(screen.getByRole('button', { name: 'Deny photo' }))
  await findDecisions()
  await heading(/^Photo of j\.lindqvist/)
  await findApprove()
  await user.keyboard('au')
  passHold(6)
  await waitFor(() => expect(sandbox.db.mails).toHaveLength(2))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())

  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  const record = within(await screen.findByRole('table', { name: 'Decisions of this session' }))
  const rows = record.getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getAllByRole('cell').at(-1)?.textContent).toSorted()).toEqual([
    'Approved',
    'Denied',
    'Undone',
  ])
  const denied = record.getByRole('row', { name: /amara\.okafor/ })
  expect(denied).toHaveTextContent('No sunglasses, Even lighting')
  expect(denied).toHaveTextContent('By a window, please')
  expect(denied).toHaveTextContent('10:42')

  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText('You are signed out.')
  await user.click(screen.getByRole('button', { name: 'Open the sandbox' }))
  await user.click(await screen.findByRole('link', { name: 'My decisions' }))
  expect(await screen.findByText('No decisions yet.')).toBeVisible()
})

it('C opens no comparison of a photo that has not come, and passes none over', async () => {
  const letGo = holdPages('PENDING')
  const { user } = await openApp(`/photos?photo=${marisol}`)
  ;(await screen.findByRole('heading', { name: `Photo ${marisol}` })).focus()
  await user.keyboard('c')
  letGo()
  await screen.findByRole('img', { name: /^Photo of marisol/ })
  expect(screen.queryByRole('dialog', { name: 'Compare' })).toBeNull()
  await user.keyboard('c')
  expect(await screen.findByRole('dialog', { name: 'Compare' })).toBeVisible()
})

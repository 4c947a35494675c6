import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { findDecisions, openApp, pane, runSandbox, sandbox, stopHoldTime, findApprove } from './app'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Compare' }))
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

it('C compares: with the original, and with documents that stay covered until somebody asks for them', async () => {
  const { user } = await openPhoto()
  await user.keyboard('c')
  const compare = await dialog()
  expect(compare.getByRole('img', { name: 'Original' })).toBeVisible()
  expect(compare.getByRole('img', { name: `Photo ${marisol}` })).toBeVisible()
  await user.click(compare.getByRole('button', { name: 'Government issued ID' }))
  expect(compare.queryByRole('img', { name: 'Government issued ID' })).not.toBeInTheDocument()
  // In words, against the document's own thresholds.
  expect(compare.getByText('63%')).toHaveTextContent('63% Fair')
  expect(compare.getByText('Good from 90%, bad up to 50%')).toBeVisible()
  await user.click(compare.getByRole('button', { name: 'Show Government issued ID' }))
  expect(compare.getByRole('img', { name: 'Government issued ID' })).toBeVisible()
  expect(compare.getByRole('button', { name: 'Government issued ID' })).toHaveFocus()
  // Nothing behind the comparison hears its keys.
  await user.keyboard('adz')
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  expect(screen.queryByRole('region', { name: 'Deny photo' })).not.toBeInTheDocument()
  await user.keyboard('c')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  // And they are covered again.
  ;(await heading(/^Photo of marisol/)).focus()
  await user.keyboard('c')
  await user.click((await dialog()).getByRole('button', { name: 'Government issued ID' }))
  expect((await dialog()).getByRole('button', { name: 'Show Government issued ID' })).toBeVisible()
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
  for (const name of compare.queryAllByRole('button', { name: 'Government issued ID' }))
    await user.click(name)
  expect(compare.getByText(words)).toBeVisible()
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

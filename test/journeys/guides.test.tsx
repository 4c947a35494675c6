import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { asked, findApprove, openApp, pane, runSandbox, server, stopHoldTime } from './app'

runSandbox()
stopHoldTime()

const marisol = 9599901
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const button = (name: string) => screen.getByRole('button', { name })
const detailsAsked = () => asked.filter((request) => /^GET \/photo\/\d+$/.test(request))
const sentence =
  /^Head \d+% of the height, (\d+% (above|below)|at) the ideal top, (\d+% (left|right) of|in) the middle\./
/** The sandbox has no numbers of amara’s head. */
const nothing = /^CloudCard sent no numbers of the head: the middle and the ideal top are shown\./
/** Told to everybody, and not only to those who see it. */
const findHeard = async (words: RegExp) =>
  expect(
    (await screen.findAllByText(words)).some((element) => element.closest('[role="status"]') !== null),
  ).toBe(true)

async function openPhoto(id = marisol) {
  const app = await openApp(`/photos?photo=${id}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  await findApprove()
  return app
}

it('G draws guides from CloudCard’s numbers and says them; they stay on for the photos that come next', async () => {
  const { user } = await openPhoto()
  expect(screen.queryByText('Ideal top')).not.toBeInTheDocument()
  await user.keyboard('g')
  expect(button('Guides')).toHaveAttribute('aria-pressed', 'true')
  await findHeard(sentence)
  for (const name of ['Ideal top', 'Head', 'Brow']) expect(screen.getByText(name)).toBeInTheDocument()
  await user.keyboard('j')
  await heading(/^Photo of amara/)
  expect(button('Guides')).toHaveAttribute('aria-pressed', 'true')
  await findHeard(nothing)
  await user.keyboard('g')
  expect(button('Guides')).toHaveAttribute('aria-pressed', 'false')
  expect(screen.queryByText('Ideal top')).not.toBeInTheDocument()
})

it('beside the list nothing more is asked of CloudCard until guides are on, and then the open photo alone', async () => {
  const { user } = await openPhoto()
  const before = detailsAsked().length
  await user.keyboard('j')
  await heading(/^Photo of amara/)
  await findApprove()
  expect(detailsAsked()).toHaveLength(before)
  await user.keyboard('g')
  await findHeard(nothing)
  expect(detailsAsked()).toHaveLength(before + 1)
})

it('a photo of which CloudCard sent no numbers has the middle and the ideal top, and says so', async () => {
  const { user } = await openPhoto(9599824)
  await user.keyboard('g')
  await findHeard(nothing)
  expect(screen.getByText('Ideal top')).toBeInTheDocument()
  expect(screen.queryByText('Head')).not.toBeInTheDocument()
})

it('numbers that cannot be read are said so, the photo stays, and they can be tried again', async () => {
  const { user } = await openPhoto()
  // The first photo of the list taught the office already.
  server.use(http.get(`*/cloudcard/photo/${marisol}`, () => new HttpResponse(null, { status: 404 })))
  await user.keyboard('g')
  expect(await screen.findByText("CloudCard's numbers could not be read.")).toBeVisible()
  expect(await heading(/^Photo of marisol/)).toBeVisible()
  server.resetHandlers()
  await user.click(button('Try again'))
  await findHeard(sentence)
})

it('the photo page and the comparison have the same guides', async () => {
  const { user } = await openApp(`/photos/${marisol}`)
  ;(await heading(`Photo ${marisol}`)).focus()
  await findApprove()
  await user.keyboard('g')
  await findHeard(sentence)
  const details = within(screen.getByRole('region', { name: 'Photo details' }))
  expect(details.getByRole('heading', { name: 'Guides' })).toBeVisible()
  expect(details.getByText(sentence)).toBeVisible()
  await user.keyboard('c')
  const compare = within(await screen.findByRole('dialog', { name: 'Compare' }))
  expect(await compare.findByText('Ideal top')).toBeInTheDocument()
  expect(compare.getAllByText(sentence)[0]).toBeVisible()
})

it('the original has no guides: the numbers are of the photo as it is now', async () => {
  const { user } = await openPhoto()
  await user.keyboard('g')
  await findHeard(sentence)
  await user.keyboard('o')
  expect(screen.queryByText('Ideal top')).not.toBeInTheDocument()
  await user.keyboard('o')
  expect(await screen.findByText('Ideal top')).toBeInTheDocument()
})

it('L lifts the shadows, then shows the edges, then the photo as it is; the next photo is shown as it is', async () => {
  const { user } = await openPhoto()
  await user.keyboard('l')
  expect(button('Light')).toHaveAttribute('aria-pressed', 'true')
  expect(within(await pane()).getByText('Shadows lifted')).toBeVisible()
  await user.keyboard('l')
  expect(within(await pane()).getByText('Edges')).toBeVisible()
  // What is said of it is how it is now.
  expect(screen.getAllByText(/^The edges are shown/)).not.toHaveLength(0)
  expect(screen.queryByText(/^The shadows are lifted/)).not.toBeInTheDocument()
  await user.keyboard('l')
  expect(button('Light')).toHaveAttribute('aria-pressed', 'false')
  expect(within(await pane()).queryByText('Edges')).not.toBeInTheDocument()
  await user.keyboard('lj')
  await heading(/^Photo of amara/)
  expect(button('Light')).toHaveAttribute('aria-pressed', 'false')
})

it('a photo that was seen in another light alone cannot be approved', async () => {
  const { user } = await openApp('/photos')
  const opened = await screen.findByRole('link', { name: /marisol/ })
  await user.click(opened)
  // Before it has been on the screen for long enough.
  await user.keyboard('la')
  expect(await heading(/^Photo of marisol/)).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  await user.keyboard('ll')
  await findApprove()
  await user.keyboard('a')
  await waitFor(() => expect(screen.getByRole('region', { name: 'Decisions' })).toBeVisible())
})

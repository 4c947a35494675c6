import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  address,
  asked,
  askedDecisions,
  findApprove,
  findDecisions,
  findIds,
  findPlace,
  findTable,
  openApp,
  pane,
  runSandbox,
  sandbox,
  shownIds,
  stopHoldTime,
} from './app'

runSandbox()
const pass = stopHoldTime()

const marisol = 9599901
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const ofMarisol = /^Photo of marisol\.vega/
const newest = () => Math.max(...sandbox.db.photos.map(({ id }) => id))
const askedProcesses = () => asked.filter((request) => request.startsWith('POST /photo/'))

async function openPhoto(at = `/photos?photo=${marisol}`, options: Parameters<typeof openApp>[1] = {}) {
  const app = await openApp(at, options)
  await pane()
  await findPlace(/^1–25 of/)
  ;(await heading(/^Photo/)).focus()
  // The first key brings what follows decisions.
  await findApprove()
  return app
}

/** Time passes until something is there. */
function passUntil<T>(get: () => T): Promise<T> {
  return waitFor(() => {
    pass(1)
    return get()
  })
}

const turned = () => screen.getByRole('region', { name: 'Turned by CloudCard' })

/** The bot is done with it, and before and after stand side by side. */
async function turnMarisol(user: Awaited<ReturnType<typeof openPhoto>>['user']) {
  await user.keyboard('r')
  await passUntil(turned)
  return newest()
}

describe('having a photo repaired', () => {
  it.each([
    ['r', 'Turn', 'rotate', 'Turning', 'Turned'],
    ['x', 'Crop', 'crop', 'Cropping', 'Cropped'],
    ['b', 'Clean background', 'removeBackground', 'Cleaning background', 'Background cleaned'],
  ])(
    '%s, or the button %s, asks CloudCard for it once, and nothing is decided meanwhile',
    async (key, name, process, doing, done) => {
      const { user } = await openPhoto()
      const letter = key.toUpperCase()
      expect(screen.getByRole('button', { name })).toHaveAttribute('aria-keyshortcuts', letter)
      await user.keyboard(key)
      expect(await screen.findByText(`${doing}… You can decide once CloudCard is done.`)).toBeVisible()
      // The row is another one as soon as the new number is known.
      await waitFor(async () => expect(within(await findTable()).getByText(`${doing}…`)).toBeVisible())
      await user.keyboard('ad')
      expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()
      expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
      const region = await passUntil(() => screen.getByRole('region', { name: `${done} by CloudCard` }))
      expect(sandbox.db.photo(newest())?.made?.process).toBe(process)
      expect(askedProcesses()).toEqual([`POST /photo/${marisol}`])
      expect(within(region).getByText(/no way back to the old picture/)).toBeVisible()
      expect(sandbox.db.photo(marisol)?.status).toBe('DISCARDED')
    },
  )

  it('shows before and after side by side, and Enter goes on with the new picture alone', async () => {
    const { user } = await openPhoto()
    const id = await turnMarisol(user)
    const details = within(await pane())
    expect(details.getByRole('img', { name: 'Before' })).toBeVisible()
    expect(details.getByRole('img', { name: ofMarisol })).toBeVisible()
    expect(details.getByText(`${id}, new number`, { exact: false })).toBeVisible()
    expect(await details.findByText(/^From before the turn\. The bot is scoring/)).toBeVisible()
    await user.keyboard('{Enter}')
    expect(details.queryByRole('img', { name: 'Before' })).not.toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Turned by CloudCard' })).not.toBeInTheDocument()
    // The score follows, and is not asked for any more.
    await passUntil(() => within(screen.getByRole('region', { name: 'Photo details' })).getByText('93%'))
    asked.length = 0
    pass(400)
    expect(asked.filter((request) => request.includes(String(id)))).toEqual([])
  })

  it('the new number takes the place of the old one: row, address, neighbours, and what is decided', async () => {
    const { user } = await openPhoto()
    const before = await shownIds()
    const id = await turnMarisol(user)
    expect(address()).toBe(`/photos?photo=${id}`)
    await findIds(before.map((each) => (each === marisol ? id : each)))
    await findApprove()
    await user.keyboard('j')
    expect(await heading(/^Photo of amara/)).toHaveFocus()
    await user.keyboard('k')
    expect(address()).toBe(`/photos?photo=${id}`)
    await findApprove()
    await user.keyboard('a')
    await findDecisions()
    pass(6)
    await waitFor(() => expect(askedDecisions()).toEqual([`PUT /photo/${id}`]))
    await waitFor(() => expect(sandbox.db.photo(id)?.status).toBe('APPROVED'))
    expect(sandbox.db.mails.map(({ photo }) => photo)).toEqual([id])
  })
})

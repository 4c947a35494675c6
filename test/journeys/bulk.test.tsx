import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { isLookedAt, noteLookedAt } from '../../src/desk/looked-at'
import { selection as selected } from '../../src/desk/selection'
import {
  asked,
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findTable,
  openApp,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
  tab,
} from './app'
import { idsOf, listed } from './listed'
import { showPictures } from '../sight'
import { allOf, approvePage, chosenOf, dialog, openTogether, selection, selectPage } from './together'

runSandbox()
const passHold = stopHoldTime()

const stored = (id: number) => sandbox.db.photo(id)

describe('the set', () => {
  it('is opened exactly as it was chosen, to look through and untick', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await selectPage(user)
    const ids = [...selected.keys()]
    const together = await openTogether(user, 'Approve')
    const tiles = within(together.getByRole('grid', { name: 'Photos to approve' })).getAllByRole('gridcell')
    expect(tiles).toHaveLength(ids.length)
    await user.click(tiles[2] as HTMLElement)
    await user.click(within(tiles[2] as HTMLElement).getByRole('checkbox'))
    expect(tiles[2]).toHaveAttribute('aria-selected', 'false')
    expect(chosenOf(together)).toHaveTextContent(`of ${ids.length}`)
    // It is let go for the list as well.
    await user.click(together.getByRole('button', { name: 'Cancel' }))
    expect((await selection()).getByRole('status')).toHaveTextContent(`${ids.length - 1} selected`)
  })

  it('approves those that were looked at, and no other: there is nothing to tick that would', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await selectPage(user)
    showPictures({ part: 0.27 })
    const together = await openTogether(user, 'Approve')
    const approve = (name: string) => together.getByRole('button', { name })
    expect(approve('Approve those looked at')).toHaveAccessibleDescription('No photo has been looked at yet')
    await user.click(approve('Approve those looked at'))
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    const all = [...selected.values()]
    // A few have been scrolled into sight.
    const seen = all.slice(0, 5)
    act(() => noteLookedAt(seen))
    const [, ticked] = /^(\d+) of/.exec(chosenOf(together).textContent ?? '') ?? []
    expect(together.getByText(`Scroll to look at the other ${Number(ticked) - 5}.`)).toBeVisible()
    await user.click(approve('Approve the 5 looked at'))
    passHold(6)
    await waitFor(() => expect(selected.size).toBe(all.length - 5))
    expect(all.filter(({ id }) => stored(id)?.status === 'APPROVED').map(({ id }) => id)).toEqual(
      seen.map(({ id }) => id),
    )
  })

  it('counts a photo that was looked at beside the list, and not one that was only passed', async () => {
    const { user } = await openApp('/photos?photo=9599901')
    await findTable()
    await findApprove()
    showPictures({ width: 42, height: 56 })
    await user.click(screen.getByRole('button', { name: 'Next photo' }))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await selectPage(user)
    const together = await openTogether(user, 'Approve')
    expect(together.getByRole('button', { name: 'Approve the 1 looked at' })).toBeVisible()
    const tile = together.getAllByRole('gridcell', { name: /looked at/ })
    expect(tile).toHaveLength(1)
    expect(tile[0]).toHaveAccessibleName(/^marisol\.vega/)
  })

  it('denies nobody unseen either, but what cannot be shown', async () => {
    const { user } = await openApp('/photos?page=2')
    await findTable()
    showPictures({ part: 0.27 })
    await selectPage(user)
    const together = await openTogether(user, 'Deny')
    expect(together.getByRole('button', { name: /^Deny the \d looked at$/ })).toBeVisible()
  })

  it('is looked at anew where a photo has changed since', async () => {
    const photo = { id: 1, version: 1, picture: { urls: ['https://a.example/1.jpg'] } }
    type Known = Parameters<typeof isLookedAt>[0]
    noteLookedAt([photo as unknown as Known])
    expect(isLookedAt(photo as unknown as Known)).toBe(true)
    expect(isLookedAt({ ...photo, version: 2 } as unknown as Known)).toBe(false)
  })

  it('leaves out what cannot be shown, when approving, and says so at its tile', async () => {
    const { user } = await openApp('/photos?max=100')
    await findTable()
    await selectPage(user)
    const together = await openTogether(user, 'Approve')
    expect(chosenOf(together)).toHaveTextContent(/left out$/)
    expect(together.getAllByText("Left out: can't be shown").length).toBeGreaterThan(0)
  })
})

describe('the decision', () => {
  it('is held once and undone as a whole; the photos stay selected', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    const tray = await approvePage(user)
    const count = selected.size
    const [, decided] =
      /Approving (\d+) photos in 6 s/.exec(
        (await tray.findByText(/^Approving \d+ photos in/)).textContent ?? '',
      ) ?? []
    await findPlace(new RegExp(`\\b${100 - Number(decided)}(,| left)`))
    passHold(5)
    await user.click(tray.getByRole('button', { name: 'Undo' }))
    await findPlace('1–25 of 100')
    passHold(60)
    expect(askedDecisions()).toEqual([])
    expect(selected.size).toBe(count)
    expect(tab('Pending')).toHaveAccessibleName('Pending 100')
  })

  it('is undone with Ctrl+Z too', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
    passHold(60)
    expect(askedDecisions()).toEqual([])
  })

  it('is sent photo by photo, each with its version, and what was sent is let go', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    const all = listed().length
    asked.length = 0
    passHold(6)
    await waitFor(() => expect(screen.queryByText(/^Approving \d+ photos$/)).not.toBeInTheDocument())
    const sent = askedDecisions()
    expect(new Set(sent).size).toBe(sent.length)
    expect(listed().length).toBe(all - sent.length)
    // Nothing is read again for it.
    expect(asked.filter((request) => request.startsWith('GET /photo/'))).toEqual([])
    for (const request of sent) {
      const id = Number(request.split('/')[2])
      expect(stored(id)).toMatchObject({ status: 'APPROVED' })
      expect(selected.has(id)).toBe(false)
    }
    await user.click((await findDecisions()).getByRole('button', { name: 'OK' }))
  })

  it('denies for the reasons given once, each cardholder by an e-mail of his own', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await selectPage(user)
    const together = await openTogether(user, 'Deny')
    const deny = () => together.getByRole('button', { name: /^Deny \d+/ })
    await together.findByRole('button', allOf('Deny'))
    expect(deny()).toHaveAccessibleDescription('Choose a reason, or write one')
    await user.click(await together.findByRole('checkbox', { name: /Plain background/ }))
    const count = selected.size
    await user.click(deny())
    await findDecisions()
    passHold(6)
    await waitFor(() => expect(sandbox.db.mails).toHaveLength(count))
    expect(sandbox.db.mails.every(({ reasons }) => reasons.join() === 'Plain background')).toBe(true)
    expect(new Set(sandbox.db.mails.map(({ photo }) => photo)).size).toBe(count)
  })

  it('Stop sends no more; what was not sent stays undecided and selected', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => (letGo = resolve))
    server.use(
      http.put('*/cloudcard/photo/:id', async () => {
        await gate
      }),
    )
    const tray = await approvePage(user)
    const count = selected.size
    passHold(6)
    await waitFor(() => expect(askedDecisions()).toHaveLength(3))
    expect(tray.getByRole('progressbar')).toHaveAttribute('value', '0')
    await user.click(tray.getByRole('button', { name: 'Stop' }))
    letGo()
    expect(await tray.findByText(/^Approved 3 of \d+ photos, \d+ not sent$/)).toBeVisible()
    expect(askedDecisions()).toHaveLength(3)
    expect(selected.size).toBe(count - 3)
    await waitFor(() => expect(tab('Pending')).toHaveAccessibleName('Pending 97'))
  })

  it('leaving stops it, and closing warns of what was not sent', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(close()).toBe(true)
    act(() => void window.dispatchEvent(new Event('pagehide')))
    passHold(60)
    expect(askedDecisions()).toEqual([])
    expect(close()).toBe(false)
    expect((await findDecisions()).getByText(/^Approved 0 of \d+ photos, \d+ not sent$/)).toBeVisible()
  })

  it('signing out names what of it was not sent, and stops it', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    const unsent = await dialog('Not sent yet')
    expect(unsent.getByText(/^Approve \d+ of \d+ photos$/)).toBeVisible()
    await user.click(unsent.getByRole('button', { name: 'Sign out without them' }))
    await screen.findByRole('button', { name: 'Sign in' })
    passHold(60)
    expect(askedDecisions()).toEqual([])
    expect(selected.size).toBe(0)
  })

  it('a photo of it has no decision of its own meanwhile', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    const [first] = idsOf(listed())
    await user.click(within(await findTable()).getAllByRole('link')[0] as HTMLElement)
    const details = within(await screen.findByRole('region', { name: 'Photo details' }))
    expect(await details.findByText('Approving with other photos')).toBeVisible()
    expect(details.queryByRole('button', { name: 'Deny' })).not.toBeInTheDocument()
    expect(stored(first ?? 0)?.status).toBe('PENDING')
  })
})

it('conflicts and refusals stay selected with their reasons, and are tried again alone', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const [first = 0, second = 0, third = 0] = idsOf(listed())
  server.use(
    http.put(`*/cloudcard/photo/${second}`, () => HttpResponse.json({ message: 'No' }, { status: 422 }), {
      once: true,
    }),
  )
  const tray = await approvePage(user)
  // Somebody else is faster with the first, and has changed the third.
  sandbox.db.change(first, { status: 'DENIED' })
  sandbox.db.change(third, { lastUpdated: Date.now() })
  passHold(6)
  expect(await tray.findByText(/^Approved \d+ of \d+ photos, 3 failed$/)).toBeVisible()
  expect(tray.getByText(/^Approved \d+ of \d+ photos, 3 failed\. They are still selected\.$/)).toHaveRole(
    'status',
  )
  expect([first, second, third].every((id) => selected.has(id))).toBe(true)
  const failed = sandbox.db.mails.filter(({ photo }) => [first, second, third].includes(photo))
  expect(failed).toEqual([])
  await user.click(tray.getByRole('button', { name: 'OK' }))
  const together = await openTogether(user, 'Approve')
  expect(together.getByText("Not accepted: CloudCard didn't accept it")).toBeVisible()
  expect(together.getAllByText(/^Changed by someone else: is now (Denied|Pending)/)).toHaveLength(2)
  await user.click(await together.findByRole('button', { name: 'Approve 3 photos' }))
  passHold(6)
  await waitFor(() => expect(stored(second)?.status).toBe('APPROVED'))
  await waitFor(() =>
    expect([first, second, third].map((id) => stored(id)?.status)).toEqual(Array(3).fill('APPROVED')),
  )
})

it('Approve all good is the filter Good and all that match', async () => {
  const { user } = await openApp('/photos?score=good')
  const good = listed().filter(({ lowestClassification: score }) => Number(score) >= 0.8)
  await findPlace(`1–25 of ${good.length} that match`)
  await user.click((await selection()).getByRole('button', { name: `Approve all good (${good.length})` }))
  const together = await dialog('Approve together')
  expect(chosenOf(together)).toHaveTextContent(`of ${good.length}`)
  expect([...selected.keys()].sort()).toEqual(idsOf(good).sort())
})

it('is on offer for photos of all statuses, and decides those it can', async () => {
  const { user } = await openApp('/photos?status=ALL&max=100')
  await findTable()
  await selectPage(user)
  const together = await openTogether(user, 'Approve')
  expect(chosenOf(together)).toHaveTextContent(/^\d+ of \d+ selected/)
})

describe('a long pause', () => {
  it('that CloudCard asks for is told with its end, and what waits stays in sight', async () => {
    server.use(
      http.put('*/cloudcard/photo/:id', () =>
        HttpResponse.json({}, { status: 429, headers: { 'Retry-After': '1800' } }),
      ),
    )
    const { user } = await openApp('/photos')
    await findTable()
    await approvePage(user)
    passHold(6)
    const tray = await screen.findByRole('region', { name: 'Decisions' })
    await waitFor(() =>
      expect(tray).toHaveTextContent(/CloudCard asked us to wait\. Next try at 11:\d\d AM\./),
    )
    expect(tray).toHaveTextContent('0 of 25')
    expect(within(tray).getByRole('button', { name: 'Stop' })).toBeVisible()
  })
})

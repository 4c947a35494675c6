import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  changeRows,
  expectNothingPersonal,
  findCounts,
  findPlace,
  findTable,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
} from './app'
import { idsOf, listed, type Listed } from './listed'

runSandbox()
const passHold = stopHoldTime()

type User = Awaited<ReturnType<typeof openApp>>['user']

/** A pending photo of a person with an earlier one that is done. */
function twoOfOne() {
  const earlier = sandbox.db.withStatus('DONE').find(({ id, personKey }) => personKey !== id)
  const pending = earlier && sandbox.db.photo(earlier.personKey)
  if (!earlier || !pending) throw new Error('Nobody has two photos')
  return { earlier: earlier.id, pending: pending.id }
}

const personPanel = async () => within(await screen.findByRole('region', { name: 'This person' }))

async function openPerson(user: User) {
  const panel = await personPanel()
  await user.click(panel.getByRole('button', { name: 'Other photos of this person' }))
  return panel
}

const askedPerson = () => asked.filter((request) => request.startsWith('GET /person/'))
const shownLinks = (panel: Awaited<ReturnType<typeof personPanel>>) =>
  panel
    .getAllByRole('listitem')
    .map((item) => within(item).getAllByRole('link')[0] as HTMLAnchorElement)
    .map(({ href }) => Number(/\/photos\/(\d+)/.exec(href)?.[1]))

it('the other photos of a person cost nothing until they are asked for', async () => {
  const { pending } = twoOfOne()
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  const panel = await personPanel()
  expect(panel.queryByRole('list')).not.toBeInTheDocument()
  expect(askedPerson()).toEqual([])
  await user.click(panel.getByRole('button', { name: 'Other photos of this person' }))
  await waitFor(() => expect(askedPerson()).toHaveLength(1))
  expectNothingPersonal()
})

it('what was not loaded is named, read on request, and the earlier photo is found and leads to its page', async () => {
  const { earlier, pending } = twoOfOne()
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  await findCounts()
  const panel = await openPerson(user)
  expect(await panel.findByText('No other photo of this person among those that were loaded.')).toBeVisible()
  expect(await panel.findByText('This photo is the current one.')).toBeVisible()
  expect(panel.getByText(/^Not loaded: Pending, Approved, Denied, .*Downloaded, Done,/)).toBeVisible()
  await user.click(panel.getByRole('button', { name: 'Load them' }))
  expect(await panel.findByText('1 other photo of this person among those that were loaded.')).toBeVisible()
  expect(await panel.findByText('Not loaded: Discarded, unknown statuses.')).toBeVisible()
  const item = within(panel.getByRole('listitem'))
  expect(item.getByText('Done')).toBeVisible()
  await user.click(item.getByRole('link'))
  expect(address()).toBe(`/photos/${earlier}`)
  expect(await screen.findByRole('heading', { name: `Photo ${earlier}` })).toBeVisible()
  // There the panel is folded in again, and knows the photo that one comes from without asking for it.
  const there = await openPerson(user)
  expect(shownLinks(there)).toEqual([pending])
  expect(await there.findByText('Current photo')).toBeVisible()
})

it('the current photo is read where it was not known, and is marked as the current one', async () => {
  const { earlier, pending } = twoOfOne()
  const { user } = await openApp(`/photos/${earlier}?status=DENIED`)
  const panel = await openPerson(user)
  expect(await panel.findByText('Current photo')).toBeVisible()
  expect(shownLinks(panel)).toEqual([pending])
  expect(asked).toContain(`GET /photo/${pending}`)
})

it('several are listed newest first, each with status, and with who decided where that is known', async () => {
  const { earlier, pending } = twoOfOne()
  const person = listed().find(({ id }) => id === pending)?.person
  const [denied, deniedToo] = idsOf(listed('DENIED'))
  const [approved] = idsOf(listed('APPROVED'))
  const mine = [denied, deniedToo, approved]
  changeRows((rows) =>
    rows.map((row) => {
      const photo = row as Listed | null
      if (!mine.includes(photo?.id)) return row
      return { ...photo, person, automaticallyApprovedOrDenied: photo?.id !== deniedToo }
    }),
  )
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  await findCounts()
  const panel = await openPerson(user)
  await user.click(await panel.findByRole('button', { name: 'Load them' }))
  await waitFor(() => expect(panel.getAllByRole('listitem')).toHaveLength(4))
  const created = (id: number) => sandbox.db.photo(id)?.created ?? 0
  const all = [denied, deniedToo, approved, earlier].map(Number)
  expect(shownLinks(panel)).toEqual(all.toSorted((a, b) => created(b) - created(a)))
  expect(panel.getAllByText('Denied by the bot')).toHaveLength(1)
  expect(panel.getByText('Approved by the bot')).toBeVisible()
  expect(panel.getAllByText("CloudCard doesn't keep the reasons for a denial.")).toHaveLength(2)
})

it('the reasons of a denial that was made here stand beside it', async () => {
  const waiting = sandbox.db.withStatus('PENDING')
  const place = waiting.findIndex(({ quirk }) => quirk === 'same-person')
  const [first = 0, second = 0] = [waiting[place - 1]?.id, waiting[place]?.id]
  const { user } = await openApp(`/photos?max=100&photo=${first}`)
  await pane()
  ;(await screen.findByRole('heading', { name: /^Photo of/ })).focus()
  await user.keyboard('d')
  const form = within(await screen.findByRole('region', { name: 'Deny photo' }))
  await form.findAllByRole('checkbox')
  await user.keyboard('2')
  await user.click(form.getByRole('button', { name: 'Deny photo' }))
  passHold(60)
  await waitFor(() => expect(sandbox.db.photo(first)?.status).toBe('DENIED'))
  await waitFor(() => expect(address()).toContain(String(second)))
  const panel = await openPerson(user)
  expect(shownLinks(panel)).toEqual([first])
  expect(panel.getByText(/^Denied here at .* for No sunglasses\./)).toBeVisible()
})

it('where the account may not look up people that is said in plain words, and it is asked once a session', async () => {
  sandbox.refuses = ['person']
  const { pending } = twoOfOne()
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  const words = /^CloudCard doesn't let your account look up people/
  const panel = await openPerson(user)
  expect(await panel.findByText(words)).toBeVisible()
  expect(panel.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Next photo' }))
  await waitFor(() => expect(address()).not.toContain(String(pending)))
  expect(await (await openPerson(user)).findByText(words)).toBeVisible()
  expect(askedPerson()).toHaveLength(1)
})

it('a look-up that fails is said, and can be tried again', async () => {
  const { pending } = twoOfOne()
  server.use(http.get('*/cloudcard/person/:value', () => new HttpResponse(null, { status: 500 })))
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  const panel = await openPerson(user)
  expect(await panel.findByText(/^The current photo could not be looked up\./)).toBeVisible()
  server.resetHandlers()
  await user.click(panel.getByRole('button', { name: 'Try again' }))
  expect(await panel.findByText('This photo is the current one.')).toBeVisible()
})

it('a number that leads to somebody else is not taken for the current photo', async () => {
  const { pending } = twoOfOne()
  const stranger = idsOf(listed('APPROVED'))[0]
  server.use(
    http.get('*/cloudcard/person/:value', () => HttpResponse.json({ id: 1, currentPhoto: { id: stranger } })),
  )
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  const panel = await openPerson(user)
  expect(await panel.findByText("CloudCard doesn't say which photo is the current one.")).toBeVisible()
  expect(panel.queryByRole('listitem')).not.toBeInTheDocument()
})

it('above 20,000 it asks before anything more is loaded', async () => {
  const { pending } = twoOfOne()
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  await findCounts()
  // Done goes on for 30,000 rows.
  const template = listed('DONE')[0]
  changeRows((rows, url) => {
    if (url.searchParams.get('status') !== 'DONE') return rows
    const offset = Number(url.searchParams.get('offset'))
    const size = Math.min(Number(url.searchParams.get('max')), Math.max(0, 30_000 - offset))
    return Array.from({ length: size }, (_, place) => ({ ...template, id: 8_000_000 - offset - place }))
  })
  const panel = await openPerson(user)
  asked.length = 0
  await user.click(await panel.findByRole('button', { name: 'Load them' }))
  expect(await panel.findByText(/^That is 30,\d{3} photos, about \d+ MB\.$/)).toBeVisible()
  expect(askedPages()).toEqual([])
  await user.click(panel.getByRole('button', { name: 'Cancel' }))
  expect(panel.getByRole('button', { name: 'Load them' })).toBeVisible()
})

it('an office that does not list photos on hold has all of them read at once', async () => {
  sandbox.refuses = ['hold', 'failed']
  const { earlier, pending } = twoOfOne()
  const { user } = await openApp(`/photos?photo=${pending}`)
  await findTable()
  const panel = await openPerson(user)
  await user.click(await panel.findByRole('button', { name: 'Load all photos' }))
  expect(await panel.findByText('All photos were looked through.')).toBeVisible()
  expect(shownLinks(panel)).toEqual([earlier])
  expect(await pane()).toBeVisible()
  await findPlace(/of 100$/)
})

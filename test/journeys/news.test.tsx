import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import {
  address,
  asked,
  findCounts,
  findIds,
  findPlace,
  findTable,
  openApp,
  passSeconds,
  runSandbox,
  searchField,
  show,
  shownIds,
} from './app'
import { idsOf } from './listed'
import { aListed, serveList } from './long-list'

runSandbox()

type Looking = { again: () => void; everyMs: number }
const looking = new Map<number, Looking>()

// What looks again every few minutes does so when a journey lets minutes pass; everything else goes on as it is.
beforeEach(() => {
  const [begin, end] = [globalThis.setInterval, globalThis.clearInterval]
  looking.clear()
  let made = 1_000_000
  vi.spyOn(globalThis, 'setInterval').mockImplementation(((again: () => void, everyMs = 0) => {
    if (everyMs < 60_000) return begin(again, everyMs)
    looking.set(++made, { again, everyMs })
    return made
  }) as typeof setInterval)
  vi.spyOn(globalThis, 'clearInterval').mockImplementation((timer) => {
    if (!looking.delete(Number(timer))) end(timer)
  })
  return () => vi.restoreAllMocks()
})

async function passMinutes(minutes: number) {
  passSeconds(minutes * 60)
  await act(async () => {
    for (const { again, everyMs } of looking.values()) if (everyMs <= minutes * 60_000) again()
  })
}

const news = () => screen.queryByText(/new|changed/, { selector: '[role=status]' })
const arrive = (rows: ReturnType<typeof serveList>, count: number) => {
  const newest = rows.length
  for (let place = 1; place <= count; place++) rows.unshift(aListed(newest + place))
}
const lookFor = async (user: UserEvent, choice: string) => {
  await user.click(screen.getByRole('button', { name: 'Settings' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Settings' }))
  const group = within(dialog.getByRole('group', { name: 'Look for new photos' }))
  await user.click(group.getByRole('radio', { name: choice }))
  await user.click(dialog.getByRole('button', { name: 'Close' }))
}
/** Opens a list and waits until nothing more is asked for. */
async function openList(at: string, count: number) {
  const rows = serveList(count)
  const app = await openApp(at)
  await findTable()
  await findCounts()
  asked.length = 0
  return { rows, ...app }
}

it('every five minutes the newest 25 are read; what has arrived is said, and nothing moves until Show', async () => {
  const { rows, user } = await openList('/photos', 60)
  await passMinutes(5)
  await waitFor(() => expect(asked).toEqual(['GET /photo?status=PENDING&offset=0&max=25']))
  expect(news()).not.toBeInTheDocument()

  const before = await shownIds()
  arrive(rows, 3)
  await passMinutes(5)
  expect(await screen.findByText('3 new photos')).toBeVisible()
  expect(await shownIds()).toEqual(before)
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await findPlace('1–25 of 63')
  await findIds(idsOf(rows))
  expect(news()).not.toBeInTheDocument()
})

it('one new photo is said in the singular, and more than were read as "25+ new"', async () => {
  const { rows } = await openList('/photos', 60)
  arrive(rows, 1)
  await passMinutes(5)
  expect(await screen.findByText('1 new photo')).toBeVisible()
  arrive(rows, 29)
  await passMinutes(5)
  expect(await screen.findByText('25+ new')).toBeVisible()
})

it('from a later page, Show leads to the first', async () => {
  const { rows, user } = await openList('/photos', 60)
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await findPlace('26–50 of 60')
  arrive(rows, 2)
  await passMinutes(5)
  await user.click(await screen.findByRole('button', { name: 'Show' }))
  await findIds(idsOf(rows))
  expect(address()).toBe('/photos')
})

it('where the oldest come first, Show leads to the end', async () => {
  const rows = serveList(60).sort((a, b) => a.id - b.id)
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 60')
  await findCounts()
  for (const place of [61, 62]) rows.push(aListed(place))
  await passMinutes(5)
  expect(await screen.findByText('2 new photos')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await findPlace('51–62 of 62')
  await findIds(idsOf(rows).slice(50))
})

it('in no known order it says only that the list changed, and Refresh list reads it', async () => {
  const rows = serveList(60).sort((a, b) => ((a.id * 7) % 61) - ((b.id * 7) % 61))
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 60')
  await findCounts()
  await passMinutes(5)
  expect(news()).not.toBeInTheDocument()
  rows.splice(7, 0, aListed(61))
  await passMinutes(5)
  expect(await screen.findByText('the list changed')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Refresh list' }))
  await findIds(idsOf(rows))
  await waitFor(() => expect(news()).not.toBeInTheDocument())
})

it('who has left is no news', async () => {
  const { rows } = await openList('/photos', 60)
  rows.splice(2, 4)
  await passMinutes(5)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(news()).not.toBeInTheDocument()
})

it('Settings has it every 2 or 15 minutes, or off', async () => {
  const { rows, user } = await openList('/photos', 60)
  arrive(rows, 1)
  await lookFor(user, 'Every 15 minutes')
  await passMinutes(14)
  await lookFor(user, 'Every 2 minutes')
  expect(asked).toEqual([])
  await passMinutes(2)
  expect(await screen.findByText('1 new photo')).toBeVisible()
  await lookFor(user, 'Off')
  expect(news()).not.toBeInTheDocument()
  asked.length = 0
  await passMinutes(60)
  expect(asked).toEqual([])
})

it('nothing is looked for while nobody looks at the browser’s tab', async () => {
  const { rows } = await openList('/photos', 60)
  arrive(rows, 1)
  show('hidden')
  await passMinutes(15)
  expect(asked).toEqual([])
  show('visible')
  await passMinutes(5)
  expect(await screen.findByText('1 new photo')).toBeVisible()
})

it('a status that was read whole is brought up to date from its end, without being read again', async () => {
  const { rows, user } = await openList('/photos', 60)
  await user.type(searchField(), 'person')
  await findPlace('1–25 of 60 that match')
  asked.length = 0
  arrive(rows, 2)
  await passMinutes(5)
  expect(await screen.findByText('2 new photos')).toBeVisible()
  expect(asked).toEqual(['GET /photo?status=PENDING&offset=0&max=25'])
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await findPlace('1–25 of 62 that match')
  await findIds(idsOf(rows))
  expect(news()).not.toBeInTheDocument()
  expect(asked.filter((request) => request.includes('max=1000'))).toEqual([])
})

import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  findIds,
  findPlace,
  findTable,
  holdPages,
  holdProbes,
  isProbe,
  openApp,
  passSeconds,
  runSandbox,
  searchField,
  server,
  tab,
} from './app'
import { idsOf } from './listed'
import { aListed, serveList } from './long-list'

runSandbox()

const button = (name: string) => screen.findByRole('button', { name })
const sortBy = (name: string) => within(screen.getByRole('columnheader', { name })).getByRole('button')
const wholePages = () => asked.filter((request) => request.includes('max=1000'))
const offsets = (requests: string[]) => requests.map((request) => Number(/offset=(\d+)/.exec(request)?.[1]))

it('sorting reads the whole status by itself, and says how far it is and what the list covers', async () => {
  const rows = serveList(3_500)
  const letGo = holdPages('offset=1960&')
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 3,500')
  await user.click(sortBy('Submitted'))
  await findPlace('1–25 of 1,980, of 1,980 loaded')
  expect(await screen.findByText('1,980 of 3,500')).toBeVisible()
  const progress = screen.getByRole('progressbar', { name: 'Loading pending photos' })
  expect(progress).toHaveValue(1_980)
  await findIds(idsOf(rows).slice(0, 1_980).toReversed())
  expect(await findTable()).toHaveAttribute('aria-rowcount', '-1')
  letGo()
  await findPlace('1–25 of 3,500')
  await findIds(idsOf(rows).toReversed())
  expect(await findTable()).toHaveAttribute('aria-rowcount', '3501')
  expect(progress).not.toBeInTheDocument()
})

it('a later page of what is still growing is waited for', async () => {
  const rows = serveList(3_500)
  const letGo = holdPages('offset=1960&')
  await openApp('/photos?sort=submitted&page=100')
  expect(await screen.findByText('1,980 of 3,500')).toBeVisible()
  await findPlace('0 of 1,980, of 1,980 loaded')
  expect(screen.queryByText(/No photo matches|past the end/)).not.toBeInTheDocument()
  letGo()
  await findPlace('2,476–2,500 of 3,500')
  await findIds(idsOf(rows).toReversed().slice(2_475))
  expect(address()).toBe('/photos?sort=submitted&page=100')
})

it('Stop keeps what was read and says so; Load the rest goes on from there', async () => {
  const rows = serveList(3_500)
  const letGo = holdPages('offset=1960&')
  const { user } = await openApp('/photos?sort=submitted')
  await findPlace('1–25 of 1,980, of 1,980 loaded')
  await user.click(await button('Stop'))
  expect(await screen.findByText('Stopped: only 1,980 of 3,500 pending photos are searched.')).toBeVisible()
  expect(screen.getByText(/^as of/)).toHaveTextContent('as of 10:42 AM')
  letGo()
  asked.length = 0
  await user.type(searchField(), 'person.7@')
  expect(await screen.findByRole('heading', { name: 'No photo matches yet' })).toBeVisible()
  expect(screen.getByText(/1,980 pending photos were searched so far/)).toBeVisible()
  await user.clear(searchField())
  await findPlace('1–25 of 1,980, of 1,980 loaded')
  expect(askedPages()).toEqual([])

  await user.click(await button('Load the rest'))
  await findPlace('1–25 of 3,500')
  await findIds(idsOf(rows).toReversed())
  expect(Math.min(...offsets(wholePages()))).toBe(1_960)
})

it('a part that failed is said, and tried again without starting over', async () => {
  serveList(3_500)
  let isDown = true
  server.use(
    http.get('*/cloudcard/photo', ({ request }) =>
      isDown && request.url.includes('offset=1960&') ? new HttpResponse(null, { status: 503 }) : undefined,
    ),
  )
  const { user } = await openApp('/photos?sort=submitted')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(
    'Some could not be loaded: only 1,980 of 3,500 pending photos are searched.',
  )
  expect(alert).toHaveTextContent("CloudCard isn't available right now (error 503).")
  await findPlace('1–25 of 1,980, of 1,980 loaded')
  isDown = false
  asked.length = 0
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await findPlace('1–25 of 3,500')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(Math.min(...offsets(wholePages()))).toBe(1_960)
})

it('above 20,000 it says first what reading means; the newest 20,000 will do', async () => {
  const rows = serveList(61_240)
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 61,240')
  await user.type(searchField(), 'person.61')
  expect(await screen.findByRole('heading', { name: '61,240 photos, about 145 MB' })).toBeVisible()
  expect(wholePages()).toEqual([])
  await user.click(await button('Load the newest 20,000'))
  await findPlace('1–25 of 241 that match, of 20,000 loaded')
  await findIds(idsOf(rows))
  const line = 'Only the newest 20,000 of 61,240 pending photos are searched.'
  expect(await screen.findByText(line)).toBeVisible()
  expect(await button('Load all')).toBeVisible()
  await user.type(searchField(), '0')
  await findPlace('1–25 of 100 that match, of 20,000 loaded')
  expect(screen.getByText(line)).toBeVisible()
})

it('above 20,000 all of them can be read too', async () => {
  const rows = serveList(20_500)
  const { user } = await openApp('/photos?sort=submitted')
  expect(await screen.findByRole('heading', { name: '20,500 photos, about 49 MB' })).toBeVisible()
  await user.click(await button('Load all'))
  await findPlace('1–25 of 20,500')
  await findIds(idsOf(rows).toReversed())
  expect(screen.queryByText(/Only the newest/)).not.toBeInTheDocument()
})

it('where the oldest come first, the newest 20,000 are those at the end', async () => {
  const rows = serveList(20_500)
  rows.sort((a, b) => a.id - b.id)
  const { user } = await openApp('/photos?sort=submitted')
  await user.click(await button('Load the newest 20,000'))
  await findPlace('1–25 of 20,000, of 20,000 loaded')
  await findIds(idsOf(rows).slice(500))
})

it('what was read stays, and is brought up to date from its ends when it is come back to after a minute', async () => {
  const rows = serveList(1_500)
  const { user } = await openApp('/photos?sort=submitted')
  await findPlace('1–25 of 1,500')
  await user.click(tab('Approved'))
  await findPlace('1–25 of 1,500')
  asked.length = 0
  await user.click(tab('Pending'))
  await findIds(idsOf(rows).toReversed())
  expect(asked).toEqual([])

  await user.click(tab('Approved'))
  await findPlace(/of 1,500$/)
  passSeconds(61)
  rows.unshift(...[3, 2, 1].map((place) => aListed(1_500 + place)))
  asked.length = 0
  await user.click(tab('Pending'))
  await findPlace('1–25 of 1,503')
  await user.click(sortBy('Submitted'))
  await findIds(idsOf(rows))
  expect(wholePages()).toEqual([])
  expect(screen.getByText(/^as of/)).toHaveTextContent('as of 10:43 AM')
})

it('who has left is said, stays until the status is read anew, and Refresh reads it anew', async () => {
  const rows = serveList(60)
  const { user } = await openApp('/photos?sort=submitted')
  await findPlace('1–25 of 60')
  await user.click(tab('Approved'))
  passSeconds(61)
  rows.splice(30, 2)
  await user.click(tab('Pending'))
  expect(await screen.findByText('2 of these photos have left the list by 10:43 AM.')).toBeVisible()
  await findPlace('1–25 of 60')
  await user.click(await button('Refresh'))
  await findPlace('1–25 of 58')
  expect(screen.queryByText(/have left/)).not.toBeInTheDocument()
  await findIds(idsOf(rows).toReversed())
  expect(tab('Pending')).toHaveAccessibleName('Pending 58')
})

it('a Refresh that fails leaves the older photos on the screen, and says so', async () => {
  serveList(60)
  const { user } = await openApp('/photos?sort=submitted')
  await findPlace('1–25 of 60')
  passSeconds(120)
  server.use(
    http.get('*/cloudcard/photo', ({ request }) =>
      isProbe(request.url) ? undefined : new HttpResponse(null, { status: 503 }),
    ),
  )
  await user.click(await button('Refresh'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The list could not be refreshed.')
  await findPlace('1–25 of 60')
  expect(screen.getByText(/^as of/)).toHaveTextContent('as of 10:42 AM')
  const rows = serveList(61)
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await findPlace('1–25 of 61')
  await findIds(idsOf(rows).toReversed())
})

it('Refresh pressed twice is no failure', async () => {
  serveList(3_000)
  const { user } = await openApp('/photos?sort=submitted')
  await findPlace('1–25 of 3,000')
  const letGo = holdPages('offset=0&max=1000')
  await user.click(await button('Refresh'))
  const first = () => offsets(wholePages()).filter((offset) => offset === 0)
  await waitFor(() => expect(first()).toHaveLength(2))
  await user.click(await button('Refresh'))
  letGo()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument())
  await findPlace('1–25 of 3,000')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('whoever leaves while the photos are counted finds them read on coming back', async () => {
  const letGo = holdProbes('status=PENDING')
  const { user } = await openApp('/photos?score=none')
  await screen.findByText('Counting pending photos…')
  await user.click(tab('Denied'))
  await findPlace(/^\d–\d of \d that match$|^0 of 0 that match$/)
  letGo()
  await user.click(tab('Pending'))
  await findPlace(/^1–\d+ of \d+ that match$/)
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(address()).toBe('/photos?score=none')
})

it('a list that kept moving in no known order is not called complete, and can be read again', async () => {
  const rows = Array.from({ length: 1_500 }, (_, place) => aListed((place * 7_919) % 1_500))
  let isMoving = true
  server.use(
    http.get('*/cloudcard/photo', ({ request }) => {
      const query = new URL(request.url).searchParams
      const offset = Number(query.get('offset'))
      if (isMoving && query.get('max') !== '1') rows.push(...rows.splice(0, 7))
      return HttpResponse.json(rows.slice(offset, offset + Number(query.get('max'))))
    }),
  )
  const { user } = await openApp('/photos?sort=cardholder')
  const line = await screen.findByText('The list changed while it was loading. Some photos may be missing.')
  expect(line).toBeVisible()
  isMoving = false
  await user.click(await button('Refresh'))
  await waitFor(() => expect(line).not.toBeInTheDocument())
  await findPlace('1–25 of 1,500')
})

import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  address,
  asked,
  findCounts,
  findPlace,
  findTable,
  holdPages,
  openApp,
  passSeconds,
  runSandbox,
  sandbox,
  server,
  shownIds,
  stopHoldTime,
  tab,
  tabs,
} from './app'
import { idsOf, listed } from './listed'

runSandbox()
const passHold = stopHoldTime()

const askedFor = (status: string) => asked.filter((request) => request.includes(`status=${status}`))
const words = 'CloudCard has no list of failed photos, so all photos are loaded to find them.'
const among = '/photos?status=ALL&in=FAILED'

describe('where CloudCard lists photos on hold and failed ones', () => {
  it('their tabs stand behind Denied, with their numbers, and are asked for once, after the list', async () => {
    const letGo = holdPages('status=PENDING')
    const { user } = await openApp('/photos')
    await screen.findByRole('link', { name: 'On hold' })
    expect([...askedFor('ON_HOLD'), ...askedFor('FAILED')]).toEqual([])
    letGo()
    await findCounts()
    const names = tabs()
      .getAllByRole('link')
      .map((link) => link.textContent)
    expect(names.slice(2, 6)).toEqual([
      'Denied 5',
      'On hold 6',
      'Failed 2',
      expect.stringMatching(/^Ready for download/),
    ])
    expect(askedFor('FAILED')[0]).toBe('GET /photo?status=FAILED&offset=0&max=1')
    await user.click(tab('Failed'))
    expect(await screen.findByRole('table', { name: 'Failed photos' })).toBeVisible()
    expect(address()).toBe('/photos?status=FAILED')
    await waitFor(async () => expect(await shownIds()).toEqual(idsOf(listed('FAILED'))))
    expect(askedFor('FAILED').filter((request) => request.endsWith('offset=0&max=1'))).toHaveLength(1)
  })

  it('a status of which there is none is a tab like the others, and is not counted further', async () => {
    for (const id of idsOf(listed('FAILED'))) sandbox.db.change(id, { status: 'DONE' })
    const { user } = await openApp('/photos')
    await findCounts()
    expect(askedFor('FAILED')).toHaveLength(1)
    await user.click(tab('Failed'))
    expect(await screen.findByText('No failed photos')).toBeVisible()
  })

  it('the numbers follow what is decided here', async () => {
    const { user } = await openApp('/photos?photo=9599901')
    await findCounts()
    ;(await screen.findByRole('heading', { name: /^Photo of/ })).focus()
    await user.keyboard('h')
    await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'x{Enter}')
    await waitFor(() => expect(tab('On hold')).toHaveAccessibleName('On hold 7'))
    expect(tab('Pending')).toHaveAccessibleName('Pending 99')
    passHold(6)
    await waitFor(() => expect(sandbox.db.photo(9599901)?.status).toBe('ON_HOLD'))
    passSeconds(1)
    await user.click(tab('On hold'))
    await waitFor(async () => expect(await shownIds()).toContain(9599901))
    await findPlace('1–7 of 7')
  })
})

describe.each([
  ['is refused', () => (sandbox.refuses = ['hold', 'failed'])],
  [
    'is passed over, and every photo listed',
    () => {
      sandbox.refuses = ['hold', 'failed']
      sandbox.lists = { otherStatuses: 'passed over' }
    },
  ],
])('where a list of failed photos %s', (_, beStrict) => {
  it('the tab leads to all photos with the filter, says why, and shows those and no others', async () => {
    beStrict()
    const { user } = await openApp('/photos')
    await waitFor(() => expect(tab('Failed')).toHaveAttribute('title', words))
    expect(tab('Failed')).toHaveAccessibleName('Failed')
    await user.click(tab('Failed'))
    expect(address()).toBe(among)
    expect(await screen.findByText(words)).toBeVisible()
    await findPlace('1–2 of 2 that match')
    expect(await shownIds()).toEqual(idsOf(listed('FAILED')))
    expect(askedFor('FAILED')).toHaveLength(1)
    await user.click(tab('Pending'))
    expect(address()).toBe('/photos')
  })

  it('its address, as of a link, leads there too, and never shows other photos under its heading', async () => {
    beStrict()
    await openApp('/photos?status=FAILED&photo=9471226')
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await waitFor(() => expect(address()).toBe(`${among}&photo=9471226`))
    await findPlace('1–2 of 2 that match')
    expect(askedFor('FAILED')).toHaveLength(1)
  })

  it('a photo page keeps its place', async () => {
    beStrict()
    await openApp('/photos/9471226?status=FAILED')
    await waitFor(() => expect(address()).toBe('/photos/9471226?status=ALL&in=FAILED'))
    expect(await screen.findByText(/^It failed: TouchNet/)).toBeVisible()
  })
})

it('where it cannot be asked whether there is such a list, that is said, and it can be tried again', async () => {
  server.use(
    http.get('*/cloudcard/photo', ({ request }) =>
      request.url.includes('status=FAILED') ? HttpResponse.json({}, { status: 500 }) : undefined,
    ),
  )
  const { user } = await openApp('/photos?status=FAILED')
  const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 4_000 })
  expect(screen.getByRole('alert')).toHaveTextContent('The photos could not be loaded')
  server.resetHandlers()
  await user.click(again)
  await waitFor(async () => expect(await shownIds()).toEqual(idsOf(listed('FAILED'))))
})

it('a photo in a status that nobody has heard of is two clicks away from All, and discarded ones are counted there', async () => {
  const { user } = await openApp('/photos?status=ALL')
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Status' }))
  const filter = within(await screen.findByRole('region', { name: 'Filter by status' }))
  await user.click(filter.getByRole('checkbox', { name: /^Other/ }))
  await findPlace('1–2 of 2 that match')
  expect(await shownIds()).toEqual(idsOf(listed('ARCHIVED_BY_VENDOR')))
  expect(screen.getAllByText('ARCHIVED_BY_VENDOR').length).toBeGreaterThan(0)
  expect(address()).toBe('/photos?status=ALL&in=OTHER')
  expect(filter.getByRole('checkbox', { name: 'Discarded 8' })).not.toBeChecked()
  expect(filter.getByRole('checkbox', { name: 'On hold 6' })).toBeVisible()
  await user.click(filter.getByRole('checkbox', { name: 'Discarded 8' }))
  await findPlace('1–10 of 10 that match')
})

it('a list of one status has no filter of statuses', async () => {
  await openApp('/photos')
  await findTable()
  const filters = within(screen.getByRole('group', { name: 'Filters' }))
  expect(filters.getByRole('button', { name: 'Score' })).toBeVisible()
  expect(filters.queryByRole('button', { name: 'Status' })).not.toBeInTheDocument()
})

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
  pane,
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

describe('among all photos, narrowed to some statuses', () => {
  const [failed, onHold] = [9471226, 9573274]
  const details = async () => within(await pane())
  const statusOf = (id: number) => sandbox.db.photo(id)?.status

  async function openAmong(address: string) {
    const app = await openApp(address)
    await findPlace(/^1–/)
    await (await details()).findByRole('button', { name: /^(Send again|Release)/ })
    ;(await details()).getByRole('heading', { name: /^Photo of/ }).focus()
    return app
  }

  it('a photo that is sent again counts as decided at once, as in a tab of its own, and has left once it arrived', async () => {
    const { user } = await openAmong(`${among}&photo=${failed}`)
    await findPlace('1–2 of 2 that match')
    await user.keyboard('f')
    await findPlace('1–1 of 1 that match, 1 decided')
    expect((await details()).getByText('1 of 1')).toBeVisible()
    await user.keyboard('k')
    expect(await (await details()).findByText('Decided')).toBeVisible()
    passHold(6)
    await waitFor(() => expect(statusOf(failed)).toBe('READY_FOR_DOWNLOAD'))
    await waitFor(async () => expect(await shownIds()).toEqual(idsOf(listed('FAILED'))))
    await findPlace('1–1 of 1 that match')
  })

  it('what is undone counts again', async () => {
    const { user } = await openAmong(`${among}&photo=${failed}`)
    await findPlace('1–2 of 2 that match')
    await user.keyboard('f')
    await findPlace('1–1 of 1 that match, 1 decided')
    await user.keyboard('u')
    await findPlace('1–2 of 2 that match')
    expect(statusOf(failed)).toBe('FAILED')
  })

  it('what is released leaves those on hold, and what goes from one of the chosen statuses to another stays', async () => {
    const { user } = await openAmong(`/photos?status=ALL&in=ON_HOLD&photo=${onHold}`)
    await findPlace('1–6 of 6 that match')
    await user.keyboard('h')
    await findPlace('1–5 of 5 that match, 1 decided')
    await user.click(screen.getByRole('button', { name: /^Status: / }))
    const filter = within(await screen.findByRole('region', { name: 'Filter by status' }))
    expect(filter.getByRole('checkbox', { name: 'On hold 5' })).toBeVisible()
    await user.click(filter.getByRole('checkbox', { name: 'Pending 96' }))
    await findPlace('1–25 of 102 that match')
    passHold(6)
    await waitFor(() => expect(statusOf(onHold)).toBe('PENDING'))
    await filter.findByRole('checkbox', { name: 'Pending 97' })
    await findPlace('1–25 of 102 that match')
  })

  it('a filter that is switched off narrows to nothing, so that nothing leaves', async () => {
    const { user } = await openAmong(`/photos?status=ALL&in=FAILED&off=in&max=all&photo=${failed}`)
    await findPlace('1–600 of 600')
    await user.keyboard('f')
    await screen.findByRole('region', { name: 'Decisions' })
    await findPlace('1–600 of 600')
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

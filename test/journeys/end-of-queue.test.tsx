import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import {
  address,
  changeRows,
  endListAfter,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  passSeconds,
  reload,
  runSandbox,
  sandbox,
  server,
  shownIds,
  stopHoldTime,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const end = async () => within(await screen.findByRole('region', { name: 'End of the list' }))
type User = Awaited<ReturnType<typeof openApp>>['user']

async function press(user: User, keys: string) {
  for (const key of keys) {
    const open = address()
    await findApprove()
    await user.keyboard(key)
    await waitFor(() => expect(address()).not.toBe(open))
  }
}

/** The pending list alone is short. */
const endQueueAfter = (total: () => number) =>
  changeRows((rows, { searchParams }) =>
    searchParams.get('status') === 'PENDING'
      ? rows.slice(0, Math.max(0, total() - Number(searchParams.get('offset'))))
      : rows,
  )

async function openFirst(query = '') {
  const app = await openApp(`/photos${query}`)
  const [first] = within(await findTable()).getAllByRole('link')
  if (first) await app.user.click(first)
  ;(await heading(/^Photo of/)).focus()
  return app
}

it('the end of the queue says in its place what was done, and leads to what was skipped', async () => {
  endListAfter(4)
  const { user } = await openFirst()
  await press(user, 'asaa')
  expect(await heading('All done')).toHaveFocus()
  expect((await end()).getByText('3 approved, 1 skipped in this session.')).toBeVisible()
  expect((await end()).getByText('Only what you skipped is still pending.')).toBeVisible()
  await waitFor(() => expect(address()).toBe('/photos'))
  await user.click((await end()).getByRole('link', { name: 'Look at the one you skipped' }))
  await findPlace('1–1 of 1 that match')
  expect(await findRow('e.clarke')).toBeVisible()
})

it('where photos before the last one still wait, the end says how many, and is not all done', async () => {
  endListAfter(4)
  const { user } = await openApp('/photos')
  await user.click(await findRow('marisol.vega'))
  ;(await heading(/^Photo of marisol/)).focus()
  await press(user, 'aa')
  expect(await heading('End of the list')).toHaveFocus()
  expect((await end()).getByText(/^2 are still pending/)).toBeVisible()
  await user.click((await end()).getByRole('button', { name: 'Close' }))
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'End of the list' })).not.toBeInTheDocument(),
  )
})

it('the photo page leads to the end of the queue as well', async () => {
  endListAfter(4)
  const { user } = await openApp('/photos/9599824')
  await user.click(await findApprove())
  expect(await heading('End of the list')).toBeVisible()
  await waitFor(() => expect(address()).toBe('/photos'))
})

it('undoing the last decision opens its photo again in the place of the end', async () => {
  endListAfter(4)
  const { user } = await openFirst()
  await press(user, 'aaaa')
  await heading('All done')
  expect((await end()).getByText('No photo is left to decide.')).toBeVisible()
  expect((await end()).getByRole('region', { name: 'Decisions' })).toBeVisible()
  await user.keyboard('{Control>}z{/Control}')
  expect(await heading(/^Photo of amara/)).toBeVisible()
  expect(screen.queryByRole('heading', { name: 'All done' })).not.toBeInTheDocument()
})

it('a photo opened by an old link, which is on another page by now, goes on with the photos that wait', async () => {
  const away = sandbox.db.withStatus('PENDING')[40]?.id ?? 0
  const { user } = await openApp(`/photos?photo=${away}`)
  await findPlace('1–25 of 100')
  const title = await heading(/^Photo of/)
  title.focus()
  const details = await pane()
  expect(within(details).queryByText(/^Photo :/)).not.toBeInTheDocument()
  await findApprove()
  await user.keyboard('a')
  expect(await heading(/^Photo of lena\.hoffmann/)).toHaveFocus()
  expect(screen.queryByRole('heading', { name: /All done|End of the list/ })).not.toBeInTheDocument()
})

it('what was skipped carries a mark in the table and in the grid', async () => {
  const { user } = await openFirst()
  await press(user, 's')
  await user.keyboard('{Escape}')
  const row = (await findRow('lena.hoffmann')).closest('tr')
  expect(row && within(row).getByText('Skipped')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  const figures = within(await screen.findByLabelText('This session'))
  expect(figures.getByText('Skipped').parentElement).toHaveTextContent('1')
  await user.click(screen.getByRole('link', { name: 'Go to photos' }))
  await findTable()
  await user.click(screen.getByRole('button', { name: 'Grid' }))
  const tile = await screen.findByRole('gridcell', { name: /lena\.hoffmann/ })
  expect(within(tile).getByText('Skipped')).toBeVisible()
})

it('My decisions begins with the numbers of the session', async () => {
  const { user } = await openFirst()
  const [, , faster = 0] = await shownIds()
  await press(user, 'aaas')
  // What somebody else has decided meanwhile is none of them.
  sandbox.db.change(faster, { status: 'DENIED' })
  passHold(6)
  await waitFor(() => expect(sandbox.db.withStatus('PENDING')).toHaveLength(97))
  await (await findDecisions()).findByRole('button', { name: 'Leave it' })
  await user.click(screen.getByRole('link', { name: 'My decisions' }))
  const figures = within(await screen.findByLabelText('This session'))
  for (const [what, count] of [
    ['Approved', '2'],
    ['Denied', '0'],
    ['Skipped', '1'],
  ] as const) {
    expect(figures.getByText(what).parentElement).toHaveTextContent(count)
  }
})

it('what was skipped is still known after a reload, and forgotten with the session', async () => {
  const { user, unmount } = await openFirst()
  await press(user, 's')
  await user.keyboard('{Escape}')
  await reload(unmount)
  const row = (await findRow('lena.hoffmann')).closest('tr')
  expect(row && within(row).getByText('Skipped')).toBeVisible()
  await findPlace('1–25 of 100')
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  await screen.findByText('You are signed out.')
  expect(sessionStorage).toHaveLength(0)
})

describe('what came of it', () => {
  it('is said as it goes out: how many have not reached CloudCard, and at last that all have', async () => {
    endListAfter(3)
    const { user } = await openFirst()
    await press(user, 'aaa')
    const unsent = (await end()).getByText('3 decisions have not reached CloudCard yet.')
    expect(unsent).toHaveAttribute('aria-busy', 'true')
    passHold(6)
    expect(await (await end()).findByText('All decisions have reached CloudCard.')).toHaveRole('status')
    expect(sandbox.db.withStatus('PENDING')).toHaveLength(97)
  })

  it('what CloudCard did not take is not counted as arrived', async () => {
    endListAfter(2)
    const { user } = await openFirst()
    const [, second = 0] = await shownIds()
    await press(user, 'aa')
    sandbox.db.change(second, { status: 'DENIED' })
    passHold(6)
    expect(await (await end()).findByText('1 did not go through and needs another look.')).toBeVisible()
  })

  it('nothing is said of CloudCard where nothing was decided', async () => {
    endListAfter(1)
    const { user } = await openFirst()
    await press(user, 's')
    expect((await end()).getByText('1 skipped in this session.')).toBeVisible()
    expect((await end()).queryByText(/CloudCard/)).not.toBeInTheDocument()
  })
})

describe('what can be done next', () => {
  it('Enter looks at what was skipped', async () => {
    endListAfter(3)
    const { user } = await openFirst()
    await press(user, 'asa')
    expect(await heading('All done')).toHaveFocus()
    await user.keyboard('{Enter}')
    await findPlace('1–1 of 1 that match')
    expect(address()).toBe('/photos?skipped=yes')
  })

  it('an Enter that is still down from the last decision leads nowhere', async () => {
    endListAfter(2)
    const { user } = await openFirst()
    await press(user, 'sa')
    const place = address()
    fireEvent.keyDown(await heading('All done'), { key: 'Enter', repeat: true })
    expect(address()).toBe(place)
    expect(screen.getByRole('heading', { name: 'All done' })).toBeVisible()
  })

  it('what is on hold is one link away, with its number', async () => {
    endQueueAfter(() => 2)
    const { user } = await openFirst()
    await press(user, 'a')
    await findApprove()
    await user.keyboard('h')
    await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'A twin?{Enter}')
    expect((await end()).getByText('1 approved, 1 held in this session.')).toBeVisible()
    await user.click(await (await end()).findByRole('link', { name: '7 on hold' }))
    expect(address()).toBe('/photos?status=ON_HOLD')
    expect(await screen.findByRole('table', { name: 'On hold photos' })).toBeVisible()
  })

  it('where CloudCard has no list of them, they are found among all', async () => {
    endQueueAfter(() => 1)
    server.use(
      http.get('*/photo', ({ request }) =>
        request.url.includes('status=ON_HOLD') ? HttpResponse.json({}, { status: 403 }) : undefined,
      ),
    )
    const { user } = await openFirst()
    await findApprove()
    await user.keyboard('h')
    await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'A twin?{Enter}')
    await user.click(await (await end()).findByRole('link', { name: 'Photos on hold' }))
    expect(address()).toBe('/photos?status=ALL&in=ON_HOLD')
  })

  it('the list is read again, and what has come meanwhile is said', async () => {
    let total = 2
    endQueueAfter(() => total)
    const { user } = await openFirst()
    await press(user, 'aa')
    passHold(6)
    await (await end()).findByText('All decisions have reached CloudCard.')
    passSeconds(1)
    total = 5
    await user.click((await end()).getByRole('button', { name: 'Read the list again' }))
    expect(await (await end()).findByText('5 are still pending, elsewhere in the list.')).toBeVisible()
    await user.click((await end()).getByRole('link', { name: 'Go to the beginning' }))
    await findPlace('1–5 of 5')
  })
})

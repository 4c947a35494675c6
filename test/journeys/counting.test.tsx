import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  endListAfter,
  findApprove,
  findPlace,
  findTable,
  openApp,
  pages,
  pane,
  runSandbox,
  sandbox,
  stopHoldTime,
  tab,
} from './app'

runSandbox()
const passHold = stopHoldTime()

const heading = (name: RegExp | string) => screen.findByRole('heading', { name })

/** Approves the open photo, and the ones that follow it. */
async function approve(user: Awaited<ReturnType<typeof openApp>>['user'], count: number) {
  for (let done = 0; done < count; done++) {
    const open = window.location.search
    await findApprove()
    await user.keyboard('a')
    await waitFor(() => expect(window.location.search).not.toBe(open))
  }
}

async function openFirst(query = '') {
  const app = await openApp(`/photos${query}`)
  const [first] = within(await findTable()).getAllByRole('link')
  if (first) await app.user.click(first)
  ;(await heading(/^Photo of/)).focus()
  return app
}

it('tab, pages bar, table and pane count the same while one works: what is left', async () => {
  const { user } = await openFirst()
  await findPlace('1–25 of 100')
  expect(within(await pane()).getByText('1 of 100')).toBeVisible()
  await approve(user, 3)
  expect(await within(await pane()).findByText('1 of 97')).toBeVisible()
  await findPlace('1–22 of 97, 3 decided')
  expect(tab('Pending')).toHaveAccessibleName('Pending 97')
  // Those that were decided keep their rows until the page is turned.
  expect(await findTable()).toHaveAttribute('aria-rowcount', '101')
  passHold(6)
  await waitFor(() => expect(sandbox.db.withStatus('PENDING')).toHaveLength(97))
  await findPlace('1–22 of 97, 3 decided')
  await user.keyboard('k')
  expect(await within(await pane()).findByText('Decided')).toBeVisible()
  await user.keyboard('{Escape}')
  await user.click(pages().getByRole('button', { name: 'Next page' }))
  await findPlace('23–47 of 97')
})

it('on the photo page the place is the one among those that are left, too', async () => {
  const { user } = await openApp('/photos/9599901')
  await screen.findByText('3 of 100')
  await user.click(await findApprove())
  await heading('Photo 9599824')
  await screen.findByText('3 of 99')
})

it('at the end of a list no place is higher than the total', async () => {
  endListAfter(4)
  const { user } = await openFirst()
  await findPlace('1–4 of 4')
  await approve(user, 3)
  await findPlace('1–1 of 1, 3 decided')
  expect(await within(await pane()).findByText('1 of 1')).toBeVisible()
  await findApprove()
  await user.keyboard('a')
  await findPlace('4 decided, none left')
  expect(tab('Pending')).toHaveAccessibleName('Pending 0')
})

it('where the last page was jumped to while decisions are held, no place is higher than the total', async () => {
  const { user } = await openFirst()
  await findPlace('1–25 of 100')
  await approve(user, 2)
  await findPlace('1–23 of 98, 2 decided')
  await user.keyboard('{Escape}')
  await user.click(pages().getByRole('button', { name: 'Last page' }))
  await findPlace('74–98 of 98')
})

it('a filter, its chip and its button count what is left as well', async () => {
  const { user } = await openFirst('?score=good')
  const all = await findPlace(/^1–25 of \d+ that match$/)
  const count = Number(/of (\d+)/.exec(all.textContent ?? '')?.[1])
  const chip = (of: number) => screen.getByRole('button', { name: `Score: Good ${of}` })
  expect(chip(count)).toBeVisible()
  expect(screen.getByRole('button', { name: `Approve all good (${count})` })).toBeVisible()
  await approve(user, 2)
  await findPlace(`1–23 of ${count - 2} that match, 2 decided`)
  expect(await within(await pane()).findByText(`1 of ${count - 2}`)).toBeVisible()
  expect(screen.getByRole('button', { name: `Approve all good (${count - 2})` })).toBeVisible()
  expect(chip(count - 2)).toBeVisible()
  passHold(6)
  await waitFor(() => expect(sandbox.db.withStatus('PENDING')).toHaveLength(98))
  await findPlace(`1–23 of ${count - 2} that match, 2 decided`)
  expect(chip(count - 2)).toBeVisible()
  expect(tab('Pending')).toHaveAccessibleName('Pending 98')
})

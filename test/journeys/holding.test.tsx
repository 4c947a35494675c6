import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { endLifetime } from '../../src/base/lifetimes'
import { selection as selected } from '../../src/desk/selection'
import {
  address,
  askedDecisions,
  expectNothingPersonal,
  findDecisions,
  findTable,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
} from './app'
import { openTogether, selectPage } from './together'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const [heldPhoto, failedPhoto] = [9573274, 9471226]
const stored = (id: number) => sandbox.db.photo(id)
const findStatus = (id: number, status: string) => waitFor(() => expect(stored(id)?.status).toBe(status))
const heading = (name: RegExp) => screen.findByRole('heading', { name })
const form = async () => within(await screen.findByRole('region', { name: 'Hold photo' }))
const decide = async () => within(await screen.findByRole('group', { name: 'Decide' }))
const buttons = async () =>
  (await decide()).queryAllByRole('button').map((button) => button.textContent?.replace(/ ?[A-Z]$/, ''))

async function openPhoto(id: number) {
  const app = await openApp(`/photos/${id}?status=ALL`)
  ;(await heading(/^Photo/)).focus()
  return app
}

/** Beside the pending ones. */
async function openPending(id = marisol) {
  const app = await openApp(`/photos?photo=${id}`)
  await pane()
  ;(await heading(/^Photo of/)).focus()
  return app
}

async function holdWith(user: Awaited<ReturnType<typeof openPending>>['user'], reason: string) {
  await user.keyboard('h')
  await user.type((await form()).getByRole('textbox', { name: 'Reason' }), `${reason}{Enter}`)
}

describe('Hold', () => {
  it('asks for a reason, is held, and arrives with it; it is in My decisions, and no e-mail goes out', async () => {
    const { user } = await openPending()
    await user.keyboard('h')
    const field = (await form()).getByRole('textbox', { name: 'Reason' })
    expect(field).toHaveFocus()
    expect(field).toHaveAccessibleDescription(
      /^Whether CloudCard tells the cardholder about a hold isn’t known/,
    )
    await user.keyboard('{Enter}')
    expect(screen.getAllByText('Write a reason.').length).toBeGreaterThan(0)
    await user.type(field, 'A twin? 100 % sure & waiting{Enter}')
    expect(await heading(/^Photo of amara/)).toHaveFocus()
    expect((await findDecisions()).getByText('Holding in 6 s')).toBeVisible()
    expectNothingPersonal()
    passHold(6)
    await waitFor(() =>
      expect(stored(marisol)).toMatchObject({ status: 'ON_HOLD', why: 'A twin? 100 % sure & waiting' }),
    )
    expect(sandbox.db.mails).toEqual([])
    await user.click(screen.getByRole('link', { name: 'My decisions' }))
    const row = (await screen.findByRole('rowheader', { name: /^marisol/ })).closest('tr')
    expect(row).toHaveTextContent('Hold')
    expect(row).toHaveTextContent('A twin? 100 % sure & waiting')
    expect(row).toHaveTextContent(/Held$/)
  })

  it('offers the last reasons by number, the latest first, five at most', async () => {
    const { user } = await openPending(9598768)
    for (const reason of ['one', 'two', 'three', 'four', 'five', 'six', 'two']) {
      await user.keyboard('h')
      const field = (await form()).getByRole('textbox', { name: 'Reason' })
      await user.clear(field)
      await user.type(field, `${reason}{Enter}`)
      await waitFor(() =>
        expect(screen.queryByRole('region', { name: 'Hold photo' })).not.toBeInTheDocument(),
      )
    }
    await user.keyboard('h')
    const last = (await form()).getAllByRole('radio')
    expect(last.map((each) => each.closest('label')?.textContent)).toEqual(
      ['two', 'six', 'five', 'four', 'three'].map((reason, place) => `${place + 1}${reason}`),
    )
    expect(last[0]).toHaveFocus()
    for (const each of last) expect(each).not.toBeChecked()
    await user.keyboard('3')
    expect(last[2]).toBeChecked()
    expect((await form()).getByRole('textbox', { name: 'Reason' })).toHaveValue('five')
    const before = (await findDecisions()).getByText(/and \d more/).textContent
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Hold photo' })).not.toBeInTheDocument())
    expect((await findDecisions()).getByText(/and \d more/)).not.toHaveTextContent(before ?? '')
  })

  it('can be undone, and then what was written is still there', async () => {
    const { user } = await openPending()
    await holdWith(user, 'Ask the supervisor')
    await heading(/^Photo of amara/)
    await user.keyboard('u')
    expect(await heading(/^Photo of marisol/)).toHaveFocus()
    passHold(6)
    expect(askedDecisions()).toEqual([])
    await user.keyboard('h')
    expect((await form()).getByRole('textbox', { name: 'Reason' })).toHaveValue('Ask the supervisor')
  })

  it('a colleague was quicker: nothing is overwritten, and a photo that was approved meanwhile is not held by force', async () => {
    const { user } = await openPending()
    await holdWith(user, 'Ask the supervisor')
    sandbox.db.change(marisol, { status: 'APPROVED' })
    passHold(6)
    const decisions = await findDecisions()
    expect((await decisions.findAllByText(/marisol\.vega.* is now Approved/)).length).toBeGreaterThan(0)
    expect(decisions.queryByRole('button', { name: 'Use my decision' })).not.toBeInTheDocument()
    await user.click(decisions.getByRole('button', { name: 'Leave it' }))
    expect(stored(marisol)?.status).toBe('APPROVED')
  })

  it('refused for this account, that is said once, and Hold is not offered any more in this session; the photo is undecided', async () => {
    sandbox.refuses = ['hold']
    const { user } = await openPending()
    await holdWith(user, 'Ask the supervisor')
    await heading(/^Photo of amara/)
    expect(await buttons()).toEqual(['Approve', 'Deny', 'Hold', 'Skip'])
    passHold(6)
    const decisions = await findDecisions()
    const words = /Not held: CloudCard doesn't let your account do that\. Hold isn't offered again/
    expect((await decisions.findAllByText(words)).length).toBeGreaterThan(0)
    expect(await buttons()).toEqual(['Approve', 'Deny', 'Skip'])
    await user.click(decisions.getByRole('button', { name: 'OK' }))
    ;(await heading(/^Photo of amara/)).focus()
    await user.keyboard('h')
    expect(screen.queryByRole('region', { name: 'Hold photo' })).not.toBeInTheDocument()
    expect(screen.getAllByText("CloudCard doesn't let your account do that.").length).toBeGreaterThan(0)
    expect([stored(marisol)?.status, askedDecisions().length]).toEqual(['PENDING', 1])
  })

  it('one that is refused because of its reason is offered again', async () => {
    server.use(
      http.put('*/cloudcard/photo/:id', () =>
        HttpResponse.json({ status: 422, message: 'onHoldReason is too long' }, { status: 422 }),
      ),
    )
    const { user } = await openPending()
    await holdWith(user, 'Long')
    passHold(6)
    expect((await (await findDecisions()).findAllByText(/Not held: CloudCard didn't accept it/)).length).toBe(
      2,
    )
    expect(await buttons()).toEqual(['Approve', 'Deny', 'Hold', 'Skip'])
  })
})

describe('what leads back', () => {
  it('a photo on hold tells why, is released by the same key, and can be decided on again', async () => {
    const { user } = await openPhoto(heldPhoto)
    expect(await screen.findByText('Waiting for an enrollment letter')).toBeVisible()
    expect((await decide()).getByText(/^The photo goes back to Pending\. Whether/)).toBeVisible()
    await user.keyboard('h')
    expect((await findDecisions()).getByText('Releasing in 6 s')).toBeVisible()
    passHold(6)
    await findStatus(heldPhoto, 'PENDING')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
    await user.click(screen.getByRole('link', { name: 'My decisions' }))
    await user.click(await screen.findByRole('link', { name: String(heldPhoto) }))
    await waitFor(async () => expect(await buttons()).toEqual(['Approve', 'Deny', 'Hold', 'Skip']))
  })

  it('a photo that failed says why, and is sent again', async () => {
    const { user } = await openPhoto(failedPhoto)
    expect((await decide()).getByText(/^It failed: TouchNet: no account for this ID number\./)).toBeVisible()
    await user.keyboard('f')
    passHold(6)
    await findStatus(failedPhoto, 'READY_FOR_DOWNLOAD')
    expect(sandbox.db.mails).toEqual([])
  })

  it('an approved photo goes back to Pending, and the step to the next one that waits comes by it again', async () => {
    const { user } = await openPending()
    const approved = await screen.findByRole('button', { name: 'Approve' })
    await waitFor(() => expect(approved).not.toHaveAttribute('aria-disabled'))
    await user.keyboard('a')
    await heading(/^Photo of amara/)
    passHold(6)
    await findStatus(marisol, 'APPROVED')
    await user.keyboard('k')
    await heading(/^Photo of marisol/)
    await user.keyboard('p')
    expect((await findDecisions()).getByText('Putting back in 6 s')).toBeVisible()
    passHold(6)
    await findStatus(marisol, 'PENDING')
    expect(sandbox.db.mails).toHaveLength(1)
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
    await user.keyboard('{Home}')
    await user.click(within(await findTable()).getAllByRole('link')[1] as HTMLElement)
    ;(await heading(/^Photo of e\.clarke/)).focus()
    await user.keyboard('s')
    expect(await heading(/^Photo of marisol/)).toBeInTheDocument()
  })

  it('among all photos, a failed one that is on another page is followed by the next failed one, not by a pending one', async () => {
    const next = sandbox.db.withStatus('FAILED').find(({ id }) => id !== failedPhoto)?.id
    const { user } = await openPhoto(failedPhoto)
    await user.keyboard('f')
    await waitFor(() => expect(address()).not.toContain(`/photos/${failedPhoto}?`))
    await waitFor(() => expect(address()).toContain(`/photos/${next}?status=ALL`))
  })

  it('refused about the status, Send again is not offered any more, and Release still is', async () => {
    sandbox.refuses = ['failed']
    const { user } = await openPhoto(failedPhoto)
    await user.keyboard('f')
    passHold(6)
    const words = /Not sent again: CloudCard doesn't let your account do that/
    expect((await (await findDecisions()).findAllByText(words)).length).toBeGreaterThan(0)
    await user.click((await findDecisions()).getByRole('button', { name: 'Look again' }))
    await waitFor(async () => expect(await buttons()).toEqual([]))
    endLifetime('work')
    await waitFor(async () => expect(await buttons()).toEqual(['Send again']))
  })
})

describe('together', () => {
  it('many are held for one reason', async () => {
    const { user } = await openApp('/photos')
    await findTable()
    await selectPage(user)
    const ids = [...selected.keys()]
    await openTogether(user, 'Hold')
    await user.type((await form()).getByRole('textbox', { name: 'Reason' }), 'Who is on leave')
    await user.click(await (await form()).findByRole('button', { name: /^Hold [\d]+ photos$/ }))
    expect((await findDecisions()).getByText(/^Holding \d+ photos/, { selector: '[title]' })).toBeVisible()
    passHold(6)
    await waitFor(() => expect(selected.size).toBeLessThan(ids.length))
    await waitFor(() => expect((stored(ids[0] ?? 0) ?? {}).status).toBe('ON_HOLD'))
    const held = ids.filter((id) => stored(id)?.status === 'ON_HOLD')
    for (const id of held) expect(stored(id)?.why).toBe('Who is on leave')
    expect(sandbox.db.mails).toEqual([])
  })

  it.each([
    ['ON_HOLD', 'Release', 'PENDING', 6],
    ['FAILED', 'Send again', 'READY_FOR_DOWNLOAD', 2],
  ] as const)('those that are %s can be chosen for %s', async (status, does, to, count) => {
    const ids = sandbox.db.withStatus(status).map(({ id }) => id)
    const { user } = await openApp(`/photos?status=${status}`)
    await findTable()
    await selectPage(user)
    const together = await openTogether(user, does)
    await user.click(await together.findByRole('button', { name: `${does} ${count} photos` }))
    passHold(6)
    await waitFor(() => expect(ids.map((id) => stored(id)?.status)).toEqual(ids.map(() => to)))
    expect(sandbox.db.mails).toEqual([])
  })

  it('an approved photo goes back to Pending by itself only', async () => {
    const { user } = await openApp('/photos?status=APPROVED')
    await findTable()
    await selectPage(user)
    const bar = within(await screen.findByRole('region', { name: 'Selection' }))
    expect(bar.getByRole('button', { name: /^Deny/ })).toBeVisible()
    expect(bar.queryByRole('button', { name: /^Back to pending/ })).not.toBeInTheDocument()
  })

  it('where CloudCard refuses the first, the others are not even asked for, stay selected, and Hold goes', async () => {
    sandbox.refuses = ['hold']
    const { user } = await openApp('/photos')
    await findTable()
    await selectPage(user)
    const count = selected.size
    await openTogether(user, 'Hold')
    await user.type((await form()).getByRole('textbox', { name: 'Reason' }), 'Who is on leave')
    await user.click(await (await form()).findByRole('button', { name: /^Hold [\d]+ photos$/ }))
    passHold(6)
    expect(
      await (
        await findDecisions()
      ).findByText(/^Held 0 of \d+ photos, \d failed, \d+ not sent/, { selector: '[title]' }),
    ).toBeVisible()
    expect(askedDecisions().length).toBeLessThanOrEqual(3)
    expect(selected.size).toBe(count)
    expect(screen.queryByRole('button', { name: /^Hold \d+ photos$/ })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Approve \d+ photos$/ })).toBeVisible()
  })
})

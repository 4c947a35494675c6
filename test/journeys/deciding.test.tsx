import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { say } from '../../src/ui/notice'
import {
  address,
  asked,
  askedDecisions,
  findApprove,
  findDecisions,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
  stopHoldTime,
  tab,
} from './app'
import { showPictures } from '../sight'
import { passMoment } from './moments'

runSandbox()
const passHold = stopHoldTime()

const marisol = 9599901
const amara = 9599824
const stored = (id: number) => sandbox.db.photo(id)
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const ofAmara = /^Photo of amara\.okafor/
const ofMarisol = /^Photo of marisol\.vega/
const row = async (email: string) => {
  const found = (await findRow(email)).closest('tr')
  if (!found) throw new Error(`There is no row of ${email}`)
  return within(found)
}

async function openPhoto(id = marisol, options: Parameters<typeof openApp>[1] = {}) {
  const app = await openApp(`/photos?photo=${id}`, options)
  await pane()
  await findPlace(/^1–25 of/)
  ;(await screen.findByRole('heading', { name: /^Photo/ })).focus()
  return app
}

describe('approving', () => {
  it('takes a key: the next photo stands in the same place, with the focus on its heading, and nothing was sent', async () => {
    const { user } = await openPhoto()
    await findApprove()
    await user.keyboard('a')
    expect(await heading(ofAmara)).toHaveFocus()
    await waitFor(() => expect(address()).toBe(`/photos?photo=${amara}`))
    expect((await findDecisions()).getByText('Approving in 6 s')).toBeVisible()
    expect((await row('marisol.vega')).getByText('Approving')).toBeVisible()
    await findPlace('1–24 of 99, 1 decided')
    expect(tab('Pending')).toHaveAccessibleName('Pending 99')
    passHold(5)
    expect(askedDecisions()).toEqual([])
  })

  it('is sent with the version that was seen when its time is up; its row stays, with its new status', async () => {
    const { user } = await openPhoto()
    const version = stored(marisol)?.version ?? 0
    await findApprove()
    await user.keyboard('a')
    await findDecisions()
    asked.length = 0
    passHold(6)
    await waitFor(() => expect(stored(marisol)).toMatchObject({ status: 'APPROVED', version: version + 1 }))
    expect(askedDecisions()).toEqual([`PUT /photo/${marisol}`])
    expect(await (await row('marisol.vega')).findByText('Approved')).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    // The answer says hardly anything: the photo is read again, and no list.
    await waitFor(() => expect(asked).toContain(`GET /photo/${marisol}`))
    expect(asked.filter((request) => request.includes('/photo?'))).toEqual([])
    await findPlace('1–24 of 99, 1 decided')
  })

  it('stays in the list when a page that was asked for before comes after it', async () => {
    const { user } = await openPhoto()
    await findApprove()
    await user.keyboard('a')
    await findDecisions()
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => void (letGo = resolve))
    server.use(
      http.get('*/cloudcard/photo', async ({ request }) => {
        if (!request.url.includes('max=25')) return undefined
        const answer = await getResponse(sandbox.handlers, request)
        await gate
        return answer
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    passHold(6)
    await waitFor(() => expect(stored(marisol)).toMatchObject({ status: 'APPROVED' }))
    expect(await (await row('marisol.vega')).findByText('Approved')).toBeVisible()
    letGo()
    await waitFor(() => expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'false'))
    expect((await row('marisol.vega')).getByText('Approved')).toBeVisible()
  })

  it('waits until the photo has been on the screen: a key that comes too early is dropped, and says so', async () => {
    const { user } = await openPhoto()
    await findApprove()
    await user.keyboard('a')
    await heading(ofAmara)
    await user.keyboard('a')
    expect(screen.getAllByText(/^(Wait for the photo|Look at the photo first)/).length).toBeGreaterThan(0)
    await findApprove()
    expect(await heading(ofAmara)).toBeInTheDocument()
    expect((await findDecisions()).getAllByText(/^Approving in/)).toHaveLength(1)
  })

  it.each([
    ['a sliver of the photo', { part: 0.2 }],
    ['a photo as small as a stamp', { width: 30, height: 40 }],
  ])('needs more than %s on the screen, and says so', async (_what, shown) => {
    showPictures(shown)
    const { user } = await openPhoto()
    await waitFor(async () => {
      // However long it is there.
      act(() => passMoment())
      await user.keyboard('a')
      expect(screen.getAllByText(/^Look at the photo first: most of it/).length).toBeGreaterThan(0)
    })
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    showPictures({ part: 0.8 })
    await user.click(await findApprove())
    expect(await heading(ofAmara)).toBeInTheDocument()
  })

  it.each([
    ['damaged', { isDamaged: true }, 'Picture is damaged'],
    ['blank', { isBlank: true }, 'Picture is blank'],
  ])(
    'is not possible for a picture that loads and is %s, and the photo says so',
    async (_what, shown, words) => {
      showPictures(shown)
      const { user } = await openPhoto()
      const approve = await screen.findByRole('button', { name: 'Approve' })
      await waitFor(() => expect(approve).toHaveAccessibleDescription(/can't be shown/))
      await user.keyboard('a')
      expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
      const details = within(screen.getByRole('region', { name: 'Photo details' }))
      expect(details.getByText(words)).toBeVisible()
      expect(details.getByRole('button', { name: 'Retry' })).toBeVisible()
      expect((await row('marisol.vega')).getByText(words)).toBeVisible()
    },
  )

  it('happens once however long the key is held down', async () => {
    const { user } = await openPhoto()
    await findApprove()
    await user.keyboard('{a>5/}')
    await heading(ofAmara)
    await findApprove()
    for (let count = 0; count < 3; count++) {
      fireEvent.keyDown(await heading(ofAmara), { key: 'a', repeat: true })
    }
    expect(await heading(ofAmara)).toBeInTheDocument()
    expect((await findDecisions()).getAllByText(/^Approving in/)).toHaveLength(1)
  })

  it('is not possible for a photo that cannot be shown; denying is', async () => {
    const { user } = await openPhoto(9595974)
    const approve = await screen.findByRole('button', { name: 'Approve' })
    await waitFor(() => expect(approve).toHaveAccessibleDescription(/can't be shown/))
    await user.click(approve)
    await user.keyboard('a')
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Deny' }))
    expect(await screen.findByRole('region', { name: 'Deny photo' })).toBeVisible()
  })

  it('of a photo on which the bot still works says so first', async () => {
    const { user } = await openPhoto(9599142)
    await findApprove()
    await user.keyboard('a')
    expect(screen.getAllByText(/^This photo is still being checked/).length).toBeGreaterThan(0)
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    await user.keyboard('a')
    expect((await findDecisions()).getByText('Approving in 6 s')).toBeVisible()
  })

  it('is asked for again as long as the photo is open, whatever else is said meanwhile', async () => {
    const { user } = await openPhoto()
    await findApprove()
    await user.keyboard('a')
    await heading(ofAmara)
    await user.click(await findRow('daniel.ortiz'))
    await heading(/^Photo of daniel/)
    await findApprove()
    await user.keyboard('a')
    passHold(6)
    expect((await screen.findAllByText(/^marisol\.vega.*: /)).length).toBeGreaterThan(0)
    for (const words of ['Skipped', 'Undone']) {
      act(() => say(`${words}: something else.`))
      expect(screen.getAllByText(`${words}: something else.`)).toHaveLength(2)
    }
    // Once to be seen and once to be heard.
    expect(screen.getAllByText(/^This photo is still being checked/)).toHaveLength(2)
    await user.keyboard('a')
    expect((await findDecisions()).getByText(/^Approving in/)).toBeVisible()
  })

  it('on the photo page goes on to the next photo there', async () => {
    const { user } = await openApp(`/photos/${marisol}`)
    await user.click(await findApprove())
    expect(await heading(`Photo ${amara}`)).toHaveFocus()
    await waitFor(() => expect(address()).toBe(`/photos/${amara}`))
    await user.keyboard('u')
    expect(await heading(`Photo ${marisol}`)).toHaveFocus()
    await waitFor(() => expect(address()).toBe(`/photos/${marisol}`))
  })
})

describe('undoing', () => {
  async function withTwo() {
    const app = await openPhoto()
    await findApprove()
    await app.user.keyboard('a')
    await heading(ofAmara)
    await findApprove()
    await app.user.keyboard('a')
    await heading(/^Photo of j\.lindqvist/)
    await findPlace('1–23 of 98, 2 decided')
    return app
  }

  it.each(['u', '{Control>}z{/Control}', '{Meta>}z{/Meta}'])(
    '%s takes the newest decision back and returns to its photo',
    async (key) => {
      const { user } = await withTwo()
      await user.keyboard(key)
      expect(await heading(ofAmara)).toHaveFocus()
      await findPlace('1–24 of 99, 1 decided')
      await user.keyboard(key)
      expect(await heading(ofMarisol)).toHaveFocus()
      await findPlace('1–25 of 100')
      expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
      passHold(60)
      expect(askedDecisions()).toEqual([])
    },
  )

  it('the row has it as well, and so has the list where no photo is open', async () => {
    const { user } = await withTwo()
    await user.click((await row('marisol.vega')).getByRole('button', { name: 'Undo' }))
    expect((await row('marisol.vega')).queryByText('Approving')).not.toBeInTheDocument()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
    await user.click((await findDecisions()).getByRole('button', { name: /^Undo/ }))
    expect(await heading(ofAmara)).toHaveFocus()
    passHold(60)
    expect(askedDecisions()).toEqual([])
  })

  it('a text field keeps its own undo', async () => {
    const { user } = await withTwo()
    await user.click(screen.getByRole('searchbox', { name: 'Search photos' }))
    await user.keyboard('{Control>}z{/Control}u')
    passHold(6)
    await waitFor(() => expect(askedDecisions()).toHaveLength(2))
  })

  it('is too late once a decision is sent, and that is said', async () => {
    const { user } = await withTwo()
    passHold(6)
    await waitFor(() => expect(stored(amara)?.status).toBe('APPROVED'))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
    await user.keyboard('u')
    expect(screen.getAllByText(/^Nothing to undo/).length).toBeGreaterThan(0)
  })

  it('the time stands still while somebody points at what is held', async () => {
    const { user } = await withTwo()
    await user.hover(await screen.findByRole('region', { name: 'Decisions' }))
    passHold(120)
    expect(askedDecisions()).toEqual([])
    await user.unhover(screen.getByRole('region', { name: 'Decisions' }))
    passHold(6)
    await waitFor(() => expect(askedDecisions()).toHaveLength(2))
  })

  it('after the computer has slept it is asked whether the decision still holds', async () => {
    const { user } = await withTwo()
    passHold(600)
    const decisions = await findDecisions()
    expect(decisions.getByText(/^Approve\? This was due/)).toBeVisible()
    expect(askedDecisions()).toEqual([])
    await user.click(decisions.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(stored(amara)?.status).toBe('APPROVED'))
    expect(stored(marisol)?.status).toBe('PENDING')
  })
})

describe('in which status', () => {
  it.each([
    ['DENIED', ['Approve', 'Hold']],
    ['APPROVED', ['Deny', 'Put back']],
    ['READY_FOR_DOWNLOAD', []],
    ['DOWNLOADED', []],
    ['DONE', []],
    ['ENROUTE', []],
  ])('photos that are %s offer %j', async (status, names) => {
    const { user } = await openApp(`/photos?status=${status}`)
    const [first] = within(await findTable()).getAllByRole('link')
    if (first) await user.click(first)
    const group = within(await screen.findByRole('group', { name: 'Decide' }))
    const buttons = group.queryAllByRole('button').map((button) => button.getAttribute('aria-keyshortcuts'))
    expect(buttons).toEqual(names.map((name) => name[0]))
    if (names.length === 0) expect(group.getByText("Photos can't be approved or denied here.")).toBeVisible()
  })

  it('a denied photo can be approved later', async () => {
    const { user } = await openApp('/photos?status=DENIED')
    const [first] = within(await findTable()).getAllByRole('link')
    if (first) await user.click(first)
    await user.click(await findApprove())
    await findDecisions()
    passHold(6)
    await waitFor(() => expect(sandbox.db.withStatus('DENIED')).toHaveLength(4))
  })

  it.each([['ROLE_GROUP_MANAGER'], ['ROLE_CARDHOLDER', 'ROLE_SOMETHING_NEW'], []])(
    'an account of the roles %j may try: CloudCard says who may not',
    async (...roles) => {
      server.use(
        http.post('*/cloudcard/api/login', async ({ request }) => {
          const answer = await getResponse(sandbox.handlers, request)
          return HttpResponse.json({ ...(await answer?.json()), roles })
        }),
      )
      await openPhoto()
      expect(await findApprove()).toBeVisible()
    },
  )

  it('an approved photo says what the cardholder has been told already, a denied one that CloudCard keeps no reasons', async () => {
    const { user } = await openApp('/photos?status=APPROVED')
    const [approved] = within(await findTable()).getAllByRole('link')
    if (approved) await user.click(approved)
    const group = within(await screen.findByRole('group', { name: 'Decide' }))
    expect(group.getByText(/^The cardholder already got an e-mail that this photo is approved/)).toBeVisible()
    await user.click(tab('Denied'))
    await waitFor(() => expect(address()).toMatch(/status=DENIED/))
    const [denied] = within(await screen.findByRole('table', { name: /^Denied/ })).getAllByRole('link')
    if (denied) await user.click(denied)
    expect(await screen.findByText(/doesn't keep the reasons for a denial/)).toBeVisible()
  })

  it('who may not decide is told so, and sees no buttons', async () => {
    const { user } = await openPhoto(marisol, { username: 'viewer@example.edu' })
    expect(
      await screen.findByText("Your account can view photos, but can't approve or deny them."),
    ).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()
    await user.keyboard('ad')
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Deny photo' })).not.toBeInTheDocument()
  })
})

describe('going on', () => {
  it('Skip goes on, and comes back to nobody', async () => {
    const { user } = await openPhoto()
    await user.keyboard('s')
    expect(await heading(ofAmara)).toHaveFocus()
    await user.keyboard('k')
    await user.keyboard('k')
    await heading(/^Photo of e\.clarke/)
    await findApprove()
    await user.keyboard('a')
    // Past the one that was skipped.
    expect(await heading(ofAmara)).toHaveFocus()
    expect(askedDecisions()).toEqual([])
  })

  it('what was skipped can be looked at by itself', async () => {
    const { user } = await openPhoto()
    expect(screen.queryByRole('button', { name: 'Skipped' })).not.toBeInTheDocument()
    await user.keyboard('s')
    await heading(ofAmara)
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Skipped' }))
    await user.click(await screen.findByRole('checkbox', { name: /^Only photos skipped/ }))
    expect(address()).toMatch(/skipped=yes/)
    await findPlace('1–1 of 1 that match')
    expect(await findRow('marisol.vega')).toBeVisible()
  })

  it('over the border of the page, and the page behind it begins where it should', async () => {
    const { user } = await openPhoto(9596865)
    await findApprove()
    await user.keyboard('a')
    await waitFor(() => expect(address()).toMatch(/page=2/))
    expect(await heading(/^Photo of/)).toHaveFocus()
    passHold(6)
    await waitFor(() => expect(stored(9596865)?.status).toBe('APPROVED'))
    await findPlace('25–49 of 99')
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Previous page' }))
    // The page that was turned lets go of what was decided.
    await findPlace('1–25 of 99')
    const table = within(await findTable())
    await waitFor(() => expect(table.queryByText('Approved')).not.toBeInTheDocument())
  })

  it('at the last photo that is said', async () => {
    const { user } = await openApp('/photos?page=4&photo=1415398')
    await findApprove()
    ;(await heading(/^Photo of/)).focus()
    await user.keyboard('a')
    expect(await heading('End of the list')).toHaveFocus()
    expect(await screen.findByText(/^99 are still pending/)).toBeVisible()
    expect(document.body).not.toHaveFocus()
  })

  it('browsing never decides, and letters that are switched off do nothing', async () => {
    const { user } = await openPhoto()
    await findApprove()
    const letterKeys = async (choice: 'On' | 'Off') => {
      await user.click(screen.getByRole('button', { name: 'Settings' }))
      const group = await screen.findByRole('group', { name: 'Single-letter keys' })
      await user.click(within(group).getByRole('radio', { name: choice }))
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
    }
    await letterKeys('Off')
    ;(await heading(ofMarisol)).focus()
    await user.keyboard('ajs?')
    expect(await heading(ofMarisol)).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.keyboard('{ArrowRight}')
    expect(await heading(ofAmara)).toBeInTheDocument()
    await letterKeys('On')
    ;(await heading(ofAmara)).focus()
    await user.keyboard('kj')
    expect(await heading(ofAmara)).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  })
})

describe('what goes wrong', () => {
  async function approveMarisol() {
    const app = await openPhoto()
    await findApprove()
    await app.user.keyboard('a')
    await findDecisions()
    return app
  }

  it('somebody else was faster: nothing is overwritten, and one can leave it', async () => {
    const { user } = await approveMarisol()
    sandbox.db.change(marisol, { status: 'DENIED', lastUpdated: Date.parse('2026-08-12T14:42:00Z') })
    passHold(6)
    const decisions = await findDecisions()
    expect(await decisions.findAllByText(/marisol\.vega.* is now Denied, changed 10:42/)).toHaveLength(2)
    expect(stored(marisol)?.status).toBe('DENIED')
    expect((await row('marisol.vega')).getByText('Changed by someone else')).toBeVisible()
    await user.click(decisions.getByRole('button', { name: 'Leave it' }))
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    expect((await row('marisol.vega')).getByText('Denied')).toBeVisible()
    expect(document.body).not.toHaveFocus()
    expect(askedDecisions()).toHaveLength(1)
  })

  it('or apply one’s own decision on top of it', async () => {
    const { user } = await approveMarisol()
    sandbox.db.change(marisol, { status: 'DENIED' })
    passHold(6)
    await user.click(await (await findDecisions()).findByRole('button', { name: 'Use my decision' }))
    await waitFor(() => expect(stored(marisol)?.status).toBe('APPROVED'))
    expect(await (await row('marisol.vega')).findByText('Approved')).toBeVisible()
  })

  it('but never approve a picture on top of it that nobody here has seen', async () => {
    const { user } = await approveMarisol()
    sandbox.db.change(marisol, { status: 'DENIED' })
    server.use(
      http.get('*/cloudcard/photo/:id', async ({ request }) => {
        const answer = (await (await getResponse(sandbox.handlers, request))?.json()) as { links: object }
        return HttpResponse.json({
          ...answer,
          links: { bytes: 'http://localhost:3000/sandbox-photos/p002/new.jpg' },
        })
      }),
    )
    passHold(6)
    const decisions = await findDecisions()
    expect(await decisions.findAllByText(/is now Denied.*with another picture/)).not.toHaveLength(0)
    expect(decisions.queryByRole('button', { name: 'Use my decision' })).not.toBeInTheDocument()
    await user.click(decisions.getByRole('button', { name: 'Leave it' }))
    expect(stored(marisol)?.status).toBe('DENIED')
    expect(askedDecisions()).toHaveLength(1)
  })

  it('CloudCard refuses it: that is said once, and the photo is undecided again', async () => {
    const { user } = await approveMarisol()
    server.use(http.put('*/cloudcard/photo/*', () => HttpResponse.json({}, { status: 403 })))
    passHold(6)
    const decisions = await findDecisions()
    expect(
      await decisions.findAllByText(/^marisol\.vega.*Not approved: your account can't decide/),
    ).toHaveLength(2)
    await findPlace('1–25 of 100')
    await user.click(decisions.getByRole('button', { name: 'OK' }))
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    await user.keyboard('k')
    await findApprove()
  })

  it('what CloudCard has refused leads back to its photo, to decide on it again', async () => {
    const { user } = await approveMarisol()
    server.use(http.put('*/cloudcard/photo/*', () => HttpResponse.json({}, { status: 422 }), { once: true }))
    passHold(6)
    await user.click(await (await findDecisions()).findByRole('button', { name: 'Look again' }))
    expect(await heading(ofMarisol)).toHaveFocus()
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    await user.click(await findApprove())
    passHold(6)
    await waitFor(() => expect(stored(marisol)?.status).toBe('APPROVED'))
  })

  it('whoever reloads is told what is lost by it: the search, and not the decisions that were made', async () => {
    const { user } = await approveMarisol()
    passHold(6)
    await waitFor(() => expect(stored(marisol)?.status).toBe('APPROVED'))
    server.use(http.get('*/cloudcard/photo', () => HttpResponse.html('<title>University sign-in</title>')))
    await user.type(screen.getByRole('searchbox', { name: 'Search photos' }), 'lakemont')
    await user.click(await screen.findByRole('button', { name: 'Reload' }))
    expect(await screen.findByText('Reloading loses: the search.')).toBeVisible()
  })

  it('what waits says that it is tried again by itself, and when', async () => {
    await approveMarisol()
    server.use(
      http.put('*/cloudcard/photo/*', () =>
        HttpResponse.json({}, { status: 429, headers: { 'Retry-After': '40' } }),
      ),
    )
    passHold(6)
    const decisions = await findDecisions()
    expect(await decisions.findByText(/^Next try in 40 s/)).toBeVisible()
    expect(decisions.getByRole('status')).toHaveTextContent(/It is tried again by itself\./)
  })

  it('the network is gone: it is kept, says so, and is sent when the network is back', async () => {
    await approveMarisol()
    server.use(http.put('*/cloudcard/photo/*', () => HttpResponse.error(), { once: true }))
    passHold(6)
    const decisions = await findDecisions()
    expect(await decisions.findByText(/^Approving: not sent yet/)).toBeVisible()
    expect((await row('marisol.vega')).getByText('Approving: not sent yet')).toBeVisible()
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(stored(marisol)?.status).toBe('APPROVED'))
    expect(sandbox.db.mails).toHaveLength(1)
  })

  it('closing the window warns first, and then sends what is held', async () => {
    await approveMarisol()
    const closing = new Event('beforeunload', { cancelable: true })
    act(() => void window.dispatchEvent(closing))
    expect(closing.defaultPrevented).toBe(true)
    expect(screen.getAllByText(/^Not sent yet: Approve marisol\.vega/).length).toBeGreaterThan(0)
    act(() => void window.dispatchEvent(new Event('pagehide')))
    await waitFor(() => expect(stored(marisol)?.status).toBe('APPROVED'))
    const again = new Event('beforeunload', { cancelable: true })
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument())
    window.dispatchEvent(again)
    expect(again.defaultPrevented).toBe(false)
  })

  it('signing out sends what is held and waits for the answer', async () => {
    const { user } = await approveMarisol()
    asked.length = 0
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await screen.findByText('You are signed out.')
    expect(stored(marisol)?.status).toBe('APPROVED')
    const order = asked.filter((request) => /PUT|logout/.test(request))
    expect(order).toEqual([`PUT /photo/${marisol}`, 'POST /person/me/logout'])
  })

  it('signing out with a decision that cannot be sent names it, and lets the person choose', async () => {
    const { user } = await approveMarisol()
    server.use(http.put('*/cloudcard/photo/*', () => HttpResponse.error()))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Not sent yet' }))
    expect(dialog.getByText(/^Approve marisol\.vega/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Stay signed in' }))
    expect((await findDecisions()).getByText(/^Approving: not sent yet/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await user.click(await screen.findByRole('button', { name: 'Sign out without them' }))
    await screen.findByText('You are signed out.')
    expect(stored(marisol)?.status).toBe('PENDING')
  })
})

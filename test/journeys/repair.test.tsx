import { act, screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished } from 'vitest'
import { go } from '../../src/base/address'
import {
  address,
  asked,
  askedDecisions,
  findApprove,
  findCounts,
  findDecisions,
  findIds,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  passSeconds,
  reload,
  runSandbox,
  sandbox,
  searchField,
  server,
  shownIds,
  stopHoldTime,
  tab,
} from './app'

runSandbox()
const pass = stopHoldTime()

const marisol = 9599901
const amara = 9599824
const ofAmara = /^Photo of amara\.okafor/
const heading = (name: RegExp | string) => screen.findByRole('heading', { name })
const ofMarisol = /^Photo of marisol\.vega/
const newest = () => Math.max(...sandbox.db.photos.map(({ id }) => id))
const askedProcesses = () => asked.filter((request) => request.startsWith('POST /photo/'))

async function openPhoto(at = `/photos?photo=${marisol}`, options: Parameters<typeof openApp>[1] = {}) {
  const app = await openApp(at, options)
  await pane()
  await findPlace(/^1–25 of/)
  ;(await heading(/^Photo/)).focus()
  // The first key brings what follows decisions.
  await findApprove()
  return app
}

/** Time passes until something is there. */
function passUntil<T>(get: () => T): Promise<T> {
  return waitFor(() => {
    pass(1)
    return get()
  })
}

const turned = () => screen.getByRole('region', { name: 'Turned by CloudCard' })

/** The bot is done with it, and before and after stand side by side. */
async function turnMarisol(user: Awaited<ReturnType<typeof openPhoto>>['user']) {
  await user.keyboard('r')
  await passUntil(turned)
  return newest()
}

describe('having a photo repaired', () => {
  it.each([
    ['r', 'Turn', 'rotate', 'Turning', 'Turned'],
    ['x', 'Crop', 'crop', 'Cropping', 'Cropped'],
    ['b', 'Clean background', 'removeBackground', 'Cleaning background', 'Background cleaned'],
  ])(
    '%s, or the button %s, asks CloudCard for it once, and nothing is decided meanwhile',
    async (key, name, process, doing, done) => {
      const { user } = await openPhoto()
      const letter = key.toUpperCase()
      expect(screen.getByRole('button', { name })).toHaveAttribute('aria-keyshortcuts', letter)
      await user.keyboard(key)
      expect(await screen.findByText(`${doing}… You can decide once CloudCard is done.`)).toBeVisible()
      // The row is another one as soon as the new number is known.
      await waitFor(async () => expect(within(await findTable()).getByText(`${doing}…`)).toBeVisible())
      await user.keyboard('ad')
      expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()
      expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
      const region = await passUntil(() => screen.getByRole('region', { name: `${done} by CloudCard` }))
      expect(sandbox.db.photo(newest())?.made?.process).toBe(process)
      expect(askedProcesses()).toEqual([`POST /photo/${marisol}`])
      expect(within(region).getByText(/no way back to the old picture/)).toBeVisible()
      expect(sandbox.db.photo(marisol)?.status).toBe('DISCARDED')
    },
  )

  it('shows before and after side by side, and Enter goes on with the new picture alone', async () => {
    const { user } = await openPhoto()
    const id = await turnMarisol(user)
    const details = within(await pane())
    expect(details.getByRole('img', { name: 'Before' })).toBeVisible()
    expect(details.getByRole('img', { name: ofMarisol })).toBeVisible()
    expect(details.getByText(`${id}, new number`, { exact: false })).toBeVisible()
    expect(await details.findByText(/^From before the turn\. The bot is scoring/)).toBeVisible()
    await user.keyboard('{Enter}')
    expect(details.queryByRole('img', { name: 'Before' })).not.toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Turned by CloudCard' })).not.toBeInTheDocument()
    // The score follows, and is not asked for any more.
    await passUntil(() => within(screen.getByRole('region', { name: 'Photo details' })).getByText('93%'))
    asked.length = 0
    pass(400)
    expect(asked.filter((request) => request.includes(String(id)))).toEqual([])
  })

  it('the new number takes the place of the old one: row, address, neighbours, and what is decided', async () => {
    const { user } = await openPhoto()
    const before = await shownIds()
    const id = await turnMarisol(user)
    expect(address()).toBe(`/photos?photo=${id}`)
    await findIds(before.map((each) => (each === marisol ? id : each)))
    await findApprove()
    await user.keyboard('j')
    expect(await heading(/^Photo of amara/)).toHaveFocus()
    await user.keyboard('k')
    await heading(ofMarisol)
    await waitFor(() => expect(address()).toBe(`/photos?photo=${id}`))
    await findApprove()
    await user.keyboard('a')
    await findDecisions()
    pass(6)
    await waitFor(() => expect(askedDecisions()).toEqual([`PUT /photo/${id}`]))
    await waitFor(() => expect(sandbox.db.photo(id)?.status).toBe('APPROVED'))
    expect(sandbox.db.mails.map(({ photo }) => photo)).toEqual([id])
  })

  it('on the photo page it is the same, and Back leads to the new number from every entry', async () => {
    const { user } = await openPhoto()
    await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
    await heading(`Photo ${marisol}`)
    const id = await turnMarisol(user)
    expect(await heading(`Photo ${id}`)).toBeVisible()
    expect(address()).toBe(`/photos/${id}`)
    expect(screen.getByRole('img', { name: 'Before' })).toBeVisible()
    act(() => window.history.back())
    await waitFor(() => expect(address()).toBe(`/photos?photo=${id}`))
    expect(await heading(ofMarisol)).toBeVisible()
    act(() => go(`/photos/${marisol}`))
    expect(await heading(`Photo ${id}`)).toBeVisible()
    expect(address()).toBe(`/photos/${id}`)
  })

  it('search and selection follow, and what is decided together is the new photo', async () => {
    const { user } = await openPhoto()
    await user.click(screen.getByRole('checkbox', { name: /^Select marisol/ }))
    await user.type(searchField(), 'marisol')
    await findIds([marisol])
    await user.click(await findRow('marisol.vega'))
    const id = await turnMarisol(user)
    await findIds([id])
    expect(screen.getByRole('checkbox', { name: /^Select marisol/ })).toBeChecked()
    await user.keyboard('{Enter}{Escape}')
    const bar = within(await screen.findByRole('region', { name: 'Selection' }))
    await user.click(bar.getByRole('button', { name: 'Approve 1 photo' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Approve together' }))
    const approve = await dialog.findByRole('button', { name: 'Approve 1 photo' })
    await waitFor(() => expect(approve).not.toHaveAttribute('aria-disabled'))
    await user.click(approve)
    pass(6)
    await waitFor(() => expect(askedDecisions()).toEqual([`PUT /photo/${id}`]))
  })

  it('a photo that was skipped stays skipped, and one that was decided before has to be decided again', async () => {
    const { user } = await openPhoto()
    await user.keyboard('s')
    await heading(ofAmara)
    await findApprove()
    await user.keyboard('a')
    pass(6)
    await waitFor(() => expect(sandbox.db.photo(amara)?.status).toBe('APPROVED'))
    await user.keyboard('kk')
    await heading(ofMarisol)
    await turnMarisol(user)
    expect(await within(await findTable()).findByText('Skipped')).toBeVisible()
    await user.keyboard('j')
    await heading(ofAmara)
    await user.keyboard('r')
    await passUntil(turned)
    const id = newest()
    expect(sandbox.db.photo(id)?.status).toBe('PENDING')
    await user.click(await findApprove())
    await findDecisions()
    pass(6)
    await waitFor(() => expect(sandbox.db.photo(id)?.status).toBe('APPROVED'))
    await user.click(screen.getByRole('link', { name: 'My decisions' }))
    await heading('My decisions')
    expect(screen.getByText(`now ${id}`)).toBeVisible()
    expect(screen.getByRole('link', { name: String(amara) })).toHaveAttribute('href', `/photos/${id}`)
  })

  it('a photo that was decided before counts among those that are left again', async () => {
    const { user } = await openPhoto()
    await user.keyboard('a')
    pass(6)
    await waitFor(() => expect(sandbox.db.photo(marisol)?.status).toBe('APPROVED'))
    await heading(ofAmara)
    expect(await findPlace('1–24 of 99, 1 decided')).toBeVisible()
    await user.keyboard('k')
    await heading(ofMarisol)
    await turnMarisol(user)
    expect(await findPlace('1–25 of 100')).toBeVisible()
  })

  it('where the new photo comes to another status, the numbers of both follow, and it has left the list', async () => {
    const id = sandbox.db.withStatus('APPROVED')[0]?.id ?? 0
    const { user } = await openApp(`/photos?status=APPROVED&photo=${id}`)
    await findCounts()
    await screen.findByRole('button', { name: 'Turn' })
    within(await pane())
      .getByRole('heading', { name: /^Photo/ })
      .focus()
    expect(tab('Approved')).toHaveAccessibleName('Approved 60')
    await user.keyboard('r')
    await passUntil(turned)
    expect(sandbox.db.photo(newest())?.status).toBe('PENDING')
    await waitFor(() => expect(tab('Approved')).toHaveAccessibleName('Approved 59'))
    expect(tab('Pending')).toHaveAccessibleName('Pending 101')
    await findPlace('1–24 of 59, 1 decided')
  })

  it('a photo that was sent again and then turned has left its list once, and no place is beyond the total', async () => {
    const id = sandbox.db.withStatus('FAILED')[0]?.id ?? 0
    const { user } = await openApp(`/photos?status=FAILED&photo=${id}`)
    await screen.findByRole('button', { name: /^Send again/ })
    within(await pane())
      .getByRole('heading', { name: /^Photo/ })
      .focus()
    await user.keyboard('f')
    await findPlace('1–1 of 1, 1 decided')
    await passUntil(() => expect(sandbox.db.photo(id)?.status).toBe('READY_FOR_DOWNLOAD'))
    act(() => go(`/photos?status=FAILED&photo=${id}`))
    await screen.findByRole('button', { name: 'Turn' })
    await user.keyboard('r')
    await passUntil(turned)
    expect(newest()).toBeGreaterThan(id)
    await findPlace('1–1 of 1, 1 decided')
  })

  it('may be asked for once more, and the picture before that is the one to compare with', async () => {
    const { user } = await openPhoto()
    const first = await turnMarisol(user)
    await user.click(screen.getByRole('button', { name: /^Turn again/ }))
    await waitFor(() => expect(askedProcesses()).toHaveLength(2))
    await passUntil(turned)
    const details = within(await pane())
    expect(details.getByText(String(first), { exact: false, selector: 'p' })).toBeVisible()
    expect(sandbox.db.photo(first)?.status).toBe('DISCARDED')
    await user.keyboard('c')
    const comparison = within(await screen.findByRole('dialog', { name: 'Compare' }))
    await user.click(comparison.getByRole('button', { name: /^Before/ }))
    expect(comparison.getByRole('img', { name: 'Before' })).toBeVisible()
  })
})

describe('what cannot be repaired says why', () => {
  const turn = () => screen.findByRole('button', { name: 'Turn' })

  it('a photo that has a decision', async () => {
    const { user } = await openPhoto()
    await user.keyboard('a')
    await heading(ofAmara)
    await user.keyboard('k')
    await heading(ofMarisol)
    expect(await turn()).toHaveAccessibleDescription('This photo has a decision. Undo it first')
    await user.keyboard('r')
    expect(screen.getAllByText('This photo has a decision. Undo it first.').length).toBeGreaterThan(0)
    expect(askedProcesses()).toEqual([])
  })

  it('a photo on which the bot works', async () => {
    await openPhoto('/photos?photo=9599142')
    expect(await turn()).toHaveAccessibleDescription(/bot is still working on this photo/)
  })

  it.each(['DOWNLOADED', 'DONE', 'ENROUTE', 'DISCARDED', 'ARCHIVED_BY_VENDOR'])(
    'a photo that is %s',
    async (status) => {
      const id = sandbox.db.withStatus(status)[0]?.id ?? 0
      const { user } = await openApp(`/photos/${id}`)
      expect(await turn()).toHaveAccessibleDescription(/^A photo that is .+ can't be turned any more$/)
      await user.keyboard('r')
      expect(askedProcesses()).toEqual([])
    },
  )

  it('an account that may only look', async () => {
    await openApp(`/photos/${marisol}`, { username: 'viewer@example.edu' })
    expect(await turn()).toHaveAccessibleDescription(/^Your account can view photos/)
  })

  it('what CloudCard refuses this account is said once, and not offered again; all else is', async () => {
    sandbox.refuses = ['process']
    const { user } = await openPhoto()
    await user.keyboard('r')
    expect(await screen.findByText(/^Not turned: your CloudCard account isn't allowed/)).toBeVisible()
    expect(await turn()).toHaveAccessibleDescription("CloudCard doesn't let your account have photos turned")
    await user.keyboard('r')
    expect(askedProcesses()).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Crop' })).not.toHaveAttribute('aria-disabled')
    // The photo is as it was.
    await user.click(await findApprove())
    expect((await findDecisions()).getByText(/^Approving/)).toBeVisible()
  })
})

describe('whatever CloudCard answers is said in plain words', () => {
  const answered = (answer: () => Response) => server.use(http.post('*/cloudcard/photo/:id', answer))
  const isDone = (id: number) => () => {
    sandbox.db.process(id, 'rotate')
    return HttpResponse.json({})
  }

  it.each<[string, () => Response, RegExp]>([
    ['404', () => HttpResponse.json({}, { status: 404 }), /^Not turned: CloudCard doesn't offer this here/],
    ['409', () => HttpResponse.json({}, { status: 409 }), /^Not turned: someone else changed this photo/],
    ['422', () => HttpResponse.json({}, { status: 422 }), /^Not turned: CloudCard didn't accept the request/],
    [
      'a yes and nothing else',
      () => new HttpResponse(null, { status: 204 }),
      /^Not turned: CloudCard said yes, but/,
    ],
    ['the same number', () => HttpResponse.json({ id: marisol }), /^Not turned: CloudCard said yes, but/],
    ['a number that is none', () => HttpResponse.json({ id: 7 }), /^Not turned: CloudCard said yes, but/],
    ['a page', () => HttpResponse.html('<h1>Hello</h1>'), /^Not turned: CloudCard didn't answer, and/],
  ])('%s', async (_what, answer, words) => {
    answered(answer)
    const { user } = await openPhoto()
    await user.keyboard('r')
    // Once to be seen and once to be heard.
    expect((await passUntil(() => screen.getAllByText(words)))[0]).toBeVisible()
    expect(askedProcesses()).toHaveLength(1)
    expect(await findApprove()).toBeVisible()
    expect(address()).toBe(`/photos?photo=${marisol}`)
  })

  it('a new photo that it does not name is found by its person', async () => {
    answered(isDone(marisol))
    const { user } = await openPhoto()
    await user.keyboard('r')
    await passUntil(turned)
    expect(address()).toBe(`/photos?photo=${newest()}`)
  })

  it('a new photo that nobody names is said to be in the list, and the old one is not decided', async () => {
    answered(isDone(marisol))
    server.use(http.get('*/cloudcard/person/:id', () => HttpResponse.json({}, { status: 404 })))
    const { user } = await openPhoto()
    await user.keyboard('r')
    expect(await passUntil(() => screen.getByText(/^CloudCard has replaced this photo/))).toBeVisible()
    await user.keyboard('a')
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
  })

  it.each<[string, () => Response]>([
    ['403', () => HttpResponse.json({}, { status: 403 })],
    ['404', () => HttpResponse.json({}, { status: 404 })],
    ['something else', () => HttpResponse.json([])],
  ])(
    'a new photo in the place of which comes %s is let go, and its number is said',
    async (_what, answer) => {
      const { user } = await openPhoto()
      const before = newest()
      server.use(
        http.get('*/cloudcard/photo/:id', ({ params }) =>
          Number(params.id) > before ? answer() : undefined,
        ),
      )
      await user.keyboard('r')
      const words = /CloudCard has made a new photo of this one, number \d+, which can't be read\./
      const [said] = await waitFor(() => {
        pass(10)
        return screen.getAllByText(words)
      })
      expect(said).toHaveTextContent(`number ${newest()},`)
      await user.keyboard('a')
      expect(askedDecisions()).toEqual([])
      asked.length = 0
      pass(400)
      expect(asked.filter((request) => request.includes(`/photo/${newest()}`))).toEqual([])
    },
  )

  it('a bot that never ends is let go after two minutes, and that is said', async () => {
    const { user } = await openPhoto()
    server.use(
      http.get('*/cloudcard/photo/:id', async ({ request, params }) => {
        if (Number(params.id) === marisol) return undefined
        const answer = await getResponse(sandbox.handlers, request)
        return HttpResponse.json({ ...(await answer?.json()), isHelperBotProcessing: true })
      }),
    )
    await user.keyboard('r')
    const region = await waitFor(() => {
      pass(10)
      return turned()
    })
    expect(within(region).getByText(/has been at work on it for two minutes/)).toBeVisible()
    await findApprove()
    // As with any photo on which the bot works.
    await user.keyboard('a')
    expect(screen.getAllByText(/^This photo is still being checked/).length).toBeGreaterThan(0)
    asked.length = 0
    pass(400)
    await waitFor(() => expect(asked.length).toBeLessThan(3))
  })
})

describe('meanwhile', () => {
  it('somebody else decides: the photo is not turned, or shown as it is now', async () => {
    const { user } = await openPhoto()
    sandbox.db.change(marisol, { status: 'APPROVED' })
    await user.keyboard('r')
    expect(
      await screen.findByText(/^Not turned: someone else changed this photo\. It is now Approved/),
    ).toBeVisible()
    expect(askedProcesses()).toEqual([])
    await user.keyboard('j')
    await heading(ofAmara)
    await user.keyboard('x')
    await waitFor(() => expect(address()).toBe(`/photos?photo=${newest()}`))
    sandbox.db.change(newest(), { status: 'DENIED' })
    await passUntil(() => screen.getByRole('region', { name: 'Cropped by CloudCard' }))
    expect(await within(await pane()).findByText('Denied')).toBeVisible()
    expect(askedDecisions()).toEqual([])
  })

  it('one goes on to the next photo, and is told when it is done', async () => {
    const { user } = await openPhoto()
    await user.keyboard('r')
    await user.keyboard('j')
    await heading(ofAmara)
    expect(
      await passUntil(() => screen.getAllByText(/^marisol\.vega.*: Turned by CloudCard\.$/)),
    ).not.toHaveLength(0)
    expect(screen.queryByRole('region', { name: 'Turned by CloudCard' })).not.toBeInTheDocument()
    await user.keyboard('k')
    await heading(ofMarisol)
    expect(turned()).toBeVisible()
    await user.keyboard('j')
    await heading(ofAmara)
    await user.keyboard('k')
    await heading(ofMarisol)
    expect(screen.queryByRole('region', { name: 'Turned by CloudCard' })).not.toBeInTheDocument()
  })

  it('the photo is left out of what is decided together', async () => {
    const { user } = await openPhoto()
    await user.click(screen.getByRole('checkbox', { name: /^Select marisol/ }))
    ;(await heading(ofMarisol)).focus()
    await user.keyboard('r')
    await waitFor(() => expect(address()).toBe(`/photos?photo=${newest()}`))
    const bar = within(await screen.findByRole('region', { name: 'Selection' }))
    await user.click(bar.getByRole('button', { name: 'Approve 1 photo' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Approve together' }))
    expect(dialog.getByText(/CloudCard is still working on it/)).toBeVisible()
  })

  it('one signs out: nothing more is asked, and the next person hears nothing of it', async () => {
    const { user } = await openPhoto()
    await user.keyboard('r')
    await waitFor(() => expect(address()).toBe(`/photos?photo=${newest()}`))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    await screen.findByRole('button', { name: 'Sign in' })
    asked.length = 0
    pass(300)
    expect(asked).toEqual([])
    expect(screen.queryByText(/Turned by CloudCard/)).not.toBeInTheDocument()
  })

  it('another tab has a photo repaired: this one follows', async () => {
    const { user } = await openPhoto()
    await user.keyboard('j')
    await heading(ofAmara)
    await user.keyboard('k')
    await heading(ofMarisol)
    const made = sandbox.db.process(marisol, 'rotate')
    const tab = new BroadcastChannel('loupe')
    onTestFinished(() => tab.close())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tab.postMessage({ kind: 'replaced', was: marisol, id: made.id })
    await waitFor(() => expect(address()).toBe(`/photos?photo=${made.id}`))
    expect(await heading(ofMarisol)).toBeVisible()
  })
})

// What is loaded anew by a reload is another copy: these stand last.
describe('a reload while CloudCard is at work', () => {
  it('follows the new photo on, and shows before and after', async () => {
    const { user, unmount } = await openPhoto()
    await user.keyboard('r')
    await waitFor(() => expect(address()).toBe(`/photos?photo=${newest()}`))
    passSeconds(60)
    await reload(unmount)
    const region = await screen.findByRole('region', { name: 'Turned by CloudCard' }, { timeout: 5_000 })
    expect(within(region).getByText(/no way back to the old picture/)).toBeVisible()
    expect(askedProcesses()).toEqual([])
  })

  it('keeps the photo from being decided from the first moment, before it was looked at', async () => {
    const never = () => new Promise<never>(() => {})
    server.use(http.post('*/cloudcard/photo/:id', never))
    const { user, unmount } = await openPhoto()
    await user.keyboard('r')
    await waitFor(() => expect(askedProcesses()).toHaveLength(1))
    server.use(http.get('*/cloudcard/photo/:id', never))
    await reload(unmount)
    expect(await within(await pane()).findByText(/^Turning… You can decide once/)).toBeVisible()
    ;(await heading(ofMarisol)).focus()
    await user.keyboard('ar')
    expect(screen.queryByRole('region', { name: 'Decisions' })).not.toBeInTheDocument()
    expect(askedDecisions()).toEqual([])
    expect(askedProcesses()).toEqual([])
  })

  it('finds a new photo by its person whose number had not come yet', async () => {
    server.use(
      http.post('*/cloudcard/photo/:id', () => {
        sandbox.db.process(marisol, 'rotate')
        return new Promise<never>(() => {})
      }),
    )
    const { user, unmount } = await openPhoto()
    await user.keyboard('r')
    await waitFor(() => expect(sandbox.db.photo(marisol)?.status).toBe('DISCARDED'))
    passSeconds(60)
    await reload(unmount)
    expect(
      await screen.findByRole('region', { name: 'Turned by CloudCard' }, { timeout: 5_000 }),
    ).toBeVisible()
    expect(address()).toBe(`/photos?photo=${newest()}`)
    expect(askedProcesses()).toEqual([])
  })
})

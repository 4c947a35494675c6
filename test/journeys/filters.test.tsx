import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  changeRows,
  findIds,
  findPlace,
  findTable,
  openApp,
  reload,
  runSandbox,
  searchField,
  server,
  tab,
} from './app'
import { idsOf, listed, type Listed } from './listed'

runSandbox()

const bar = () => within(screen.getByRole('group', { name: 'Filters' }))
const open = async (user: UserEvent, filter: string) => {
  await user.click(bar().getByRole('button', { name: filter }))
  return within(await screen.findByRole('region', { name: `Filter by ${filter.toLowerCase()}` }))
}
const choose = async (user: UserEvent, filter: string, option: string) =>
  user.click((await open(user, filter)).getByRole('checkbox', { name: new RegExp(`^${option}`) }))

const place = (count: number) => `1–${Math.min(25, count)} of ${count} that match`
/** The list shows these and no others, and says how many they are. */
async function expectMatches(rows: readonly Listed[]) {
  await findPlace(place(rows.length))
  await findIds(idsOf(rows))
}

const scoreOf = ({ lowestClassification: score }: Listed) => (typeof score === 'number' ? score : null)
const documentsOf = ({ person }: Listed) =>
  Array.isArray(person?.additionalPhotos) ? person.additionalPhotos.length : 0
/** The score in whole per cent, as it is shown, lies between these. */
const isShown = (score: number | null, from: number, to: number) =>
  score !== null && Math.round(score * 100) >= from && Math.round(score * 100) <= to

it.each<[filter: string, option: string, query: string, (row: Listed) => boolean]>([
  ['Score', 'Good', 'score=good', (row) => (scoreOf(row) ?? 0) >= 0.8],
  ['Score', 'Fair', 'score=fair', (row) => (scoreOf(row) ?? 0) > 0.4 && (scoreOf(row) ?? 1) < 0.8],
  ['Score', 'Bad', 'score=bad', (row) => (scoreOf(row) ?? 1) <= 0.4],
  ['Score', 'Not scored', 'score=none', (row) => scoreOf(row) === null],
  ['Checks', 'Wrong ratio', 'checks=ratio', (row) => row.isAspectRatioCorrect === false],
  ['Checks', 'Edited', 'checks=edited', (row) => row.manuallyEdited === true],
  ['Checks', 'Background replaced', 'checks=background', (row) => row.backgroundReplaced === true],
  ['Checks', 'Still being checked', 'checks=bot', (row) => row.isHelperBotProcessing === true],
  ['Checks', 'Has approved photo', 'checks=approved', (row) => row.personHasApprovedPhoto === true],
  ['Documents', 'Any', 'documents=has', (row) => documentsOf(row) > 0],
])('%s: %s shows those photos alone, from the whole status', async (filter, option, query, isWanted) => {
  const { user } = await openApp('/photos')
  await findTable()
  await choose(user, filter, option)
  const wanted = listed().filter(isWanted)
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.length).toBeLessThan(100)
  await expectMatches(wanted)
  expect(bar().getByRole('button', { name: `${filter}: ${option} ${wanted.length}` })).toBeVisible()
  expect(address()).toBe(`/photos?${query}`)
})

it('Score from and to: both numbers belong to it, as they are shown', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const editor = await open(user, 'Score')
  await user.type(editor.getByRole('spinbutton', { name: 'Score from' }), '50')
  await user.type(editor.getByRole('spinbutton', { name: 'Score to' }), '80')
  const wanted = listed().filter((row) => isShown(scoreOf(row), 50, 80))
  await expectMatches(wanted)
  expect(bar().getByRole('button', { name: `Score: 50–80% ${wanted.length}` })).toBeVisible()
  expect(address()).toBe('/photos?scored=50-80')
})

it('Submitted from and to: whole days where one is', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const editor = await open(user, 'Submitted')
  await user.type(editor.getByLabelText('Submitted from'), '2026-08-11')
  await user.type(editor.getByLabelText('Submitted to'), '2026-08-11')
  // New York is four hours behind.
  const [from, to] = [Date.UTC(2026, 7, 11, 4), Date.UTC(2026, 7, 12, 4)]
  const timeOf = ({ dateCreated }: Listed) => Date.parse(dateCreated?.replace('+0000', 'Z') ?? '')
  const wanted = listed().filter((row) => timeOf(row) >= from && timeOf(row) < to)
  expect(wanted.length).toBeGreaterThan(1)
  await expectMatches(wanted)
  expect(bar().getByRole('button', { name: `Submitted: Aug 11 ${wanted.length}` })).toBeVisible()
  expect(address()).toBe('/photos?submitted=2026-08-11_2026-08-11')
})

it('what was decided automatically is found where photos are decided', async () => {
  const { user } = await openApp('/photos?status=APPROVED')
  await findTable()
  await choose(user, 'Checks', 'Decided automatically')
  await expectMatches(listed('APPROVED').filter((row) => row.automaticallyApprovedOrDenied === true))
})

it('who lacks a document is told apart from who lacks one that is required', async () => {
  const lacking = idsOf(listed().filter((row) => documentsOf(row) === 0)).slice(3, 6)
  changeRows((rows) =>
    rows.map((row) => {
      const { id, person } = (row ?? {}) as Listed
      return lacking.includes(id)
        ? { ...(row as Listed), person: { ...person, additionalPhotoRequired: true } }
        : row
    }),
  )
  const { user } = await openApp('/photos')
  await findTable()
  await choose(user, 'Documents', 'None')
  const without = listed().filter((row) => documentsOf(row) === 0)
  await expectMatches(without)
  const editor = within(screen.getByRole('region', { name: 'Filter by documents' }))
  expect(editor.getByRole('checkbox', { name: `None ${without.length}` })).toBeChecked()
  await user.click(editor.getByRole('checkbox', { name: 'Required but missing 3' }))
  await user.click(editor.getByRole('checkbox', { name: `None ${without.length}` }))
  await findPlace('1–3 of 3 that match')
  await findIds(lacking)
  expect(address()).toBe('/photos?documents=required')
})

it('what could not be read has a filter of its own, and whoever searches is told of it', async () => {
  const { user } = await openApp('/photos?checks=edited')
  const line = await screen.findByText("4 photos could not be read, so searches and filters can't find them.")
  expect(line).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show them' }))
  await findPlace('1–4 of 4 that match')
  const table = within(await findTable())
  expect(table.getAllByRole('rowheader', { name: /^Unreadable photo/ })).toHaveLength(4)
  expect(address()).toBe('/photos?unreadable=yes')
  expect(line).not.toBeInTheDocument()
})

it('a filter that is switched off is not lost: it waits in its chip and in the address', async () => {
  const { user } = await openApp('/photos?score=bad&checks=approved')
  const [bad, both] = [
    listed().filter((row) => (scoreOf(row) ?? 1) <= 0.4),
    listed().filter((row) => (scoreOf(row) ?? 1) <= 0.4 && row.personHasApprovedPhoto === true),
  ]
  await findPlace(place(both.length))
  await user.click(bar().getByRole('button', { name: 'Checks filter' }))
  await expectMatches(bad)
  expect(address()).toBe('/photos?score=bad&checks=approved&off=checks')
  expect(bar().getByRole('button', { name: 'Checks: Has approved photo off' })).toBeVisible()

  await user.click(bar().getByRole('button', { name: 'Score filter' }))
  await findPlace('1–25 of 100')
  await findIds(idsOf(listed()).slice(0, 25))
  await user.click(bar().getByRole('button', { name: 'Checks filter' }))
  await user.click(bar().getByRole('button', { name: 'Score filter' }))
  await expectMatches(both)
  expect(address()).toBe('/photos?score=bad&checks=approved')
})

it('each option says how many it would show beside the other filters and the search', async () => {
  const { user } = await openApp('/photos?checks=edited')
  const edited = listed().filter((row) => row.manuallyEdited === true)
  await findPlace(place(edited.length))
  const editor = await open(user, 'Score')
  const good = (rows: Listed[]) => rows.filter((row) => (scoreOf(row) ?? 0) >= 0.8).length
  await user.click(editor.getByRole('checkbox', { name: `Good ${good(edited)}` }))
  await findPlace(place(good(edited)))
  // Beside the one that is chosen, the others still say what they would show.
  const bad = edited.filter((row) => (scoreOf(row) ?? 1) <= 0.4).length
  await user.click(editor.getByRole('checkbox', { name: `Bad ${bad}` }))
  await findPlace(place(good(edited) + bad))
  await user.click(editor.getByRole('checkbox', { name: `Good ${good(edited)}` }))
  await user.click(editor.getByRole('checkbox', { name: `Bad ${bad}` }))
  await findPlace(place(edited.length))
  await user.type(searchField(), 'lakemont.example')
  const found = edited.filter(({ person }) => person?.email?.includes('lakemont.example'))
  expect(found.length).toBeLessThan(edited.length)
  await findPlace(place(found.length))
  expect(editor.getByRole('checkbox', { name: `Good ${good(found)}` })).toBeVisible()
  expect(editor.getByText('Counts include only photos that match the search.')).toBeVisible()
})

it('another filter begins at page one, keeps the photo in the pane, and Back undoes it', async () => {
  const { user } = await openApp('/photos?score=good&page=2')
  await findPlace(/^26–50 of \d+ that match$/)
  const [link] = within(await findTable()).getAllByRole('link')
  if (link) await user.click(link)
  const photo = new URLSearchParams(window.location.search).get('photo')
  await choose(user, 'Checks', 'Edited')
  await findPlace(/^1–\d+ of \d+ that match$/)
  expect(address()).toBe(`/photos?score=good&checks=edited&photo=${photo}`)
  window.history.back()
  await findPlace(/^26–50 of \d+ that match$/)
  expect(address()).toBe(`/photos?page=2&score=good&photo=${photo}`)
})

it('until it is known from which score on a photo is good, none is said not to match', async () => {
  let tell = () => {}
  const gate = new Promise<void>((resolve) => (tell = resolve))
  server.use(http.get('*/cloudcard/photo/:id', () => gate as Promise<undefined>))
  const { user } = await openApp('/photos?score=good&page=2')
  await waitFor(() => expect(asked.some((request) => /^GET \/photo\/\d+$/.test(request))).toBe(true))
  const editor = await open(user, 'Checks')
  await user.click(editor.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText(/No photo matches/)).not.toBeInTheDocument()
  tell()
  await findPlace(/^26–50 of \d+ that match$/)
  expect(address()).toBe('/photos?score=good&page=2')
})

it('where CloudCard never tells it, the empty result says so', async () => {
  server.use(http.get('*/cloudcard/photo/:id', () => new HttpResponse(null, { status: 403 })))
  await openApp('/photos?score=good')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(screen.getByText(/CloudCard hasn't said which scores are good or bad\./)).toBeVisible()
})

it('a page past the end of what matches leads to the last one', async () => {
  const bad = listed().filter((row) => (scoreOf(row) ?? 1) <= 0.4)
  await openApp('/photos?score=bad&page=7')
  await findPlace(place(bad.length))
  await waitFor(() => expect(address()).toBe('/photos?score=bad'))
})

it('where no photo matches, Clear filters brings them all back', async () => {
  const { user } = await openApp('/photos?score=bad&scored=90-')
  expect(await screen.findByRole('heading', { name: 'No photo matches' })).toBeVisible()
  expect(await screen.findByText('All 100 pending photos were searched.')).toBeVisible()
  const [clear] = within(screen.getByRole('main')).getAllByRole('button', { name: 'Clear filters' }).slice(-1)
  if (clear) await user.click(clear)
  await findPlace('1–25 of 100')
  expect(address()).toBe('/photos')
})

it('All is filtered as a whole, and a status that was read is not read again', async () => {
  const { user } = await openApp('/photos?score=bad')
  await findPlace(/that match$/)
  await user.click(tab('All'))
  const bad = listed('ALL').filter((row) => (scoreOf(row) ?? 1) <= 0.4)
  await findPlace(`1–25 of ${bad.length} that match`)
  expect(address()).toBe('/photos?status=ALL&score=bad')
  asked.length = 0
  await user.click(tab('Pending'))
  await findPlace(/that match$/)
  await findIds(idsOf(listed().filter((row) => (scoreOf(row) ?? 1) <= 0.4)))
  expect(askedPages()).toEqual([])
})

it('filters and order are in the address: a reload and a colleague see the same photos', async () => {
  const query =
    '?status=DOWNLOADED&page=2&sort=-score&score=good&scored=-95&submitted=2026-06-01_&checks=edited&off=checks'
  const { unmount } = await openApp(`/photos${query}`)
  const wanted = listed('DOWNLOADED')
    .filter(
      (row) =>
        (scoreOf(row) ?? 0) >= 0.8 &&
        isShown(scoreOf(row), 0, 95) &&
        Date.parse(row.dateCreated ?? '') > Date.UTC(2026, 5, 1, 4),
    )
    .sort((a, b) => (scoreOf(b) ?? 0) - (scoreOf(a) ?? 0))
  const seen = async () => {
    await findPlace(`26–${wanted.length} of ${wanted.length} that match`)
    await findIds(idsOf(wanted).slice(25))
    for (const name of ['Score: Good', 'Score: up to 95%', 'Submitted: from Jun 1']) {
      expect(bar().getByRole('button', { name: (words) => words.startsWith(name) })).toBeVisible()
    }
    expect(bar().getByRole('button', { name: 'Checks: Edited off' })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: 'Score' })).toHaveAttribute('aria-sort', 'descending')
    expect(address()).toBe(`/photos${query}`)
  }
  await seen()
  await reload(unmount)
  await seen()
})

it('Escape that ends a composition in a field leaves its filter open', async () => {
  const { user } = await openApp('/photos')
  await findTable()
  const field = (await open(user, 'Score')).getAllByRole('spinbutton')[0] as HTMLElement
  field.focus()
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true })
  fireEvent.keyDown(field, { key: 'Escape', keyCode: 229 })
  expect(field).toBeVisible()
  fireEvent.keyDown(field, { key: 'Escape' })
  await waitFor(() => expect(field).not.toBeInTheDocument())
})

import { screen, waitFor, within } from '@testing-library/react'
import { getResponse, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  expectNothingPersonal,
  findRow,
  findTable,
  holdPages,
  openApp,
  pane,
  runSandbox,
  sandbox,
  server,
} from './app'

runSandbox()

const classifications = () => screen.findByRole('table', { name: 'Classifications' })
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const button = (name: string) => screen.getByRole('button', { name })

const cellOf = (table: HTMLElement, name: string) =>
  within(within(table).getByRole('row', { name: new RegExp(`^${name}`) }))
    .getByRole('cell')
    .textContent?.trim()

it('the labels stand with the surest first and what has no score last, each with its per cent', async () => {
  await openApp('/photos/9599901')
  const table = await classifications()
  const names = within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent)
  expect(names.indexOf('Face visibility')).toBeLessThan(names.indexOf('Sunglasses'))
  expect(names.indexOf('Sunglasses')).toBeLessThan(names.indexOf('No sunglasses'))
  expect(names.indexOf('No sunglasses')).toBeLessThan(names.indexOf('Glare'))
  expect(cellOf(table, 'Sunglasses')).toBe('96%')
  expect(cellOf(table, 'No sunglasses')).toBe('12%')
  expect(cellOf(table, 'One person only')).toBe('Not scored')
  const scores = within(table)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '')
  const firstWithout = scores.findIndex((text) => text.startsWith('Not scored'))
  expect(scores.slice(firstWithout).some((text) => /^[\d.]+%/.test(text))).toBe(false)
})

it.each([
  ['there', 9599472, '97%'],
  ['not there', 9599901, '3%'],
])(
  'glare that is %s is neither praised nor blamed: how sure the bot is says nothing else',
  async (_what, id, sure) => {
    await openApp(`/photos/${id}`)
    const table = await classifications()
    expect(cellOf(table, 'Glare')).toBe(sure)
    // Only the score of the whole photo is judged by the organization's thresholds.
    const score = within(screen.getByRole('region', { name: 'Score' }))
    expect(score.getAllByText(/\b(Good|Fair|Bad)$/)).toHaveLength(1)
    expect(score.queryByText(/fail|doubt|problem|fine/i)).not.toBeInTheDocument()
    expect(score.getByText('How sure it is, not how good')).toBeVisible()
  },
)

it('where the bot sees face and head are places of 100, without a judgement', async () => {
  await openApp('/photos/9599901')
  const framing = await screen.findByRole('table', { name: 'Framing' })
  expect(cellOf(framing, 'Face height')).toMatch(/^\d+ of 100$/)
  // The least that a place can be is no hundred per cent.
  expect(cellOf(framing, 'Person top')).toBe('1 of 100')
  expect(
    within(await classifications()).queryByRole('rowheader', { name: 'Head top' }),
  ).not.toBeInTheDocument()
})

it('a label that brings thresholds and a recommendation of its own says them', async () => {
  await openApp('/photos/9599901')
  const own = 'Auto approve threshold: 10% · Auto deny threshold: 95% · Recommendation: require human review'
  expect(within(await classifications()).getByText(own)).toBeVisible()
})

it('what nobody can read of a classification is kept behind "Technical details", and its score is not known', async () => {
  const { user } = await openApp('/photos/9599901')
  const table = await classifications()
  const raw = within(table).getByText(/"label":"BLUR"/)
  expect(raw).not.toBeVisible()
  expect(cellOf(table, 'BLUR')).toBe('Not known')
  const [details] = within(table).getAllByText('Technical details')
  if (details) await user.click(details)
  expect(within(table).getAllByText(/^\{/)[0]).toBeVisible()
})

it('of twenty thousand classifications the first hundred are shown, and how many more there are', async () => {
  const many = Array.from({ length: 20_000 }, (_, id) => ({ id, score: 0.5, requirementName: `Label ${id}` }))
  server.use(
    http.get('*/cloudcard/photo/9599901', async ({ request }) => {
      const answer = await getResponse(sandbox.handlers, request)
      return HttpResponse.json({ ...(await answer?.json()), classifications: many })
    }),
  )
  const { user } = await openApp('/photos/9599901')
  expect(within(await classifications()).getAllByRole('rowheader')).toHaveLength(100)
  expect(screen.getByText('19,900 more')).toBeVisible()
  await user.click(button('Show 100 more'))
  expect(within(await classifications()).getAllByRole('rowheader')).toHaveLength(200)
  expect(screen.getByText('19,800 more')).toBeVisible()
})

it('a photo that was not classified says so', async () => {
  await openApp('/photos/9599142')
  expect(await screen.findByText('This photo has no classifications.')).toBeVisible()
  expect(within(screen.getByRole('main')).getByText('Not scored')).toBeVisible()
  expect(within(await pane()).getByText(/Still being checked/)).toBeVisible()
})

it('the page has everything that is known of the photo, and none of it in its title', async () => {
  await openApp('/photos/9599901')
  await classifications()
  const details = within(await pane())
  const facts = details.getAllByRole('term').map((term, index) => {
    return `${term.textContent}: ${details.getAllByRole('definition')[index]?.textContent}`
  })
  expect(facts).toEqual(
    expect.arrayContaining([
      'Status: Pending',
      'Cardholder: Marisol Vega',
      'E-mail: marisol.vega@lakemont.example Copy',
      'ID number: L0027714 Copy',
      'Submitted: Aug 12, 2026, 10:32 AM (14:32:21 UTC)',
      'Changed: Aug 12, 2026, 10:32 AM (14:32:41 UTC)',
      'Checks: Wrong ratio, Edited',
      'Photo: 300 × 410, version 1',
      'Card Type: Student',
      'Face match: 63% Fair Good from 90%, bad up to 50%',
    ]),
  )
  expect(details.getByRole('heading', { name: 'Government issued ID' })).toBeVisible()
  expect(screen.getByRole('img', { name: 'Photo 9599901' })).toBeVisible()
  expect(document.title).toBe('Photo 9599901 – Loupe')
  expect(await heading('Photo 9599901')).toBeInTheDocument()
  expectNothingPersonal()
})

it('from the list to the photo page and back lands on the row', async () => {
  const { user } = await openApp('/photos?status=APPROVED&page=2')
  const [row] = within(await findTable()).getAllByRole('link')
  const [email = ''] = row?.textContent?.split(' ') ?? []
  if (row) await user.click(row)
  const details = within(await pane())
  await user.click(await details.findByRole('link', { name: 'Open photo page' }))
  await classifications()
  expect(address()).toMatch(/^\/photos\/\d+\?status=APPROVED&page=2$/)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  expect(await findRow(email)).toHaveFocus()
  expect(address()).toBe('/photos?status=APPROVED&page=2')
})

it('what is being read for the list goes on while one comes to the page of a photo', async () => {
  const letGo = holdPages('offset=15')
  const { user } = await openApp('/photos?status=APPROVED')
  const behind = () => askedPages().filter((request) => request.includes('offset=15'))
  const [row] = within(await findTable()).getAllByRole('link')
  if (row) await user.click(row)
  await waitFor(() => expect(behind()).toHaveLength(1))
  await user.click(await within(await pane()).findByRole('link', { name: 'Open photo page' }))
  await classifications()
  letGo()
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  await findTable()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Next page' })).toBeEnabled())
  expect(behind()).toHaveLength(1)
})

it('Next and Previous stay in the queue, over the borders of its pages, in one entry of the history', async () => {
  const { user } = await openApp('/photos/9596865')
  await screen.findByText('This photo has no classifications.')
  const entries = window.history.length
  await user.click(button('Next photo'))
  await heading('Photo 9596755')
  expect(address()).toBe('/photos/9596755?page=2')
  expect(await screen.findByText(/^26/)).toBeVisible()
  expect(button('Next photo')).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  await heading('Photo 9596601')
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  await heading('Photo 9596865')
  expect(address()).toBe('/photos/9596865')
  expect(window.history.length).toBe(entries)
  expect(new Set(asked).size).toBe(asked.length)
  expect(askedPages()).toEqual([
    'GET /photo?status=PENDING&offset=0&max=25',
    'GET /photo?status=PENDING&offset=15&max=35',
    'GET /photo?status=PENDING&offset=40&max=35',
  ])
  await user.keyboard('{Escape}')
  expect(await findRow('minjun.seo@lakemont.example')).toHaveFocus()
})

it('the queue ends where its photos end', async () => {
  const { user } = await openApp('/photos/9599945')
  await classifications()
  await user.click(button('Previous photo'))
  await heading('Photo 9599967')
  expect(button('Previous photo')).toHaveAccessibleDescription('This is the first photo')
  expect(button('Previous photo')).toHaveFocus()
})

it('a photo of another queue is shown, without a next one', async () => {
  await openApp('/photos/9594037')
  await classifications()
  expect(within(await pane()).getAllByText('Approved')[0]).toBeVisible()
  expect(button('Next photo')).toHaveAccessibleDescription("This photo isn't on this page of the list")
})

it.each([
  ['/photos/123?status=APPROVED', 'Photo not found', '/photos?status=APPROVED'],
  ['/photos/abc', 'Photo not found', '/photos'],
  ['/photos/0', 'Photo not found', '/photos'],
  ['/photos/1e5', 'Photo not found', '/photos'],
])('an unknown photo has a page with a way out: %s', async (at, title, list) => {
  const { user } = await openApp(at)
  expect(await screen.findByRole('heading', { name: title })).toBeVisible()
  expect(screen.getByRole('banner')).toBeVisible()
  expect(document.title).toBe('Photo not found – Loupe')
  await user.click(screen.getByRole('link', { name: 'Back to the list' }))
  expect(await findTable()).toBeVisible()
  expect(address()).toBe(list)
  expect(document.body).not.toHaveFocus()
})

it('a photo that is not there any more leaves the focus on the heading that says so', async () => {
  const { user } = await openApp('/photos?photo=9599901')
  server.use(http.get('*/cloudcard/photo/9599901', () => HttpResponse.json({}, { status: 404 })))
  await user.click(await screen.findByRole('link', { name: 'Open photo page' }))
  expect(await screen.findByRole('heading', { name: 'Photo not found' })).toHaveFocus()
})

import type { BrowserContext, CDPSession, Page, Request } from '@playwright/test'
import { tokenOf } from './kept-session'
import {
  approve,
  decisions,
  denyForm,
  expect,
  expectApprovable,
  review,
  test,
  type OwnSandbox,
} from './own-sandbox'
import { expectPainted, largePhoto, photoHeading, photoRow, rowLinks } from './screen'
import { settle } from './traffic'

/** Words that are nowhere else: whatever holds one of them holds something of a person. */
const canaries = { email: 'kestrel.canaryworth', name: 'Kestrella Canaryworth' }
const planted = { email: 'marisol.vega', name: 'Marisol Vega' }

/** CloudCard tells of a person by the name of the canaries. */
async function plant(context: BrowserContext): Promise<void> {
  await context.route(/\/cloudcard\/(photo|person)/, async (route) => {
    const url = route.request().url().replaceAll(canaries.email, planted.email)
    // Whoever goes on meanwhile has given it up.
    const answer = await route.fetch({ url }).catch(() => null)
    if (!answer) return route.abort()
    const body = (await answer.text())
      .replaceAll(planted.email, canaries.email)
      .replaceAll(planted.name, canaries.name)
    return route.fulfill({ response: answer, body }).catch(() => {})
  })
}

/** Everything that a page keeps or shows outside of itself. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches = await window.caches.keys()
    return {
      session: JSON.stringify(sessionStorage),
      outside: JSON.stringify([
        { ...localStorage },
        document.cookie,
        databases,
        caches,
        history.state as unknown,
        location.href,
        document.title,
        document.referrer,
        window.name,
        performance.getEntriesByType('mark').map(({ name }) => name),
      ]),
    }
  })

async function heapOf(cdp: CDPSession): Promise<string> {
  const chunks: string[] = []
  const listen = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', listen)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', listen)
  return chunks.join('')
}

const headersAndBody = async (request: Request) =>
  JSON.stringify([request.url(), await request.allHeaders().catch(() => ({})), request.postData()])

test('a token, an e-mail and a name leave no trace of a whole session', async ({
  page,
  context,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/404/)
  const app: OwnSandbox = await openSandbox()
  await plant(context)
  const said: string[] = []
  const requests: Request[] = []
  context.on('console', (message) => said.push(message.text()))
  context.on('request', (request) => requests.push(request))
  await review(page, app, '/photos', '0')
  const token = await tokenOf(page)
  const words = [token, canaries.email, canaries.name]

  const expectNoTrace = async () => {
    const { session, outside } = await traces(page)
    for (const word of words) expect(decodeURIComponent(session + outside)).not.toContain(word)
  }

  // Browsing.
  await expectPainted(photoRow(page, 1).locator('img'))
  await page.getByRole('link', { name: /^kestrel/ }).click()
  await expectPainted(largePhoto(page))
  await expectNoTrace()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await expect(page.getByText(canaries.name).first()).toBeVisible()
  await expectNoTrace()
  await page.goBack()

  // Searching, by what names a person.
  await page.getByRole('searchbox', { name: 'Search photos' }).fill(canaries.email)
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible()
  await expectNoTrace()
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search photos' }).fill(canaries.email)
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible()
  await expect(rowLinks(page).first()).toContainText(canaries.email)
  await expectNoTrace()

  // Deciding: denying with a note that names the person, undoing nothing, and approving.
  await rowLinks(page).first().click()
  await photoHeading(page).press('d')
  await page.keyboard.press('2')
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill(`For ${canaries.name}`)
  await page.keyboard.press('Control+Enter')
  await expect.poll(app.mails).toHaveLength(1)
  await page.getByRole('searchbox', { name: 'Search photos' }).fill('')
  const opened = page.url()
  await rowLinks(page).filter({ hasNotText: canaries.email }).nth(2).click()
  await expect(page).not.toHaveURL(opened)
  await expectApprovable(page)
  await approve(page).click()
  await expect.poll(app.mails).toHaveLength(2)
  await expect(decisions(page)).toHaveCount(0)
  await expectNoTrace()
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByRole('rowheader', { name: new RegExp(canaries.email) })).toBeVisible()
  await expectNoTrace()

  // What is planted is found where it is: else nothing found below would prove nothing.
  const cdp = await context.newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  const before = await heapOf(cdp)
  for (const word of words) expect(before.includes(word)).toBe(true)
  await settle(page)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect(page).toHaveURL(`${app.url}/sign-in?end=signed-out`)
  expect(await context.cookies()).toEqual([])
  const after = await traces(page)
  expect(after.session).toBe('{}')
  const content = await page.content()
  const heap = await heapOf(cdp)
  for (const word of words) {
    expect(after.outside).not.toContain(word)
    expect(content).not.toContain(word)
    expect(heap.includes(word), 'in the heap').toBe(false)
    expect(said.filter((text) => text.includes(word))).toEqual([])
  }
  for (const request of requests) {
    if (request.url().startsWith(`${app.url}/cloudcard/`)) continue
    const sent = decodeURIComponent(await headersAndBody(request))
    for (const word of words) expect(sent).not.toContain(word)
  }
  expect(requests.some((request) => request.url().startsWith(`${app.url}/cloudcard/photo?`))).toBe(true)
})

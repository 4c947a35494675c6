import type { Page } from '@playwright/test'
import { findings } from './findings'
import { tokenOf } from './kept-session'
import { decisions, expect, review, test } from './own-sandbox'
import { settle } from './traffic'

const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })
const together = (page: Page, does: string) => page.getByRole('dialog', { name: `${does} together` })

/** Selects the whole page and opens it to be approved; gives the ids of those that are ticked. */
async function openAll(page: Page, does = 'Approve') {
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await selection(page)
    .getByRole('button', { name: new RegExp(`^${does} [\\d,]+ photos`) })
    .click()
  await expect(together(page, does).getByRole('grid')).toBeVisible()
}

/** Scrolls through all of them, as fast as they count as looked at. */
async function lookThrough(page: Page, does = 'Approve') {
  // Found once: to find it by its role takes longer than to look at it.
  const grid = await together(page, does)
    .getByRole('grid')
    .evaluateHandle((element) => element)
  for (;;) {
    await expect.poll(() => grid.evaluate(countUnseen)).toBe(0)
    const isEnd = await grid.evaluate((element) => {
      const scroller = element.parentElement
      const row = element.querySelector('[role=row]')
      if (!scroller || !row) return true
      const before = scroller.scrollTop
      // The row that is cut off below is whole afterwards.
      scroller.scrollTop += Math.floor(scroller.clientHeight - row.getBoundingClientRect().height)
      return scroller.scrollTop === before
    })
    if (isEnd) return
  }
}

/** Runs in the page: photos that stand wholly in sight, can be shown, and do not count as looked at. */
function countUnseen(grid: Element) {
  const view = grid.parentElement?.getBoundingClientRect()
  return [...grid.querySelectorAll('[role=gridcell]')].filter((cell) => {
    const box = cell.querySelector('img')?.getBoundingClientRect()
    const isInSight = view && box && box.top >= view.top && box.bottom <= view.bottom
    return isInSight && !/looked at|Left out/.test(cell.textContent)
  }).length
}

/** CloudCard takes no decision on these. Asked of the browser itself: where Playwright answers for some, all requests wait for it. */
async function refuseToDecide(page: Page, ids: readonly number[]) {
  const cdp = await page.context().newCDPSession(page)
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (request.method !== 'PUT') return void cdp.send('Fetch.continueRequest', { requestId })
    const responseHeaders = [{ name: 'Content-Type', value: 'application/json' }]
    const body = Buffer.from('{"message":"No"}').toString('base64')
    void cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 422, responseHeaders, body })
  })
  await cdp.send('Fetch.enable', { patterns: ids.map((id) => ({ urlPattern: `*/cloudcard/photo/${id}*` })) })
}

const counts = async (page: Page) => {
  const text =
    (await decisions(page)
      .getByText(/^Approved [\d,]+ of/)
      .first()
      .textContent()) ?? ''
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replace(',', '') ?? 0)
  return {
    sent: number(/^Approved ([\d,]+)/),
    total: number(/of ([\d,]+) photos/),
    failed: number(/([\d,]+) failed/),
    unsent: number(/([\d,]+) not sent/),
  }
}

test('five hundred at once, with twenty conflicts, five refusals and a colleague at work: each is accounted for', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[349]|422/)
  const app = await openSandbox({ SANDBOX_PHOTOS: '15000', SANDBOX_COLLEAGUE: '2' })
  await review(page, app, '/photos?max=1000', '3')
  const link = page.getByRole('table').getByRole('link').first()
  await expect(link).toBeVisible()
  const asked: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') asked.push(Number(/photo\/(\d+)/.exec(request.url())?.[1]))
  })
  // Whoever sees many at once is through sooner.
  await page.setViewportSize({ width: 1366, height: 1600 })
  await openAll(page)
  // What stands last in the list is decided last: there the colleague is faster.
  const ids = await page.evaluate(
    async (token) => {
      const answer = await fetch('/cloudcard/photo?status=PENDING&max=1000', {
        headers: { 'X-Auth-Token': token },
      })
      return ((await answer.json()) as { id: number }[]).map((row) => row?.id).filter(Boolean)
    },
    await tokenOf(page),
  )
  const refuse = ids.slice(40, 45)
  await refuseToDecide(page, refuse)
  // Pictures that turn out to be dead are left out.
  await lookThrough(page)
  await settle(page)
  const words =
    (await together(page, 'Approve')
      .getByRole('button', { name: /^Approve [\d,]+/ })
      .textContent()) ?? ''
  const total = Number(/^Approve ([\d,]+)/.exec(words)?.[1]?.replace(',', ''))
  expect(total).toBeGreaterThanOrEqual(500)
  await page.setViewportSize({ width: 1366, height: 768 })
  const done = Promise.all(ids.slice(-20).map((id) => app.colleagueDecides(id, 'DENIED')))
  await together(page, 'Approve')
    .getByRole('button', { name: /^Approve [\d,]+/ })
    .click()
  await done
  await expect(decisions(page).getByRole('button', { name: 'OK' })).toBeVisible({ timeout: 120_000 })

  const { sent, failed, unsent, total: decided } = await counts(page)
  expect(decided).toBe(total)
  expect(sent + failed).toBe(total)
  expect(unsent).toBe(0)
  expect(failed).toBeGreaterThanOrEqual(5 + 15)
  // Each was asked for once, and each that counts as sent has one e-mail.
  expect(new Set(asked).size).toBe(asked.length)
  expect(asked).toHaveLength(total)
  const approved = (await app.mails()).filter(({ status }) => status === 'APPROVED').map(({ photo }) => photo)
  expect(new Set(approved).size).toBe(approved.length)
  expect(asked.filter((id) => approved.includes(id)).length).toBeGreaterThanOrEqual(sent)
  for (const id of refuse) expect(asked).toContain(id)
  // Those that failed, and those that were left out, are what is still selected.
  await expect(selection(page).getByRole('status')).toContainText(/^[\d,]+ selected/)
  const left = Number(/^([\d,]+)/.exec((await selection(page).getByRole('status').textContent()) ?? '')?.[1])
  expect(left).toBeGreaterThanOrEqual(failed)
})

test('leaving in the middle asks first, and what was not sent stays undecided', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  const app = await openSandbox()
  await review(page, app, '/photos?max=100', '0')
  await page.route(/\/cloudcard\/photo\/\d+/, async (route) => {
    if (route.request().method() === 'PUT') await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue().catch(() => {})
  })
  await openAll(page)
  await lookThrough(page)
  await together(page, 'Approve')
    .getByRole('button', { name: /^Approve [\d,]+/ })
    .click()
  await expect(decisions(page).getByRole('progressbar')).toBeVisible()
  await expect.poll(async () => (await app.mails()).length).toBeGreaterThan(0)
  const asked = page.waitForEvent('dialog')
  const reloaded = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloaded
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
  const mails = (await app.mails()).length
  expect(mails).toBeGreaterThan(0)
  expect(mails).toBeLessThan(60)
  await expect(selection(page)).toHaveCount(0)
  await page.waitForLoadState('networkidle')
  expect((await app.mails()).length).toBeLessThanOrEqual(mails + 3)
})

test('looking through many can be done by everybody', async ({ page, openSandbox, allowConsole }) => {
  allowConsole(/40[34]/)
  const app = await openSandbox()
  await review(page, app, '/photos?view=grid&score=good')
  await selection(page)
    .getByRole('button', { name: /^Approve all good/ })
    .click()
  await expect(together(page, 'Approve').getByRole('grid')).toBeVisible()
  const found = await findings(page, 'many to approve')
  await page.keyboard.press('Escape')
  await selection(page).getByRole('button', { name: /^Deny/ }).click()
  await expect(together(page, 'Deny').getByRole('checkbox', { name: /Plain background/ })).toBeVisible()
  found.push(...(await findings(page, 'many to deny')))
  expect(found).toEqual([])
})

test('deciding on many, and what went wrong with some, can be read and used by everybody', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await page.clock.install()
  const app = await openSandbox({ SANDBOX_QUOTA: '3' })
  await review(page, app, '/photos?view=grid', '15')
  await openAll(page)
  await lookThrough(page)
  await together(page, 'Approve')
    .getByRole('button', { name: /^Approve \d+/ })
    .press('Enter')
  await decisions(page).getByRole('button', { name: 'Undo' }).focus()
  const found = await findings(page, 'many held')
  await page.getByRole('heading', { name: 'Pending' }).focus()
  await page.clock.runFor(16_000)
  await expect(decisions(page).getByRole('button', { name: 'OK' })).toBeVisible()
  found.push(...(await findings(page, 'many with failures')))
  expect(found).toEqual([])
})

test('at any zoom only photos count as looked at of which most was on the screen, large enough to judge', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await page.clock.install()
  const app = await openSandbox()
  await review(page, app, '/photos?view=grid')
  for (const [zoom, width, height] of [
    [100, 1366, 625],
    [200, 683, 312],
    [400, 342, 156],
  ] as const)
    await test.step(`at ${zoom} %`, async () => {
      await page.setViewportSize({ width, height })
      await page.goto(`${app.url}/photos?view=grid`)
      await openAll(page)
      const grid = together(page, 'Approve').getByRole('grid')
      const looked = grid.getByRole('gridcell', { name: /looked at/ })
      const first = grid.getByRole('gridcell').first().locator('img')
      await first.evaluate((image) => image.scrollIntoView({ block: 'center' }))
      await expect(looked.first()).toBeAttached()
      const smallest = await grid.evaluate((element) =>
        Math.min(...[...element.querySelectorAll('img')].map((image) => image.getBoundingClientRect().width)),
      )
      expect(smallest).toBeGreaterThanOrEqual(72)
      // Nothing was moved since it was opened: what counts is still where it was looked at.
      await settle(page)
      const parts = await looked.evaluateAll((cells) =>
        Promise.all(
          cells.map(
            (cell) =>
              new Promise<number>((resolve) => {
                const image = cell.querySelector('img')
                if (!image) return resolve(0)
                new IntersectionObserver(([entry]) => resolve(entry?.intersectionRatio ?? 0)).observe(image)
              }),
          ),
        ),
      )
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0.7)
      await expect(
        together(page, 'Approve').getByRole('button', { name: `Approve the ${parts.length} looked at` }),
      ).toBeAttached()
      // Less than half of a photo below does not count, however long it is there; whoever scrolls on can look at it.
      const index = await grid.getByRole('row').last().getAttribute('aria-rowindex')
      const below = grid.locator(`[aria-rowindex="${index}"]`).getByRole('gridcell').first()
      await below.locator('img').evaluate((image) => {
        const scroller = image.closest('[role=grid]')?.parentElement
        const { top, height } = image.getBoundingClientRect()
        if (scroller) scroller.scrollTop += top + 0.45 * height - scroller.getBoundingClientRect().bottom
      })
      await settle(page)
      // Five times as long as it takes a photo that counts.
      await page.clock.runFor(1_500)
      await expect(below).not.toHaveAccessibleName(/looked at/)
      await below.locator('img').evaluate((image) => image.scrollIntoView({ block: 'center' }))
      await expect(below).toHaveAccessibleName(/looked at/)
    })
})

test('what was selected comes first: all good ones are then the second choice', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?score=good')
  const filled = (name: RegExp) =>
    selection(page)
      .getByRole('button', { name })
      .evaluate((button) => getComputedStyle(button).backgroundColor)
  await expect(selection(page).getByRole('button', { name: /^Approve all good/ })).toBeVisible()
  const accent = await filled(/^Approve all good/)
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  await expect(selection(page).getByRole('button', { name: /^Approve 1 photo/ })).toBeVisible()
  await expect.poll(() => filled(/^Approve 1 photo/)).toBe(accent)
  await expect.poll(() => filled(/^Approve all good/)).not.toBe(accent)
})

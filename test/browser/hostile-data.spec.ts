import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, test } from './harness'
import { type HostilePhoto, type HostileServer, startHostileServer } from './hostile-server'
import { photoDetails, photoTable, rowLinks } from './screen'
import { startApp, type StartedApp } from './start-app'
import { settle } from './traffic'

let api: HostileServer
let app: StartedApp

test.beforeAll(async () => {
  api = await startHostileServer()
  app = await startApp({ CLOUDCARD_API_URL: api.url, PHOTO_ORIGINS: api.photos })
})

test.afterAll(() => {
  app.stop()
  api.close()
})

test.beforeEach(({ allowOrigin }) => {
  allowOrigin(app.url)
  allowOrigin(new URL(api.photos).origin)
})

/** What data must never bring about; the harness looks for requests elsewhere and breaches of the policy header. */
function watchForHarm(page: Page, context: BrowserContext): { expectNone: () => Promise<void> } {
  const harm: string[] = []
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('download', (download) => harm.push(`download: ${download.url()}`))
  page.on('frameattached', (frame) => harm.push(`frame: ${frame.url()}`))
  context.on('page', (opened) => harm.push(`page: ${opened.url()}`))
  return {
    async expectNone() {
      await settle(page)
      expect(harm).toEqual([])
      expect(api.trapped).toEqual([])
      expect(new URL(page.url()).origin).toBe(app.url)
      for (const { url, headers } of api.pictures) {
        expect(url).toMatch(/^\/photos\//)
        const told = ['x-auth-token', 'authorization', 'cookie', 'referer', 'origin'].filter(
          (name) => headers[name],
        )
        expect(told).toEqual([])
      }
    },
  }
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(app.url + address)
  await page.getByLabel('E-mail').fill('office@example.edu')
  await page.getByLabel('Password').fill('password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner')).toBeVisible()
}

/** What is wrong with the text of each; compared in the page, since not every text survives the way out of it. */
function differences(elements: Locator, expected: readonly string[]): Promise<string[]> {
  return elements.evaluateAll((all, wantedJson) => {
    const wanted = JSON.parse(wantedJson) as string[]
    // What can be pressed beside a text is none of it.
    const found = all.map((element) => {
      const copy = element.cloneNode(true) as Element
      const buttons = copy.querySelectorAll('button')
      buttons.forEach((button) => button.remove())
      return buttons.length > 0 ? copy.textContent.trimEnd() : copy.textContent
    })
    return Array.from({ length: Math.max(wanted.length, found.length) }, (_, place) => place)
      .filter((place) => found[place] !== wanted[place])
      .map((place) => `${place}: ${JSON.stringify(found[place])}, not ${JSON.stringify(wanted[place])}`)
  }, JSON.stringify(expected))
}

/** Scrolls through the whole list: each row says whose photo it is, its status where `wordOf` gives one, and the rest. */
async function expectRows(
  page: Page,
  photos: readonly HostilePhoto[],
  wordOf: (photo: HostilePhoto) => string,
): Promise<void> {
  const expected = photos.map((photo) => [
    photo.person.email.trim(),
    wordOf(photo).trim(),
    photo.person.identifier.trim(),
    `2${documentsOf(photo).join('')}`,
  ])
  const seen = new Set<number>()
  const read = async () => {
    const { places, wrong } = await photoTable(page)
      .getByRole('row')
      .evaluateAll(compareRows, {
        json: JSON.stringify(expected),
        name: api.cardholderName,
        label: JSON.stringify(api.identifierLabel),
      })
    expect(wrong).toEqual([])
    for (const place of places) seen.add(place)
    return seen.size
  }
  await expect.poll(read, { intervals: [50] }).toBe(photos.length)
}

/** Runs in the page, and scrolls on. */
function compareRows(rows: Element[], { json, name, label }: { json: string; name: string; label: string }) {
  const expected = JSON.parse(json) as string[][]
  const wrong: string[] = []
  const heads = Array.from(rows[0]?.children ?? [], ({ textContent }) => textContent)
  const cellOf = (row: Element, head: string) =>
    row.children[heads.findIndex((each) => each.startsWith(head))]
  const places = rows.slice(1).map((row) => {
    const place = Number(row.getAttribute('aria-rowindex')) - 2
    const [email, word] = Array.from(row.querySelector('a')?.children ?? [], (part) =>
      part.textContent.trim(),
    )
    const found = JSON.stringify([
      email,
      // A detail is read of the first photo, for the thresholds; so its name is known, sooner or later.
      place === 0 ? (word ?? '').replace(name, '').trim() : (word ?? ''),
      // The office's own word for it is known once a detail was read.
      (cellOf(row, 'ID number') ?? cellOf(row, JSON.parse(label) as string))?.textContent.trim(),
      cellOf(row, 'Documents')?.textContent.trim(),
    ])
    const wanted = JSON.stringify(expected[place])
    if (found !== wanted) wrong.push(`${place}: ${found}, not ${wanted}`)
    // What may be asked for is there, and what may not is not tried.
    if (row.textContent.includes("didn't load")) wrong.push(`${place}: its picture was asked for in vain`)
    return place
  })
  rows.at(-1)?.scrollIntoView()
  return { places, wrong }
}

const documentsOf = ({ person }: HostilePhoto) => person.additionalPhotos.map(documentName)

function documentName({
  additionalPhotoType: type,
}: {
  additionalPhotoType: string | { name: string }
}): string {
  return (typeof type === 'string' ? type : type.name).trim()
}

test('hundreds of photos whose every text means harm are shown letter for letter, and nothing happens', async ({
  page,
  context,
}) => {
  const harm = watchForHarm(page, context)
  await signIn(page, '/photos?max=250')
  expect(api.pending.length).toBeGreaterThanOrEqual(200)
  await expect(page.getByRole('banner')).toContainText(api.username)
  await expectRows(page, api.pending, () => '')
  await harm.expectNone()

  // One by one, in the pane. Of the first one the name is known too.
  await rowLinks(page).first().focus()
  await page.keyboard.press('Home')
  await rowLinks(page).nth(1).click()
  const facts = photoDetails(page).getByRole('definition')
  const nextPhoto = photoDetails(page).getByRole('button', { name: 'Next photo' })
  for (const photo of api.pending.slice(1, 101)) {
    await page.waitForURL(new RegExp(`photo=${photo.id}$`))
    const { email, identifier } = photo.person
    const documents = documentsOf(photo).join(', ')
    const expected = ['Pending', email.trim(), identifier.trim(), 'Not known', 'None', documents]
    await expect.poll(() => differences(facts, expected)).toEqual([])
    await nextPhoto.press('Enter')
  }
  await harm.expectNone()
})

test('statuses that nobody knows are shown letter for letter', async ({ page, context }) => {
  const harm = watchForHarm(page, context)
  await signIn(page, '/photos?status=ALL&max=1000')
  const labels = new Map([
    ['PENDING', 'Pending'],
    ['ALL', 'All'],
  ])
  await expectRows(page, [...api.pending, ...api.unknown], ({ status }) => labels.get(status) ?? status)
  await harm.expectNone()
})

test('everything that Get a Photo tells is shown letter for letter', async ({ page, context }) => {
  const harm = watchForHarm(page, context)
  const photo = api.pending[7] as HostilePhoto
  await signIn(page, `/photos/${photo.id}`)
  const details = photoDetails(page)
  await expect(details.getByRole('heading', { name: 'More' })).toBeVisible()
  const fields = Object.entries(api.customFields).map((field) => field.map((text) => text.trim()))
  const names = fields.map(([name = '']) => name)
  const values = fields.map(([, value = '']) => value)
  const terms = ['Status', 'Cardholder', 'E-mail', api.identifierLabel, 'Submitted', 'Checks', 'Photo']
  const documentTerms = ['Face match', 'Face match', 'Bot action', 'Processing']
  expect(await differences(details.getByRole('term'), [...terms, ...documentTerms, ...names])).toEqual([])
  const { email, identifier } = photo.person
  const facts = [
    'Pending',
    api.cardholderName,
    email.trim(),
    identifier.trim(),
    'Not known',
    'None',
    'version 7',
  ]
  const said = api.texts[7]?.trim() ?? ''
  const documentFacts = ['Not scored ', 'Not scored ', said, said]
  expect(await differences(details.getByRole('definition'), [...facts, ...documentFacts, ...values])).toEqual(
    [],
  )
  expect(await differences(details.getByRole('heading', { level: 3 }), documentsOf(photo))).toEqual([])

  const classifications = page.getByRole('table', { name: 'Classifications' })
  const showMore = page.getByRole('button', { name: /^Show \d+ more$/ })
  await expect(classifications).toBeVisible()
  while (await showMore.isVisible()) await showMore.click()
  await classifications
    .getByText('Technical details')
    .evaluateAll((summaries) => summaries.forEach((summary) => (summary as HTMLElement).click()))
  expect(
    await differences(classifications.getByRole('rowheader'), [
      // Once by its own name and once by that of the requirement; then what has another shape.
      ...api.texts.flatMap((text) => [text.trim(), text.trim()]),
      ...api.texts.map(() => 'Unnamed label'),
    ]),
  ).toEqual([])
  expect(
    await differences(
      classifications.getByRole('code'),
      api.texts.map((text) => JSON.stringify({ [text]: text }).slice(0, 500)),
    ),
  ).toEqual([])
  await harm.expectNone()
})

test('what is searched for is found letter for letter, and nothing of it is in the address', async ({
  page,
  context,
}) => {
  const harm = watchForHarm(page, context)
  await signIn(page, '/photos')
  const search = page.getByRole('searchbox', { name: 'Search photos' })
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '=1+1',
    "'; DROP TABLE photo; --",
    '../../../../etc/passwd',
    '%s%s%s%n',
    '\u202egpj.elpmaxe\u202c',
    '__proto__',
    '((((',
    '[object Object]',
  ]) {
    await search.fill(text)
    await expect(page.getByRole('status').filter({ hasText: /that match$/ })).toBeVisible()
    await expect(rowLinks(page).filter({ hasText: text }).first()).toBeVisible()
    expect(page.url()).toBe(`${app.url}/photos`)
  }
  await harm.expectNone()
})

test('a listed server that leads the browser to another one is not followed', async ({
  page,
  context,
  allowBreach,
  allowConsole,
  allowOrigin,
}) => {
  // Chromium tells of the request that it then does not send.
  allowOrigin(api.trap)
  allowBreach(/img-src .*leads-elsewhere/)
  allowConsole(/Content Security Policy/)
  const harm = watchForHarm(page, context)
  const photo = {
    ...api.pending[0],
    links: { bytes: `${api.photos}leads-elsewhere.png` },
    externalURL: null,
  }
  await page.route(/\/cloudcard\/photo\?/, (route) => route.fulfill({ json: [photo] }))
  await page.route(/\/cloudcard\/photo\/\d+$/, (route) => route.fulfill({ json: photo }))
  await signIn(page, '/photos')
  await expect(photoTable(page)).toContainText('Picture was moved')
  expect(api.pictures.some(({ url }) => url === '/photos/leads-elsewhere.png')).toBe(true)
  await harm.expectNone()
})

test('texts of a megabyte are cut, say so, and keep nobody from working', async ({ page, context }) => {
  const harm = watchForHarm(page, context)
  const whole = 'e'.repeat(1_000_000)
  const words = 'a b '.repeat(250_000).trim()
  const [first, second] = api.pending
  const long = {
    ...first,
    helperBotAction: words,
    links: { bytes: `${api.photos}${whole}` },
    externalURL: null,
    person: {
      ...first?.person,
      email: whole,
      identifier: words,
      additionalPhotos: [{ additionalPhotoType: whole }, { additionalPhotoType: { name: words } }],
      customFields: { 'Full Name': words, [whole]: whole, Other: words },
    },
    classifications: [
      { requirementName: whole, score: 0.5 },
      { requirementName: words, score: 'x' },
    ],
  }
  await page.route(/\/cloudcard\/photo\?status=PENDING&/, (route) => route.fulfill({ json: [long, second] }))
  await page.route(new RegExp(`/cloudcard/photo/${long.id}$`), (route) => route.fulfill({ json: long }))
  await signIn(page, '/photos')
  await expect(rowLinks(page)).toHaveCount(2)
  await expect(photoTable(page)).toContainText('Unsafe picture address')
  await rowLinks(page).first().click()
  const cutWhole = `${whole.slice(0, 10_000)}… (cut off here, of 1,000,000 characters)`
  const cutWords = `${words.slice(0, 10_000)}… (cut off here, of 999,999 characters)`
  await expect(photoDetails(page)).toContainText(cutWhole)
  await expect(photoDetails(page)).toContainText(cutWords)
  await photoDetails(page).getByRole('button', { name: 'Next photo' }).click()
  await expect(page).toHaveURL(new RegExp(`photo=${second?.id}$`))
  await page.goto(`${app.url}/photos/${long.id}`)
  await expect(photoDetails(page).getByRole('heading', { name: 'More' })).toBeVisible()
  expect(
    await differences(photoDetails(page).getByRole('heading', { level: 3 }), [cutWhole, cutWords]),
  ).toEqual([])
  expect(
    await differences(page.getByRole('table', { name: 'Classifications' }).getByRole('rowheader'), [
      cutWhole,
      cutWords,
    ]),
  ).toEqual([])
  await harm.expectNone()
})

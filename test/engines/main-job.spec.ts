import { one, type Desk } from './desk'
import { expect, skipMissing, test } from './harness'

test.beforeEach(({ engine }) => skipMissing({ engine }))

const tabs = one('navigation', 'Photo status')
const pages = one('navigation', 'Pages')
const pane = one('region', 'Photo details')
const heading = (name: RegExp) => one('heading', name, pane)
const approve = one('button', 'Approve', pane)
const decisions = one('region', 'Decisions')
const list = (status: string) => one('table', `${status} photos`)
const signOut = async (desk: Desk) => {
  await desk.click(one('button', 'Sign out'))
  await desk.sees(one('status'), { text: /^You are signed out/ })
  // A document without anything of the session takes the place of the one before.
  await expect.poll(desk.address).toContain('end=signed-out')
}
/** Opens a photo beside the list, and waits until it can be approved. */
const openPhoto = async (desk: Desk, name: string) => {
  await desk.click(one('link', new RegExp(name)))
  await desk.sees(heading(new RegExp(`^Photo of ${name}`)), { hasFocus: true })
  await desk.sees(approve, { isOff: false })
}
const decided = (desk: Desk, photo: number) =>
  expect.poll(async () => (await desk.mails()).filter((mail) => mail.photo === photo), { timeout: 20_000 })

test('signs in with a password, with a token, and into the sandbox', async ({ desk }) => {
  await desk.go('/photos')
  await desk.sees(one('textbox', 'E-mail'), { hasFocus: true })
  await desk.type('office@example.edu')
  await desk.press('Tab')
  await desk.type('sandbox')
  await desk.press('Enter')
  await desk.sees(list('Pending'))
  await desk.sees(one('banner'), { text: /office@example\.edu/ })
  await signOut(desk)

  await desk.click(one('button', 'Persistent access token'))
  await desk.press('Tab')
  await desk.type('sandbox')
  await desk.press('Enter')
  await desk.sees(list('Pending'))
  await signOut(desk)

  await desk.click(one('button', 'Open the sandbox'))
  await desk.sees(list('Pending'))
})

test('goes through tabs and pages, and back', async ({ desk }) => {
  await desk.signIn()
  await desk.sees(list('Pending'))
  const first = await desk.rows()
  await desk.click(one('link', /^Denied/, tabs))
  await desk.sees(one('heading', 'Denied'))
  await desk.sees(list('Denied'))
  await desk.sees(one('link', /^Denied/, tabs), { isOn: true })
  await desk.back()
  await desk.sees(list('Pending'))
  await desk.click(one('button', 'Next page', pages))
  await desk.sees(pages, { text: /26–50 of 1?\d\d/ })
  expect(await desk.rows()).toHaveLength(25)
  expect((await desk.rows()).filter((row) => first.includes(row))).toEqual([])
  await desk.click(one('button', 'Last page', pages))
  await desk.sees(pages, { text: /76–/ })
  await desk.sees(one('button', 'Next page', pages), { isOff: true })
  await desk.click(one('button', 'First page', pages))
  await desk.sees(pages, { text: /1–25 of/ })
  expect(await desk.rows()).toEqual(first)
})

test('searches, filters and sorts the whole status', async ({ desk }) => {
  await desk.signIn()
  await desk.click(one('searchbox', 'Search photos'))
  await desk.type('okafor')
  await desk.sees(one('status'), { text: /match/ })
  await expect.poll(desk.rows).toEqual(['amara.okafor@lakemont.example'])
  for (const letter of 'okafor') await desk.press(letter && 'Backspace')
  await expect.poll(async () => (await desk.rows()).length).toBe(25)

  await desk.click(one('button', 'Score', one('group', 'Filters')))
  await desk.click(one('checkbox', /^Bad/, one('region', 'Filter by score')))
  await desk.sees(pages, { text: /that match/ })
  const scores = async () => {
    const cells = await desk.look(one('cell', /^\d+% |^Not scored/, list('Pending')))
    return cells.map(({ text }) => Number.parseInt(text, 10))
  }
  await desk.press('Escape')
  await desk.click(one('button', 'Score', one('columnheader', /^Score/)))
  await expect.poll(async () => isSorted(await scores())).toBe(true)
  expect(Math.max(...(await scores()))).toBeLessThanOrEqual(40)
})

const isSorted = (numbers: number[]) =>
  numbers.length > 3 && numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0))

test('goes from photo to photo by keys and by mouse, and the focus goes with them', async ({ desk }) => {
  await desk.signIn()
  await desk.sees(list('Pending'))
  const [first = '', second = '', third = ''] = await desk.rows()
  await desk.sees(one('heading', 'Pending'))
  await desk.press('ArrowDown')
  await desk.press('ArrowDown')
  await desk.sees(one('link', new RegExp(`^${second}`)), { hasFocus: true })
  await desk.press('Enter')
  const photoOf = (name: string) => heading(new RegExp(`^Photo of ${name}`))
  await desk.sees(photoOf(second), { hasFocus: true })
  await desk.press('j')
  await desk.sees(photoOf(third), { hasFocus: true })
  await desk.click(one('button', 'Previous photo', pane))
  await desk.sees(photoOf(second))
  await desk.press('k')
  await desk.sees(photoOf(first))
  expect(await desk.run(() => document.activeElement?.tagName)).not.toBe('BODY')
  await desk.click(one('link', new RegExp(`^${third}`)))
  await desk.sees(photoOf(third), { hasFocus: true })
  await desk.press('ArrowLeft')
  await desk.sees(photoOf(second))
  await desk.press('Escape')
  await desk.seesNo(pane)
  await desk.sees(one('link', new RegExp(`^${second}`)), { hasFocus: true })

  await desk.press('Enter')
  await desk.click(one('link', 'Open photo page', pane))
  await desk.sees(one('table', 'Classifications'))
  await desk.press('j')
  await desk.click(one('link', 'Back to the list'))
  await desk.sees(list('Pending'))
})

test('approves by key and by mouse, and takes back what it did not mean', async ({ desk }) => {
  await desk.signIn('/photos', '3')
  await openPhoto(desk, 'e.clarke')
  await desk.press('a')
  await desk.sees(decisions, { text: /e\.clarke/ })

  await openPhoto(desk, 'priya.raman')
  await desk.click(approve)
  await desk.sees(decisions, { text: /priya/ })
  await desk.press('Control+z')
  await desk.sees(heading(/^Photo of priya/), { hasFocus: true })
  await desk.sees(approve, { isOff: false })
  await desk.click(approve)
  await decided(desk, 9599945).toMatchObject([{ status: 'APPROVED' }])
  await decided(desk, 9599604).toMatchObject([{ status: 'APPROVED' }])
})

test('denies with a reason and a note, which arrives letter for letter', async ({ desk }) => {
  await desk.signIn('/photos', '0')
  const words = '100 % & „Grüße“'
  await openPhoto(desk, 'theo.marchetti')
  await desk.press('d')
  const form = one('region', 'Deny photo')
  await desk.sees(form)
  await desk.press('2')
  const note = one('textbox', 'Note to cardholder', form)
  await desk.click(note)
  await desk.type(words)
  await desk.sees(note, { value: words })
  await desk.press('Control+Enter')
  await decided(desk, 9599472).toMatchObject([{ status: 'DENIED', reasons: ['No sunglasses'], note: words }])
})

test('approves several together once they were looked at', async ({ desk }) => {
  await desk.signIn('/photos', '0')
  for (const name of ['j.lindqvist', 'h.kowalczyk'])
    await desk.click(one('checkbox', new RegExp(`^Select ${name}`)))
  await desk.sees(one('status', undefined, one('region', 'Selection')), { text: /^2 selected/ })
  await desk.click(one('button', /^Approve 2 photos/, one('region', 'Selection')))
  const together = one('dialog', 'Approve together')
  await desk.sees(one('grid', undefined, together))
  await desk.sees(one('button', /^Approve 2\b/, together), { isOff: false })
  await desk.click(one('button', /^Approve 2\b/, together))
  await decided(desk, 9599747).toMatchObject([{ status: 'APPROVED' }])
  await decided(desk, 9599164).toMatchObject([{ status: 'APPROVED' }])
})

test('compares a photo with its original, both at the same zoom and place', async ({ desk }) => {
  await desk.signIn()
  await openPhoto(desk, 'amara')
  await desk.press('c')
  const compare = one('dialog', 'Compare')
  await desk.click(one('button', /^Original/, compare))
  const pictures = one('img', undefined, compare)
  const boxes = async () => {
    const [first, second] = (await desk.look(pictures)).map(({ box }) => box)
    return first && second ? { first, second } : undefined
  }
  /** How large and where the pictures are, once both have come to the same; the second stands beside the first. */
  const together = async (isWanted: (box: Box) => boolean) => {
    let now = await boxes()
    await expect
      .poll(async () => {
        now = await boxes()
        return now !== undefined && isWanted(now.first) && isAlike(now.first, now.second)
      })
      .toBe(true)
    return now?.first ?? { x: 0, y: 0, width: 0, height: 0 }
  }
  const fit = await together(({ width }) => width > 50)
  await desk.run(watchPictures)
  await desk.press('z')
  const twice = await together(({ width }) => Math.abs(width / fit.width - 2) < 0.02)
  await desk.drag(pictures, { x: -40, y: 30 })
  await together(({ width, y }) => width === twice.width && y - twice.y > 5)
  await desk.wheel(pictures, -200)
  await together(({ width }) => width > twice.width * 1.05)
  const zooms = await desk.run(() => (window as unknown as Watching).zooms)
  expect(new Set(zooms.map(([first]) => first)).size).toBeGreaterThan(1)
  expect(zooms.filter(([first, second]) => first !== second)).toEqual([])
  await desk.press('Escape')
  await desk.press('Escape')
  await desk.seesNo(compare)
  await desk.sees(heading(/^Photo of amara/))
})

type Watching = Window & { zooms: [first: string, second: string][] }

/** Runs in the page: how both pictures are zoomed and moved, frame by frame from now on. */
function watchPictures(): void {
  const zooms: Watching['zooms'] = []
  Object.assign(window, { zooms })
  const look = () => {
    const [first = '', second = ''] = [...document.querySelectorAll('dialog[open] img')].map(
      ({ parentElement }) => parentElement && getComputedStyle(parentElement).transform,
    )
    zooms.push([first ?? '', second ?? ''])
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

type Box = { y: number; width: number; height: number }
const isAlike = (first: Box, second: Box) =>
  Math.abs(first.width - second.width) < 1 && Math.abs(first.y - second.y) < 1

test('saves the list as a CSV file', async ({ desk }) => {
  await desk.signIn('/photos?status=DENIED')
  await desk.sees(list('Denied'))
  const rows = await desk.rows()
  await desk.click(one('button', 'Export CSV'))
  const save = one('button', 'Save CSV', one('dialog', 'Export CSV'))
  await desk.sees(save, { isOff: false })
  const { name, text } = await desk.saved(() => desk.click(save))
  expect(name).toMatch(/^denied-photos-\d{4}-\d\d-\d\d\.csv$/)
  expect(text.charCodeAt(0)).toBe(0xfeff)
  for (const row of rows) expect(text).toContain(`"${row}"`)
})

/** Every tab says how many there are, unless CloudCard may not list them: then nothing more is asked in the background. */
const counted = (desk: Desk) =>
  expect
    .poll(
      async () => {
        const names = (await desk.look(one('link', undefined, tabs))).map(({ text }) => text.trim())
        return names.length > 0 && names.every((name) => /\d\+?$|^(On hold|Failed)$/.test(name))
      },
      { timeout: 20_000 },
    )
    .toBe(true)

test('a new tab takes over the session, and signing out ends it in both', async ({ desk }) => {
  await desk.signIn()
  await desk.sees(list('Pending'))
  await counted(desk)
  await desk.openTab(`${new URL(await desk.address()).origin}/photos?status=APPROVED`)
  await desk.sees(list('Approved'))
  // What one tab asks while another one signs out may be refused.
  await counted(desk)
  await signOut(desk)
  await desk.closeTab()
  await desk.sees(one('button', 'Sign in'))
  await desk.seesNo(list('Pending'))
})

test('sends what is held when the page is loaded anew, and sends or names it when the tab is closed', async ({
  desk,
}) => {
  await desk.signIn('/photos', '15')
  await openPhoto(desk, 'wei.zhang')
  await desk.press('a')
  await desk.sees(decisions, { text: /wei\.zhang/ })
  await desk.reload()
  await decided(desk, 9598955).toMatchObject([{ status: 'APPROVED' }])

  await desk.openTab(`${new URL(await desk.address()).origin}/photos`)
  await openPhoto(desk, 'lena')
  await desk.press('a')
  await desk.sees(decisions, { text: /lena/ })
  await desk.closeTab()
  await desk.reload()
  await desk.sees(list('Pending'))
  await expect
    .poll(
      async () => {
        const sent = (await desk.mails()).filter(({ photo }) => photo === 9599967).length
        const named = (await desk.look(one('button', 'Review'))).length
        return sent + named
      },
      { timeout: 20_000 },
    )
    .toBe(1)
})

test('locks when nobody is there, and goes on at the same place', async ({ desk }) => {
  await desk.signIn('/photos?status=APPROVED')
  await desk.sees(list('Approved'))
  await desk.run(() => {
    const [now, date] = [performance.now.bind(performance), Date.now.bind(Date)]
    const later = 17 * 60_000
    performance.now = () => now() + later
    Date.now = () => date() + later
  })
  await desk.sees(one('heading', 'Loupe is locked'))
  await desk.seesNo(one('table'))
  await desk.type('sandbox')
  await desk.press('Enter')
  await desk.sees(list('Approved'))
})

test('after signing out Back shows nobody', async ({ desk }) => {
  await desk.signIn()
  await openPhoto(desk, 'amara')
  await desk.click(one('link', 'Open photo page', pane))
  await desk.sees(one('table', 'Classifications'))
  await signOut(desk)
  for (let times = 0; times < 2; times++) {
    await desk.back()
    await desk.sees(one('textbox', 'E-mail'))
    await desk.seesNo(one('table'))
    await desk.seesNo(one('img'))
  }
  expect(await desk.run(() => sessionStorage.length)).toBe(0)
})

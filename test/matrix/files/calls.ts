import { expect, type Locator, type Page } from '@playwright/test'
import { photoDetails, photoHeading, photoRow, rowLinks } from '../../browser/screen'
import type { FileKind } from './faults'

/** What a person has in hand while a file does not come, and must still have afterwards. */
export type FileInHand = {
  what: string
  isThere: (page: Page) => Promise<boolean>
  /** It does not outlive a reload, and whoever reloads is told so in these words. */
  lostByReload?: RegExp
}

export type FileCall = {
  name: string
  kind: FileKind
  isOf: (path: string) => boolean
  isSignedOut?: true
  /** The page as it is right before; nothing that comes later is there yet, as nobody has touched it. */
  open: (page: Page, origin: string) => Promise<void>
  /** How a person comes to need the file. */
  make: (page: Page, origin: string) => Promise<void>
  /** Where a failure is said. */
  said: (page: Page) => Locator
  /** What is there when it has worked. */
  stands: (page: Page) => Locator
  /** So long after it is asked for it is given up, in seconds. */
  patience: number
  hand: readonly FileInHand[]
}

const box = (page: Page) => photoRow(page, 3).getByRole('checkbox')
const selected: FileInHand = {
  what: 'the selection',
  isThere: (page) => box(page).isChecked(),
  lostByReload: /the selection/,
}

async function openList(page: Page, origin: string) {
  await page.goto(`${origin}/photos`)
  await rowLinks(page).first().waitFor()
}

/** All parts of the app are there, so that only pictures can fail. */
async function openAndLook(page: Page, origin: string) {
  await openList(page, origin)
  await box(page).press(' ')
  await rowLinks(page).nth(4).press('Enter')
  await photoHeading(page).press('Escape')
  await expect(photoHeading(page)).toHaveCount(0)
}

const picture: FileCall = {
  name: 'picture',
  kind: 'a picture',
  isOf: (path) => path.startsWith('/sandbox-photos/'),
  open: openAndLook,
  make: (page) => rowLinks(page).first().press('Enter'),
  // It stands in the place of the picture, with the button.
  said: (page) => photoDetails(page).getByRole('button', { name: 'Retry' }).locator('xpath=..'),
  stands: (page) => photoDetails(page).getByRole('button', { name: 'Approve', disabled: false }),
  // Those of the rows do not come either, and are given up first, six at a time.
  patience: 240,
  hand: [selected],
}

const part = (
  name: string,
  call: Pick<FileCall, 'make' | 'stands' | 'said'> & Partial<FileCall>,
): FileCall => ({
  name: `part: ${name}`,
  kind: 'a script',
  isOf: (path) => path.startsWith('/assets/later-') && path.endsWith('.js'),
  // Before anything is opened: once one part is there, all are.
  open: openList,
  patience: 65,
  hand: [],
  ...call,
})

const failure = (name: string) => (page: Page) =>
  page.getByRole('alert').filter({ hasText: `${name} could not be loaded` })
const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search photos' })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

/** Every part that is loaded later, by what a person opens. A new one is a few lines here. */
export const fileCalls: readonly FileCall[] = [
  picture,
  part('a photo', {
    make: (page) => rowLinks(page).first().press('Enter'),
    said: failure('The photo'),
    stands: photoHeading,
  }),
  part('signing in', {
    isSignedOut: true,
    open: async () => {},
    make: async (page, origin) => void (await page.goto(`${origin}/photos?status=DENIED`)),
    said: failure('The sign-in page'),
    stands: (page) => page.getByRole('button', { name: 'Open the sandbox' }),
    hand: [
      {
        what: 'where one wanted to go',
        isThere: async (page) => decodeURIComponent(page.url()).includes('status=DENIED'),
      },
    ],
  }),
  part('Settings', {
    make: (page) => page.getByRole('button', { name: 'Settings' }).press('Enter'),
    said: failure('Settings'),
    stands: (page) => dialog(page, 'Settings').getByRole('radio', { name: 'Dark' }),
  }),
  part('an export', {
    make: (page) => page.getByRole('button', { name: 'Export CSV' }).press('Enter'),
    said: failure('Export CSV'),
    stands: (page) => dialog(page, 'Export CSV').getByRole('button', { name: 'Save CSV' }),
  }),
  part('a selection', {
    make: (page) => box(page).press(' '),
    said: failure('What can be done with the selection'),
    stands: (page) => page.getByRole('button', { name: 'Approve 1 photo' }),
  }),
  part('My decisions', {
    make: (page) => page.getByRole('link', { name: 'My decisions' }).press('Enter'),
    said: failure('My decisions'),
    stands: (page) =>
      page.getByRole('heading', { name: 'My decisions', exact: true }).and(page.locator(':not(.sr-only)')),
  }),
  part('a search', {
    make: (page) => searchField(page).fill('lakemont'),
    said: (page) => page.getByRole('alert').filter({ hasText: /photos could not be loaded/i }),
    stands: (page) => page.getByText('that match').filter({ visible: true }),
    hand: [
      {
        what: 'what is searched',
        isThere: async (page) => (await searchField(page).inputValue()) === 'lakemont',
        lostByReload: /the search/,
      },
    ],
  }),
]

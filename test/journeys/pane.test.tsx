import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import {
  address,
  asked,
  askedPages,
  findCounts,
  findPlace,
  findRow,
  findTable,
  openApp,
  pane,
  runSandbox,
} from './app'

runSandbox()

const button = async (name: string) => within(await pane()).getByRole('button', { name })
const findStatus = async (words: string) => within(await pane()).findByText(words)

it('the pane opens from the row, without asking CloudCard again', async () => {
  const { user } = await openApp('/photos')
  await findPlace('1–25 of 100')
  await screen.findAllByText('Good')
  await findCounts()
  const before = [...asked]
  await user.click(await findRow('marisol.vega@lakemont.example'))
  const details = within(await pane())
  expect(address()).toBe('/photos?photo=9599901')
  expect(document.title).toBe('Pending – Loupe')
  await waitFor(async () =>
    expect(await findRow('marisol.vega@lakemont.example')).toHaveAttribute('aria-current', 'true'),
  )
  expect(details.getByRole('img', { name: 'Photo of marisol.vega@lakemont.example' })).toBeVisible()
  expect(await details.findByText('L0027714')).toBeVisible()
  expect(details.getByText(/14:32:21 UTC/)).toBeVisible()
  expect(details.getByText(/Wrong ratio/)).toBeVisible()
  expect(details.getByText(/Government issued ID/)).toBeVisible()
  expect(details.getByText('12%')).toBeVisible()
  expect(details.getByRole('link', { name: 'Open photo page' })).toHaveAttribute('href', '/photos/9599901')
  expect(asked).toEqual(before)
})

it('Next and Previous photo go over the borders of the pages, in one entry of the history', async () => {
  const { user } = await openApp('/photos?photo=9597008')
  await findTable()
  await findStatus('Photo 24 of 100: Photo of zanele.dube@lakemont.example')
  const entries = window.history.length
  await user.click(await button('Next photo'))
  await findStatus('Photo 25 of 100: Photo of minjun.seo@lakemont.example')
  await user.click(await button('Next photo'))
  await findStatus('Photo 26 of 100: Photo of m.alkhatib5296@lakemont.example')
  // The browser is told once the photo is painted.
  await waitFor(() => expect(address()).toBe('/photos?page=2&photo=9596755'))
  expect(await button('Next photo')).toHaveFocus()
  await user.click(await button('Previous photo'))
  await findStatus('Photo 25 of 100: Photo of minjun.seo@lakemont.example')
  await waitFor(() => expect(address()).toBe('/photos?photo=9596865'))
  expect(window.history.length).toBe(entries)
  expect(askedPages()).toEqual([
    'GET /photo?status=PENDING&offset=0&max=25',
    'GET /photo?status=PENDING&offset=15&max=35',
    'GET /photo?status=PENDING&offset=40&max=35',
  ])
})

it('the place in the queue is told, and of how many once that is known', async () => {
  await openApp('/photos?status=DENIED')
  const [first] = within(await findTable()).getAllByRole('link')
  if (first) fireEvent.click(first)
  expect(within(await pane()).getByText('1 of 5')).toBeVisible()
})

it.each([
  ['/photos?photo=9599945', 'Previous photo', 'This is the first photo'],
  ['/photos?status=DENIED', 'Next photo', 'This is the last photo'],
])(
  'at the end of the queue the button is off, says why and keeps the focus: %s',
  async (at, name, reason) => {
    const { user } = await openApp(at)
    const links = within(await findTable()).getAllByRole('link')
    if (!at.includes('photo=') && links[3]) await user.click(links[3])
    expect(await button(name)).not.toHaveAttribute('aria-disabled')
    await user.click(await button(name))
    expect(await button(name)).toHaveAttribute('aria-disabled', 'true')
    expect(await button(name)).toHaveAccessibleDescription(reason)
    expect(await button(name)).toHaveFocus()
    const last = links.at(name === 'Next photo' ? -1 : 0)?.getAttribute('href')
    // The browser is told the address once the photo is painted.
    await waitFor(() => expect(address()).toBe(last))
    await user.click(await button(name))
    await waitFor(() => expect(address()).toBe(last))
  },
)

it.each(['Close', 'Escape'])('%s leads back to the row of the photo that was open last', async (way) => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('e.clarke@lakemont.example'))
  await user.click(await button('Next photo'))
  const entries = window.history.length
  if (way === 'Close') await user.click(await button('Close'))
  else await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument()
  expect(await findRow('marisol.vega@lakemont.example')).toHaveFocus()
  // The browser is told once the list was painted.
  await waitFor(() => expect(address()).toBe('/photos'))
  expect(window.history.length).toBe(entries)
})

it('Escape right behind an arrow key leads back to the row of the photo that the arrow led to', async () => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('amara.okafor'))
  await within(await pane()).findByRole('heading', { name: /^Photo of amara/ })
  // What testing takes care of otherwise, that the list has followed before the next key, no browser does.
  const react = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined }
  const before = react.IS_REACT_ACT_ENVIRONMENT
  react.IS_REACT_ACT_ENVIRONMENT = false
  for (const key of ['ArrowLeft', 'Escape']) {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
    await Promise.resolve()
  }
  react.IS_REACT_ACT_ENVIRONMENT = before
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Photo details' })).not.toBeInTheDocument())
  const row = await findRow('marisol.vega')
  await waitFor(() => expect(row).toHaveFocus())
})

it('Back closes the pane and leads to its row', async () => {
  const { user } = await openApp('/photos')
  const row = await findRow('marisol.vega@lakemont.example')
  await user.click(row)
  const details = await pane()
  window.history.back()
  await expect.poll(() => details.isConnected).toBe(false)
  await waitFor(() => expect(row).toHaveFocus())
})

it('the rows are one tab stop; arrow keys, Home and End move among them', async () => {
  const { user } = await openApp('/photos?page=3')
  await findPlace(/^51–75/)
  const links = within(await findTable()).getAllByRole('link')
  const stops = () => links.filter((link) => link.tabIndex === 0)
  expect(stops()).toEqual([links[0]])
  links[0]?.focus()
  await user.keyboard('{ArrowDown}')
  expect(links[1]).toHaveFocus()
  expect(stops()).toEqual([links[1]])
  await user.keyboard('{End}')
  expect(links.at(-1)).toHaveFocus()
  await user.keyboard('{ArrowDown}')
  expect(links.at(-1)).toHaveFocus()
  await user.keyboard('{Home}{ArrowUp}')
  expect(links[0]).toHaveFocus()
  // Row 8 cannot be read: it has no link, and the keys pass over it.
  await user.keyboard('{ArrowDown>7/}')
  expect(links[7]).toHaveFocus()
  expect(stops()).toHaveLength(1)
  await user.tab()
  expect(links).not.toContain(document.activeElement)
  await user.tab({ shift: true })
  expect(links[7]).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(links[7]).toHaveAttribute('aria-current', 'true'))
  expect(await pane()).toBeVisible()
})

it('with the pane open, another row takes its place in the history', async () => {
  const { user } = await openApp('/photos')
  await user.click(await findRow('e.clarke@lakemont.example'))
  const entries = window.history.length
  await user.click(await findRow('marisol.vega@lakemont.example'))
  // The address follows once what it says has been painted.
  await waitFor(() => expect(address()).toBe('/photos?photo=9599901'))
  expect(window.history.length).toBe(entries)
})

it('the left and right keys step through the photos in the pane, and never with Ctrl', async () => {
  const { user } = await openApp('/photos?photo=9599945')
  await findTable()
  ;(await button('Close')).focus()
  await user.keyboard('{Control>}{ArrowRight}{/Control}')
  expect(address()).toBe('/photos?photo=9599945')
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(address()).toBe('/photos?photo=9599901'))
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  await waitFor(() => expect(address()).toBe('/photos?photo=9599967'))
})

it('an address sent by a colleague opens its page and its photo', async () => {
  await openApp('/photos?status=DOWNLOADED&page=7&photo=6673864')
  await waitFor(async () =>
    expect(await findRow('mz310093@lakemont.example')).toHaveAttribute('aria-current', 'true'),
  )
  await findStatus('Photo 152 of 257: Photo of mz310093@lakemont.example')
  expect(asked).not.toContain('GET /photo/6673864')
})

it('a photo that is not on the page is read by itself', async () => {
  await openApp('/photos?photo=9594037')
  const details = within(await pane())
  expect(await details.findByText('Approved')).toBeVisible()
  expect(asked).toContain('GET /photo/9594037')
  expect(await button('Next photo')).toHaveAccessibleDescription("This photo isn't on this page of the list")
})

it('a photo that nobody knows is said to be gone, beside the list', async () => {
  const { user } = await openApp('/photos?photo=123')
  expect(await screen.findByRole('heading', { name: 'Photo not found' })).toBeVisible()
  expect(await findTable()).toBeVisible()
  await user.click(await button('Close'))
  await waitFor(() => expect(address()).toBe('/photos'))
  expect(document.body).not.toHaveFocus()
})

it('a picture that is dead says so in the row and in the pane, and can be tried again', async () => {
  const { user } = await openApp('/photos?photo=9599901')
  await findTable()
  const alt = 'Photo of marisol.vega@lakemont.example'
  fireEvent.error(within(await pane()).getByRole('img', { name: alt }))
  const details = within(await pane())
  expect(details.getByText("Picture didn't load")).toBeVisible()
  const row = within(screen.getByRole('row', { name: /marisol\.vega@/ }))
  expect(row.getByText("Picture didn't load")).toBeVisible()
  await user.click(details.getByRole('button', { name: 'Retry' }))
  expect(details.getByRole('img', { name: alt })).toBeVisible()
  expect(row.queryByText("Picture didn't load")).not.toBeInTheDocument()
})

import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { openApp, pane, runSandbox } from './app'

runSandbox()

const photoHeading = (name: RegExp) => screen.findByRole('heading', { name })
const comparison = () => screen.findByRole('dialog', { name: 'Compare' })

it.each([
  ['in the pane', '/photos?photo=9599901', /^Photo of marisol/],
  ['on the photo page', '/photos/9599901', /^Photo 9599901/],
])(
  'Compare that was opened by its button, which goes meanwhile, gives the focus to the photo %s',
  async (_, at, name) => {
    const { user } = await openApp(at)
    for (const close of ['{Escape}', 'click', 'c']) {
      await user.click(await screen.findByRole('button', { name: 'Compare' }))
      const dialog = await comparison()
      if (close === 'click') await user.click(within(dialog).getByRole('button', { name: 'Close' }))
      // Past all that there is to compare with.
      else for (let key = 0; key < 5 && dialog.isConnected; key++) await user.keyboard(close)
      expect(dialog).not.toBeInTheDocument()
      await waitFor(async () => expect(await photoHeading(name)).toHaveFocus())
    }
  },
)

it('a button beside the photo that another photo does not have gives the focus to that photo', async () => {
  const { user } = await openApp('/photos?page=4&photo=9584237')
  await screen.findByRole('img', { name: /^Photo of/ })
  // Neither the one that is open nor the next has one.
  await user.keyboard('jj')
  ;(await within(await pane()).findByRole('button', { name: 'Original' })).focus()
  const shown = (await photoHeading(/^Photo of/)).textContent
  await user.keyboard('k')
  await waitFor(async () => expect((await photoHeading(/^Photo of/)).textContent).not.toBe(shown))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Original' })).not.toBeInTheDocument())
  await waitFor(async () => expect(await photoHeading(/^Photo of/)).toHaveFocus())
})

it('a line that goes when its OK is pressed gives the focus to the heading of the page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('No', 'SecurityError')
  })
  const { user } = await openApp('/photos')
  const ok = await screen.findByRole('button', { name: 'OK' })
  ok.focus()
  await user.keyboard('{Enter}')
  expect(ok).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
})

import { findings } from './findings'
import { expect, signIn, test } from './harness'

test('the other photos of a person can be read and used by everybody, beside the list and on the photo page', async ({
  page,
}) => {
  await signIn(page, '/photos?photo=9599824')
  const found: string[] = []
  for (const [place, load] of [
    ['beside the list', 'Load them'],
    ['on the photo page', null],
  ] as const) {
    if (!load) await page.getByRole('link', { name: 'Open photo page' }).click()
    const button = page.getByRole('button', { name: 'Other photos of this person' })
    await button.press('Enter')
    const panel = page.getByRole('region', { name: 'This person' })
    await expect(panel.getByText(/^Not loaded: /)).toBeVisible()
    // What the button brings is in sight, not below the edge.
    await expect(panel.getByText(/of this person among those that were loaded/)).toBeInViewport({ ratio: 1 })
    if (load) {
      found.push(...(await findings(page, `before loading, ${place}`)))
      await panel.getByRole('button', { name: load }).press('Enter')
    }
    await expect(panel.getByRole('listitem')).toHaveCount(1)
    found.push(...(await findings(page, place)))
  }
  expect(found).toEqual([])
})

import { expect, signIn, test } from './harness'
import { photoHeading, photoRow, rowLinks } from './screen'

test('where a policy blocks storage, one signs in, works, and is told what does not last', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: refuse })
  })
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await expect(page.getByText('This browser keeps nothing for Loupe.')).toBeVisible()
  await rowLinks(page).first().click()
  await expect(photoHeading(page)).toBeVisible()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Decisions' })).toBeVisible()
})

import { expect, signIn, test } from './harness'
import { photoRow } from './screen'

const steps = 10

test('what stands beside a photo is said of that photo at every moment, also in between two', async ({
  page,
}) => {
  await signIn(page)
  await photoRow(page, 1).getByRole('link').click()
  await expect(page.getByRole('term').filter({ hasText: 'E-mail' })).toBeVisible()
  const moments = await page.evaluateHandle(() => {
    const seen = { whom: new Set<string>(), mixed: [] as string[] }
    const mailIn = (text: string | null | undefined) => /\S+@\S+/.exec(text ?? '')?.[0]
    function look() {
      const pane = document.querySelector('[aria-label="Photo details"]')
      const whom = mailIn(pane?.querySelector('h2')?.textContent)
      const mail = [...(pane?.querySelectorAll('dt') ?? [])].find(
        ({ textContent }) => textContent === 'E-mail',
      )
      const said = {
        picture: mailIn(pane?.querySelector('img[alt^="Photo"]')?.getAttribute('alt')),
        facts: mail?.checkVisibility({ opacityProperty: true })
          ? mailIn(mail.nextElementSibling?.textContent)
          : undefined,
      }
      if (whom === undefined) return
      seen.whom.add(whom)
      for (const [where, other] of Object.entries(said))
        if (other !== undefined && other !== whom) seen.mixed.push(`${whom} with the ${where} of ${other}`)
    }
    const all = { childList: true, subtree: true, attributes: true, characterData: true }
    new MutationObserver(look).observe(document.body, all)
    return seen
  })
  for (let count = 0; count < steps; count++) {
    const before = page.url()
    await page.keyboard.press('j')
    await expect.poll(() => page.url()).not.toBe(before)
  }
  await expect.poll(() => moments.evaluate(({ whom }) => whom.size)).toBeGreaterThanOrEqual(steps)
  expect(await moments.evaluate(({ mixed }) => mixed)).toEqual([])
})

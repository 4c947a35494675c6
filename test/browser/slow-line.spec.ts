import type { ServerResponse } from 'node:http'
import { signIn } from './harness'
import { expect, test } from './own-sandbox'
import { listen, origin, passOn } from './pass-on'
import { photoRow } from './screen'

/** A line on which lists come by one byte a second, as long as it is slow. */
async function startSlowLine(target: string) {
  let isSlow = true
  const dripping = new Set<ServerResponse>()
  const server = await listen((req, res) => {
    if (!isSlow || !req.url?.startsWith('/cloudcard/photo?')) return passOn(req, res, target)
    res.writeHead(200, { 'Content-Type': 'application/json' }).write('[')
    dripping.add(res)
    const timer = setInterval(() => res.write(' '), 1_000)
    res.on('close', () => {
      clearInterval(timer)
      dripping.delete(res)
    })
  })
  return {
    url: origin(server).replace('127.0.0.1', 'localhost'),
    dripping,
    speedUp: () => (isSlow = false),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

test('on a slow line it is said, and heard, what is waited for; one can stop, and try again', async ({
  page,
  openSandbox,
  allowOrigin,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  const app = await openSandbox()
  const line = await startSlowLine(app.url)
  allowOrigin(line.url)
  try {
    await signIn(page, `${line.url}/photos`)
    // A screen reader hears what changes in a place that is there already.
    await page.getByRole('status').evaluateAll((all) => Object.assign(window, { placesBefore: new Set(all) }))
    const said = page
      .getByRole('status')
      .filter({ hasText: 'Still loading the list: less than 10 kB so far.' })
    await expect(said).toBeVisible()
    expect(
      await said.evaluate((place) =>
        (window as unknown as { placesBefore: Set<Element> }).placesBefore.has(place),
      ),
    ).toBe(true)

    await page.getByRole('button', { name: 'Stop' }).press('Enter')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('You stopped loading.')
    await expect(page.locator('body')).not.toBeFocused()
    await expect.poll(() => line.dripping.size).toBe(0)

    line.speedUp()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(photoRow(page, 1)).toBeVisible()
    await expect(page.getByText('Still loading')).toHaveCount(0)
  } finally {
    line.close()
  }
})

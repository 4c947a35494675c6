import { test } from '@playwright/test'
import { countPhotos } from '../../src/queue/count'
import { signIn } from '../browser/harness'
import { startApp } from '../browser/start-app'
import { addFigure } from './figures'

/** Rounds are probes side by side: what an answer takes, that many times, is how long one waits. */
async function count(total: number, known: number | null = null) {
  let [requests, rounds] = [0, 0]
  let isRound = false
  const probe = async (offset: number) => {
    requests++
    if (!isRound) rounds++
    isRound = true
    await Promise.resolve()
    isRound = false
    return offset < total
  }
  const { total: counted } = await countPhotos(probe, { known })
  if (counted !== total) throw new Error(`${total} photos were counted as ${counted}`)
  return { rounds, requests }
}

test('totals', async () => {
  for (const total of [10, 1_000, 12_000, 100_000]) {
    const [first, again] = [await count(total), await count(total, total)]
    addFigure({
      what: `counting ${total.toLocaleString('en')} photos, of which nothing is known`,
      measured: `${first.rounds} rounds, ${first.requests} requests; when nothing has changed ${again.requests}`,
      budget: '12 rounds; 2',
      isHeld: first.rounds <= 12 && again.requests <= 2,
    })
  }
  const sizes = Array.from({ length: 2_000 }, (_, index) => Math.floor(10 ** ((6 * (index + 0.5)) / 2_000)))
  const all = await Promise.all(sizes.map(async (size) => (await count(size)).rounds))
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length
  addFigure({
    what: 'rounds of counting, 2,000 sizes up to 1,000,000, as many of each magnitude',
    measured: `${mean.toFixed(1)} on average, ${Math.max(...all)} at worst`,
    budget: '8, 12',
    isHeld: mean <= 8 && Math.max(...all) <= 12,
  })
})

for (const photos of [12_000, 100_000]) {
  test(`the total of ${photos} photos over HTTP`, async ({ page }) => {
    const server = await startApp({ SANDBOX_PHOTOS: String(photos) })
    try {
      let probes = 0
      page.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url())
        if (pathname !== '/cloudcard/photo' || searchParams.has('status')) return
        if (searchParams.get('max') === '1') probes++
      })
      await signIn(page, `${server.url}/photos?status=ALL`)
      await page.getByText(`1–25 of ${photos.toLocaleString('en')}`).waitFor()
      const asked = probes
      addFigure({
        what: `requests until a cold list of ${photos.toLocaleString('en')} photos says how many they are`,
        measured: `${asked}, beside the page and the one behind it`,
        budget: '36',
        isHeld: asked <= 36,
      })
    } finally {
      server.stop()
    }
  })
}

import { expect, it } from 'vitest'
import { address, addressText, go } from './address'

const browsers = () => window.location.pathname + window.location.search
const back = async (to: string) => {
  window.history.back()
  await expect.poll(() => addressText(address.get())).toBe(to)
  expect(browsers()).toBe(to)
}

it('what is shown before the browser is told is a step of its own, however soon the next one follows', async () => {
  go('/photos')
  const entries = window.history.length
  go('/photos?sort=score', { isShownFirst: true })
  expect(browsers()).toBe('/photos')
  go('/photos?sort=-score', { isShownFirst: true })
  // In the place of one that the browser does not know yet.
  go('/photos?sort=-score&photo=1', { replace: true })
  go('/photos?page=2')
  expect(browsers()).toBe('/photos?page=2')
  expect(window.history.length).toBe(entries + 3)
  await back('/photos?sort=-score&photo=1')
  await back('/photos?sort=score')
  await back('/photos')

  go('/photos?sort=submitted', { isShownFirst: true })
  await expect.poll(browsers).toBe('/photos?sort=submitted')
  await back('/photos')
})

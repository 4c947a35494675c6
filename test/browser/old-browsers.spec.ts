import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './harness'

const heading = { name: 'This browser is too old for Loupe' } as const

for (const [missing, remove] of [
  ['light-dark()', () => void (CSS.supports = () => false)],
  ['URL.canParse', () => void Reflect.deleteProperty(URL, 'canParse')],
  ['findLast', () => void Reflect.deleteProperty(Array.prototype, 'findLast')],
  ['Object.hasOwn', () => void Reflect.deleteProperty(Object, 'hasOwn')],
  ['fetch with keepalive', () => void Reflect.deleteProperty(Request.prototype, 'keepalive')],
  ['@property', () => void Reflect.deleteProperty(window, 'CSSPropertyRule')],
] as const) {
  test(`a browser without ${missing} is told that it is too old, and nothing else is begun`, async ({
    page,
  }) => {
    await page.addInitScript(remove)
    await page.goto('/photos')
    await expect(page.getByRole('heading', heading)).toBeVisible()
    await expect(page.getByText('Firefox 133')).toBeVisible()
    await expect(page).toHaveTitle('Browser too old – Loupe')
    await expect(page.getByRole('button')).toHaveCount(0)
  })
}

test('a browser of today hears nothing of it', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('heading', heading)).toHaveCount(0)
})

test('what says so is written as a browser of 2018, and older, can read it', () => {
  const script = readFileSync(join(import.meta.dirname, '../../public/browser-check.js'), 'utf8')
  const code = script.replaceAll(/\/\*[^]*?\*\/|'[^'\n]*'/g, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(?:const|let|class|async|await|import|export)\b/)
})

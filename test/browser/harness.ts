import { expect, test as base, type ConsoleMessage, type Page } from '@playwright/test'
import { quickenStacks } from './quick-stacks'
import { watchTraffic } from './traffic'

quickenStacks()

interface Watch {
  /** The console message that a test is about, such as the one Chromium writes for a dead image. */
  allowConsole: (message: RegExp) => void
  /** The breach of the policy header that a test is about. */
  allowBreach: (message: RegExp) => void
  /** An origin that a test's page may talk to, beside its own. */
  allowOrigin: (origin: string) => void
}

const violation = 'Blocked by the policy header:'

/**
 * Playwright's test, which fails when a page breaks the policy header, throws, leaves a rejection unhandled,
 * writes a warning or an error to the console, or asks another origin for anything.
 */
export const test = base.extend<Watch & { watch: Watch }>({
  watch: [
    async ({ context, baseURL }, provide) => {
      const allowedMessages: RegExp[] = []
      const allowedBreaches: RegExp[] = []
      const allowedOrigins = new Set([baseURL])
      const messages: ConsoleMessage[] = []
      const problems: string[] = []

      watchTraffic(context)
      context.on('console', (message) => messages.push(message))
      context.on('weberror', (error) => problems.push(`uncaught: ${error.error().stack}`))
      context.on('request', (request) => {
        const { origin } = new URL(request.url())
        if (!allowedOrigins.has(origin)) problems.push(`request to ${origin}: ${request.url()}`)
      })
      await context.addInitScript((words) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          console.error(words, effectiveDirective, blockedURI),
        )
      }, violation)

      await provide({
        allowConsole: (message) => allowedMessages.push(message),
        allowBreach: (message) => allowedBreaches.push(message),
        allowOrigin: (origin) => allowedOrigins.add(origin),
      })

      const stray = messages
        .filter((message) => ['error', 'warning', 'assert'].includes(message.type()))
        .map((message) => `console ${message.type()}: ${message.text()} (${message.location().url})`)
        .filter((text) => {
          const allowed = text.includes(violation) ? allowedBreaches : allowedMessages
          return !allowed.some((pattern) => pattern.test(text))
        })
      expect([...problems, ...stray], 'what the pages should not have done').toEqual([])
    },
    { auto: true },
  ],
  allowConsole: async ({ watch }, provide) => provide(watch.allowConsole),
  allowBreach: async ({ watch }, provide) => provide(watch.allowBreach),
  allowOrigin: async ({ watch }, provide) => provide(watch.allowOrigin),
})

export { expect }

/** Signs in to the sandbox, on the way to an address of the app. */
export async function signIn(page: Page, address = '/photos'): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await expect(page.getByRole('banner')).toBeVisible()
}

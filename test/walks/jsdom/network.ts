import type { Page } from './page'

/** The fetch of one page: to the office behind our own address, or for the files of the build. */
export function addNetwork(page: Page): void {
  const { window, browser, set } = page
  const failed = () => new window.TypeError('Failed to fetch')
  const aborted = () => new window.DOMException('The request was aborted', 'AbortError')

  async function fetch(input: string, init: RequestInit = {}): Promise<unknown> {
    const { pathname, search } = new window.URL(input, window.location.href)
    const { signal, keepalive } = init
    if (signal?.aborted) throw aborted()
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(aborted()))
      if (page.isGone) return
      if (!browser.isOnline) return set(() => reject(failed()), 2)
      // On its way it outlives the page only where that was asked for.
      const owner = keepalive ? browser : page
      browser.clock.set(owner, 5, () => {
        if (!signal?.aborted) void browser.clock.during(arrive())
      })

      async function arrive() {
        if (!pathname.startsWith('/cloudcard')) {
          const file = browser.files(pathname)
          return resolve(responseOf(file.status, { 'Content-Type': file.type }, ''))
        }
        const headers = (init.headers ?? {}) as Record<string, string>
        const method = init.method ?? 'GET'
        const path = pathname.replace('/cloudcard', '') + search
        const answer = await browser.office.answer(
          method,
          path,
          headers['X-Auth-Token'] ?? null,
          typeof init.body === 'string' ? init.body : null,
        )
        if (answer.kind === 'never') return browser.office.over(path)
        // The office hears of the end also where the page is gone.
        browser.clock.set(browser, answer.delayMs, () => {
          if (method !== 'GET') browser.office.over(path)
          if (page.isGone) return
          if (answer.kind === 'reset' || !browser.isOnline) reject(failed())
          else resolve(responseOf(answer.status, answer.headers, answer.text))
        })
      }
    })
  }

  function responseOf(status: number, headers: Record<string, string>, text: string) {
    const bytes = new TextEncoder().encode(text)
    const left = text === '' ? [] : [bytes]
    return {
      status,
      ok: status >= 200 && status < 300,
      type: 'basic',
      redirected: false,
      headers: new Headers(headers),
      body: {
        getReader: () => ({
          read: async () => ({ value: left[0], done: left.shift() === undefined }),
          cancel: async () => {},
        }),
        cancel: async () => {},
      },
      text: async () => text,
      arrayBuffer: async () => bytes.buffer,
    }
  }

  Object.assign(window, { fetch })
}

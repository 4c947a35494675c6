import { getResponse, type RequestHandler } from 'msw'

/**
 * Stands in for the network of the page: handlers answer whatever it fetches. msw's own server, which watches each way out of Node and
 * tells of each step, took twice the time. What nobody answers is said on the console, which fails the test.
 */
export function createNetwork(own: readonly RequestHandler[]) {
  const browsers = globalThis.fetch
  let handlers = [...own]
  const onRequest: ((request: Request) => void)[] = []
  const onAnswer: ((request: Request, answer: Response) => void)[] = []

  async function answer(request: Request): Promise<Response> {
    const found = await getResponse(handlers, request)
    if (!found) console.error(`Nobody answers ${request.method} ${request.url}`)
    if (!found || found.type === 'error') throw new TypeError('Failed to fetch')
    for (const listener of onAnswer) listener(request, found)
    return found
  }

  /** As browsers do it: who gives a request up hears of it at once. */
  function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    return new Promise((resolve, reject) => {
      const asked = input instanceof Request ? input : new URL(String(input), window.location.href)
      const request = new Request(asked, init)
      const { signal } = request
      signal.throwIfAborted()
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      for (const listener of onRequest) listener(request)
      answer(request).then(resolve, reject)
    })
  }

  return {
    /** From now on this is the network; to be called once in each file. */
    listen: () => void (globalThis.fetch = fetch),
    close: () => void (globalThis.fetch = browsers),
    /** Asked before those that are there. */
    use: (...first: RequestHandler[]) => void handlers.unshift(...first),
    onRequest: (listener: (request: Request) => void) => void onRequest.push(listener),
    /** Until the end of the test. */
    onAnswer: (listener: (request: Request, answer: Response) => void) => void onAnswer.push(listener),
    resetHandlers() {
      handlers = [...own]
      onAnswer.length = 0
    },
  }
}

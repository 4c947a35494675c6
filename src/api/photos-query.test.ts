import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { isApiError } from './api-error'
import { organizationQuery, photoQuery, photosQuery } from './photos-query'
import { createQueryClient } from './query-client'
import { isWaitedFor } from './waited-for'

const fetchMock = vi.fn<typeof fetch>()
const onSignedOut = vi.fn<() => void>()
let client: QueryClient

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock)
  client = createQueryClient({ onSignedOut, retryDelay: 0 })
})

afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
  fetchMock.mockReset()
  onSignedOut.mockReset()
})

const addresses = () => fetchMock.mock.calls.map(([address]) => address)
const answer = (body: unknown, init?: ResponseInit) =>
  fetchMock.mockImplementationOnce(async () => Response.json(body, init))
const organization = { id: 8, name: 'Test University', goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4 }
const photo = (id: number) => ({ ...vendorAnswer[0], id, person: { organization } })

const firstPage = photosQuery({ status: 'PENDING', offset: 0, max: 25 })

describe('reading a list', () => {
  test('asks for status, offset and max; for all statuses the status is left out', async () => {
    answer(vendorAnswer)
    const page = await client.fetchQuery(firstPage)
    expect(page.rows).toHaveLength(2)
    answer([])
    await client.fetchQuery(photosQuery({ status: 'ALL', offset: 50, max: 25 }))
    expect(addresses()).toEqual([
      '/cloudcard/photo?status=PENDING&offset=0&max=25',
      '/cloudcard/photo?offset=50&max=25',
    ])
  })

  test('again keeps what has not changed', async () => {
    answer(vendorAnswer)
    const old = await client.fetchQuery(firstPage)
    answer(vendorAnswer.slice(1))
    await client.fetchQuery({ ...firstPage, staleTime: 0 })
    const next = client.getQueryData(firstPage.queryKey)
    expect(next?.rows).toHaveLength(1)
    expect(next?.rows[0]).toBe(old.rows[1])
  })

  test('is tried three times, and a failure is a typed error', async () => {
    for (let i = 0; i < 3; i++) answer({ message: 'No' }, { status: 503 })
    await expect(client.fetchQuery(firstPage)).rejects.toMatchObject({ kind: 'server', status: 503 })
    expect(fetchMock).toHaveBeenCalledTimes(3)
    expect(onSignedOut).not.toHaveBeenCalled()
  })

  test('with an expired token is not tried again, and the session hears of it', async () => {
    answer({}, { status: 401 })
    await expect(client.fetchQuery(firstPage)).rejects.toSatisfy(isApiError)
    expect(fetchMock).toHaveBeenCalledTimes(1)
    expect(onSignedOut).toHaveBeenCalledTimes(1)
  })

  test('ends its request when nobody looks any more, without an error', async () => {
    fetchMock.mockImplementationOnce(() => new Promise(() => {}))
    const unsubscribe = new QueryObserver(client, firstPage).subscribe(() => {})
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled())
    unsubscribe()
    expect(fetchMock.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
    expect(client.getQueryState(firstPage.queryKey)).toMatchObject({ status: 'pending', fetchStatus: 'idle' })
  })
})

describe('what is waited for', () => {
  beforeEach(() => {
    fetchMock.mockImplementation(async () => Response.json([]))
  })

  test('is what a screen shows; what is prefetched or read ahead is not', () => {
    void client.prefetchQuery(firstPage)
    expect(isWaitedFor(client, firstPage.queryKey)).toBe(false)
    const stopAhead = new QueryObserver(client, { ...firstPage, meta: { isAhead: true } }).subscribe(() => {})
    const stopOff = new QueryObserver(client, { ...firstPage, enabled: false }).subscribe(() => {})
    const stopOffToo = new QueryObserver(client, { ...firstPage, enabled: () => false }).subscribe(() => {})
    expect(isWaitedFor(client, firstPage.queryKey)).toBe(false)
    const stopShown = new QueryObserver(client, firstPage).subscribe(() => {})
    expect(isWaitedFor(client, firstPage.queryKey)).toBe(true)
    for (const stop of [stopShown, stopAhead, stopOff, stopOffToo]) stop()
    expect(isWaitedFor(client, firstPage.queryKey)).toBe(false)
  })

  test('overtakes what was prefetched, even if it was prefetched itself', async () => {
    const answers: (() => void)[] = []
    fetchMock.mockImplementation(
      () => new Promise((resolve) => answers.push(() => resolve(Response.json(vendorAnswer)))),
    )
    const page = (number: number) => photosQuery({ status: 'DONE', offset: number * 25, max: 25 })
    for (const number of [0, 1, 2, 3, 4]) void client.prefetchQuery(page(number))
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(2))
    const stop = new QueryObserver(client, page(4)).subscribe(() => {})
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(3))
    expect(addresses()[2]).toBe('/cloudcard/photo?status=DONE&offset=100&max=25')
    for (const end of answers.slice(0, 3)) end()
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(5))
    for (const end of answers) end()
    await vi.waitFor(() => expect(client.isFetching()).toBe(0))
    stop()
  })
})

describe('the organization', () => {
  test('is learnt from one photo, which is then known too', async () => {
    answer(photo(7))
    const learnt = await client.fetchQuery(organizationQuery(7))
    expect(learnt).toMatchObject({ name: 'Test University', goodPhotoThreshold: 0.8 })
    await client.fetchQuery(photoQuery(7))
    await client.fetchQuery(organizationQuery(8))
    expect(addresses()).toEqual(['/cloudcard/photo/7'])
  })

  test('is learnt by the way from a photo that was opened, once', async () => {
    answer(photo(7))
    await client.fetchQuery(photoQuery(7))
    const { queryKey } = organizationQuery(null)
    const learnt = client.getQueryData(queryKey)
    expect(learnt).toMatchObject({ id: 8 })
    answer({ ...photo(9), person: { organization: { ...organization, name: 'Other' } } })
    await client.fetchQuery(photoQuery(9))
    expect(client.getQueryData(queryKey)).toBe(learnt)
    await expect(client.fetchQuery(organizationQuery(9))).resolves.toBe(learnt)
    expect(fetchMock).toHaveBeenCalledTimes(2)
  })

  test('that one photo did not carry is still learnt from another', async () => {
    answer(vendorAnswer[0])
    await expect(client.fetchQuery(organizationQuery(1423442))).resolves.toBeNull()
    answer(photo(9))
    await client.fetchQuery(photoQuery(9))
    expect(client.getQueryData(organizationQuery(null).queryKey)).toMatchObject({ id: 8 })
  })

  test('is asked for only once there is a photo to learn it from', async () => {
    const observer = new QueryObserver(client, organizationQuery(null))
    const stop = observer.subscribe(() => {})
    expect(fetchMock).not.toHaveBeenCalled()
    answer(photo(7))
    observer.setOptions(organizationQuery(7))
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toMatchObject({ id: 8 }))
    stop()
  })

  test('is learnt even when the person leaves the photo that it was to come from', async () => {
    fetchMock.mockImplementationOnce(() => new Promise(() => {}))
    const stop = new QueryObserver(client, photoQuery(7)).subscribe(() => {})
    const learnt = client.fetchQuery(organizationQuery(7))
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(1))
    answer(photo(7))
    stop()
    await expect(learnt).resolves.toMatchObject({ id: 8 })
  })

  test('does not come back into the cache after it was emptied, as on signing out', async () => {
    let end = () => {}
    fetchMock.mockImplementationOnce(
      () => new Promise((resolve) => (end = () => resolve(Response.json(photo(7))))),
    )
    const reading = client.fetchQuery(photoQuery(7)).catch(() => {})
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled())
    end()
    client.clear()
    await reading
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(client.getQueryCache().getAll()).toEqual([])
  })
})

test('an answer with another photo than the one asked for is never shown', async () => {
  answer(photo(8))
  await expect(client.fetchQuery(photoQuery(7))).rejects.toMatchObject({ kind: 'unreadable' })
  expect(client.getQueryCache().find(organizationQuery(null))).toBeUndefined()
})

test('nothing is read again on its own: not on focus, not on reconnecting, nor is a change repeated', () => {
  expect(client.getDefaultOptions()).toMatchObject({
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  })
})

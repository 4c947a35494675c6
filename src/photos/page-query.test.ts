import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { isApiError } from '../cloudcard/api-error'
import { createQueryClient } from '../cloudcard/query-client'
import { priorityOf } from '../cloudcard/waited-for'
import { startAt, startBehind } from '../queue/page-start'
import { pageQuery } from './page-query'

const fetchMock = vi.fn<typeof fetch>()
let client: QueryClient

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock)
  client = createQueryClient({ retryDelay: 0 })
})

afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
  fetchMock.mockReset()
})

const addresses = () => fetchMock.mock.calls.map(([address]) => address)
const answer = (body: unknown, init?: ResponseInit) =>
  fetchMock.mockImplementationOnce(async () => Response.json(body, init))
const firstPage = pageQuery({ status: 'PENDING', max: 25, start: startAt(0) })

describe('reading a list', () => {
  test('asks for status, offset and max; for all statuses the status is left out', async () => {
    answer(vendorAnswer)
    const page = await client.fetchQuery(firstPage)
    expect(page.rows).toHaveLength(2)
    answer([])
    await client.fetchQuery(pageQuery({ status: 'ALL', max: 25, start: startAt(50) }))
    expect(addresses()).toEqual([
      '/cloudcard/photo?status=PENDING&offset=0&max=25',
      '/cloudcard/photo?offset=50&max=25',
    ])
  })

  test('behind another page asks for a few rows again, and shows what follows the last photo that was seen', async () => {
    const photos = (ids: number[]) => ids.map((id) => ({ id, status: 'PENDING' }))
    const seen = Array.from({ length: 25 }, (_, place) => 100 - place)
    const start = startBehind(startAt(0), { offset: 0, ids: seen })
    // Two have left meanwhile.
    answer(photos(Array.from({ length: 35 }, (_, place) => 83 - place)))
    const page = await client.fetchQuery(pageQuery({ status: 'PENDING', max: 25, start }))
    expect(addresses()).toEqual(['/cloudcard/photo?status=PENDING&offset=15&max=35'])
    expect(page.offset).toBe(23)
    expect(page.rows[0]).toMatchObject({ photo: { id: 75 } })
    expect(page.rows).toHaveLength(25)
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
  })

  test('without a session is not tried again', async () => {
    answer({}, { status: 401 })
    await expect(client.fetchQuery(firstPage)).rejects.toSatisfy(isApiError)
    expect(fetchMock).toHaveBeenCalledTimes(1)
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
    expect(priorityOf(client, firstPage.queryKey)).toBe('ahead')
    const stopAhead = new QueryObserver(client, { ...firstPage, meta: { isAhead: true } }).subscribe(() => {})
    const stopOff = new QueryObserver(client, { ...firstPage, enabled: false }).subscribe(() => {})
    const stopOffToo = new QueryObserver(client, { ...firstPage, enabled: () => false }).subscribe(() => {})
    expect(priorityOf(client, firstPage.queryKey)).toBe('ahead')
    const stopShown = new QueryObserver(client, firstPage).subscribe(() => {})
    expect(priorityOf(client, firstPage.queryKey)).toBe('waited')
    for (const stop of [stopShown, stopAhead, stopOff, stopOffToo]) stop()
    expect(priorityOf(client, firstPage.queryKey)).toBe('ahead')
  })

  test('overtakes what was prefetched, even if it was prefetched itself', async () => {
    const answers: (() => void)[] = []
    fetchMock.mockImplementation(
      () =>
        new Promise((resolve) => {
          const others = vendorAnswer.map((photo) => ({ ...photo, id: photo.id + answers.length }))
          answers.push(() => resolve(Response.json(others)))
        }),
    )
    const page = (number: number) => pageQuery({ status: 'DONE', max: 25, start: startAt(number * 25) })
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

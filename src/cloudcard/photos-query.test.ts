import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { organizationQuery, photoQuery } from './photos-query'
import { createQueryClient } from './query-client'

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
const organization = { id: 8, name: 'Test University', goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4 }
const photo = (id: number) => ({ ...vendorAnswer[0], id, person: { organization } })

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

test('nothing is read again on its own, nor is a change repeated; on reconnecting only what could not be read', () => {
  expect(client.getDefaultOptions()).toMatchObject({
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      staleTime: 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  })
  const { refetchOnReconnect } = client.getDefaultOptions().queries ?? {}
  if (typeof refetchOnReconnect !== 'function') throw new Error('It depends on the query')
  const query = client.getQueryCache().build(client, { queryKey: ['a read'] as readonly unknown[] })
  expect(refetchOnReconnect(query)).toBe(false)
  query.setState({ status: 'error', error: new Error('offline') })
  expect(refetchOnReconnect(query)).toBe(true)
  query.setState({ status: 'error', data: [] })
  expect(refetchOnReconnect(query)).toBe(false)
})

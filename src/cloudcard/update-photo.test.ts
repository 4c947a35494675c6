import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { updatePhoto } from './update-photo'

const fetchMock = vi.fn<typeof fetch>()
beforeEach(() => void vi.stubGlobal('fetch', fetchMock))
afterEach(() => {
  vi.unstubAllGlobals()
  fetchMock.mockReset()
})

const answer = (body: unknown, init?: ResponseInit) =>
  fetchMock.mockImplementationOnce(async () => Response.json(body, init))

function sent() {
  const [address = '', init] = fetchMock.mock.calls[0] ?? []
  return { address: String(address), ...init, body: JSON.parse(String(init?.body)) as unknown }
}

describe('deciding', () => {
  test('approving says the status and the version that was seen', async () => {
    answer({ id: 7, status: 'APPROVED', publicKey: 'k' })
    expect(await updatePhoto(7, { status: 'APPROVED' }, 3)).toEqual({ status: 'APPROVED', version: null })
    expect(sent()).toMatchObject({
      address: '/cloudcard/photo/7',
      method: 'PUT',
      keepalive: true,
      body: { status: 'APPROVED', version: 3 },
    })
  })

  test('a photo without a version is decided without one', async () => {
    answer({ status: 'APPROVED', version: 1 })
    expect(await updatePhoto(7, { status: 'APPROVED' }, null)).toEqual({ status: 'APPROVED', version: 1 })
    expect(sent().body).toEqual({ status: 'APPROVED' })
  })

  test.each([
    ['nothing', {}],
    ['null', null],
    ['a list', [{ id: 7, status: 'APPROVED' }]],
    ['another photo', { id: 8, status: 'APPROVED' }],
  ])('an answer of %s does not say that it was done', async (_what, body) => {
    answer(body)
    expect(await updatePhoto(7, { status: 'APPROVED' }, 3)).toEqual({ status: '', version: null })
  })

  test('nor does one without a body', async () => {
    fetchMock.mockImplementationOnce(async () => new Response(null, { status: 204 }))
    expect(await updatePhoto(7, { status: 'APPROVED' }, 3)).toEqual({ status: '', version: null })
  })

  test.each([
    [409, 'conflict'],
    [412, 'conflict'],
    [403, 'forbidden'],
    [503, 'server'],
  ])('an answer of %i is an error of its kind, and is not tried again', async (status, kind) => {
    answer({ message: 'No' }, { status })
    await expect(updatePhoto(7, { status: 'APPROVED' }, 3)).rejects.toMatchObject({ kind, status })
    expect(fetchMock).toHaveBeenCalledTimes(1)
  })

  test('who leaves the page does not wait for other requests', async () => {
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => (letGo = resolve))
    fetchMock.mockImplementation(() => gate.then(() => Response.json({})))
    const all = [1, 2, 3, 4, 5].map((id) => updatePhoto(id, { status: 'APPROVED' }, 1))
    all.push(updatePhoto(6, { status: 'APPROVED' }, 1, { isLeaving: true }))
    await vi.waitFor(() => expect(fetchMock.mock.calls.map(([address]) => address)).toHaveLength(4))
    expect(fetchMock.mock.calls.at(-1)?.[0]).toBe('/cloudcard/photo/6')
    letGo()
    await Promise.allSettled(all)
  })
})

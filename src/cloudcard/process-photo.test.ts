import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { processPhoto } from './process-photo'

const fetchMock = vi.fn<typeof fetch>()
beforeEach(() => void vi.stubGlobal('fetch', fetchMock))
afterEach(() => {
  vi.unstubAllGlobals()
  fetchMock.mockReset()
})

const answer = (body: unknown, init?: ResponseInit) =>
  fetchMock.mockImplementationOnce(async () => Response.json(body, init))

test('a photo is processed by its number, and the number of the new one is what comes back', async () => {
  answer({ id: 12, status: 'PENDING' })
  expect(await processPhoto(7, 'removeBackground')).toBe(12)
  const [address, init] = fetchMock.mock.calls[0] ?? []
  expect(address).toBe('/cloudcard/photo/7')
  expect(init).toMatchObject({ method: 'POST', body: '{"process":"removeBackground"}' })
})

test.each([
  [{ id: '12' }, 12],
  [{ id: 7 }, 7],
  [{ id: 0 }, null],
  [{ id: 'x' }, null],
  [{}, null],
  [[{ id: 12 }], null],
  [null, null],
])('the answer %j names %j', async (body, id) => {
  answer(body)
  expect(await processPhoto(7, 'rotate')).toBe(id)
})

test('a refusal is the error that it is, and nothing is asked twice', async () => {
  answer({}, { status: 403 })
  await expect(processPhoto(7, 'crop')).rejects.toMatchObject({ kind: 'forbidden' })
  expect(fetchMock).toHaveBeenCalledTimes(1)
})

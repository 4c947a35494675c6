import { afterEach, expect, test, vi } from 'vitest'
import { askSignedIn, postJson } from './ask'
import { createSandbox, sandboxSignIn } from './sandbox'

const sandbox = createSandbox({ photos: 300 })
afterEach(() => {
  sandbox.reset()
  vi.useRealTimers()
})

async function process(id: number, process: unknown, isOffice = true) {
  const { token } = sandbox.db.tokens.open(sandboxSignIn.username, isOffice)
  const response = await postJson(sandbox, `/cloudcard/photo/${id}`, { process }, token)
  return { status: response.status, answer: (await response.json()) as { id: number } }
}

const read = async (id: number) => (await askSignedIn(sandbox, `/photo/${id}`)).json()

function pendingPhoto(index = 0) {
  const photo = sandbox.db.withStatus('PENDING')[index]
  if (!photo) throw new Error('There are too few pending photos')
  return photo
}

test.each(['rotate', 'crop', 'removeBackground'])(
  '%s makes a new pending photo of the same person, and discards the old one',
  async (word) => {
    const { id, version } = pendingPhoto()
    const before = await read(id)
    const { status, answer } = await process(id, word)
    expect(status).toBe(200)
    expect(answer.id).toBeGreaterThan(id)
    expect(sandbox.db.photo(id)).toMatchObject({ status: 'DISCARDED', version: version + 1 })
    const after = await read(answer.id)
    expect(after).toMatchObject({ id: answer.id, status: 'PENDING', version: 1, person: before.person })
    expect(after.links.bytes).not.toBe(before.links.bytes)
    expect(sandbox.db.mails).toEqual([])
  },
)

test('the bot works on the new photo for a while, and scores it later', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  const { answer } = await process(pendingPhoto().id, 'rotate')
  expect(await read(answer.id)).toMatchObject({ isHelperBotProcessing: true, lowestClassification: null })
  expect((await process(answer.id, 'rotate')).status).toBe(422)
  vi.setSystemTime(5_000)
  expect(await read(answer.id)).toMatchObject({ isHelperBotProcessing: false, lowestClassification: null })
  vi.setSystemTime(10_000)
  expect(await read(answer.id)).toMatchObject({ isHelperBotProcessing: false, lowestClassification: 0.93 })
  expect((await process(answer.id, 'crop')).status).toBe(200)
})

test('what cannot be processed stays as it is', async () => {
  const { id, version } = pendingPhoto()
  expect((await process(id, 'enlarge')).status).toBe(422)
  expect((await process(id, 'rotate', false)).status).toBe(403)
  expect((await process(7, 'rotate')).status).toBe(404)
  const discarded = sandbox.db.withStatus('DISCARDED')[0]?.id ?? 0
  expect((await process(discarded, 'rotate')).status).toBe(422)
  sandbox.refuses = ['process']
  expect((await process(id, 'rotate')).status).toBe(403)
  expect(sandbox.db.photo(id)).toMatchObject({ status: 'PENDING', version })
})

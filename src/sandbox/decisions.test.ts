import { afterEach, describe, expect, test } from 'vitest'
import { ask } from './ask'
import { createSandbox, sandboxSignIn, type Sandbox } from './sandbox'

const sandbox = createSandbox({ photos: 300 })
afterEach(() => sandbox.reset())

/** Decides as the office does; `query` begins with "?". */
async function put(id: number, body: unknown, { query = '', isOffice = true, of = sandbox as Sandbox } = {}) {
  const { token } = of.db.tokens.open(sandboxSignIn.username, isOffice)
  const response = await ask(of, `/cloudcard/photo/${id}${query}`, {
    method: 'PUT',
    headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

function pendingPhoto(index = 0, of: Sandbox = sandbox) {
  const photo = of.db.withStatus('PENDING')[index]
  if (!photo) throw new Error('There are too few pending photos')
  return photo
}

describe('Update Photo', () => {
  test('approving moves the photo, counts its version up, and answers no more than is documented', async () => {
    const { id, version } = pendingPhoto()
    const { status, answer } = await put(id, { status: 'APPROVED', version })
    expect(status).toBe(200)
    expect(Object.keys(answer).toSorted()).toEqual(['id', 'publicKey', 'status'])
    expect(answer).toMatchObject({ id, status: 'APPROVED' })
    expect(sandbox.db.photo(id)).toMatchObject({ status: 'APPROVED', version: version + 1 })
    expect(sandbox.db.withStatus('PENDING').some((photo) => photo.id === id)).toBe(false)
    expect(sandbox.db.withStatus('APPROVED').some((photo) => photo.id === id)).toBe(true)
  })

  test('a denial is e-mailed with its reasons and note, letter for letter', async () => {
    const { id, version } = pendingPhoto()
    const query = `?${new URLSearchParams({
      'Hats & Glasses = No': 'true',
      'Even lighting': 'true',
      otherReason: 'A dog',
      noteToCardholder: 'Grüße, 100 % & more?',
    })}`
    await put(id, { status: 'DENIED', version }, { query })
    expect(sandbox.db.mails).toHaveLength(1)
    expect(sandbox.db.mails[0]).toMatchObject({
      to: 'lena.hoffmann@lakemont.example',
      photo: id,
      status: 'DENIED',
      reasons: ['Hats & Glasses = No', 'Even lighting'],
      otherReason: 'A dog',
      note: 'Grüße, 100 % & more?',
    })
    const log = await ask(sandbox, '/sandbox-mails')
    expect(await log.json()).toEqual(sandbox.db.mails)
  })

  test('a version that is not the photo’s is a conflict, and changes nothing', async () => {
    const { id, version } = pendingPhoto()
    expect((await put(id, { status: 'APPROVED', version: version - 1 })).status).toBe(409)
    expect(sandbox.db.photo(id)).toMatchObject({ status: 'PENDING', version })
    expect(sandbox.db.mails).toEqual([])
  })

  test('without a version nothing is checked', async () => {
    const { id } = pendingPhoto()
    expect((await put(id, { status: 'APPROVED' })).status).toBe(200)
  })

  test.each([
    ['a reason that is no photo requirement', { status: 'DENIED' }, '?Ugly=true', 400],
    ['a status that is none', { status: 'LOVELY' }, '', 422],
    ['no body', undefined, '', 422],
  ])('%s is refused', async (_what, body, query, status) => {
    const { id } = pendingPhoto()
    expect((await put(id, body, { query })).status).toBe(status)
    expect(sandbox.db.photo(id)?.status).toBe('PENDING')
  })

  test('a photo that is not there is 404, and who is not of the office may not decide', async () => {
    expect((await put(1, { status: 'APPROVED' })).status).toBe(404)
    expect((await put(pendingPhoto().id, { status: 'APPROVED' }, { isOffice: false })).status).toBe(403)
  })

  test('a photo on hold tells why in Get a Photo, sends no e-mail, and forgets it when it is released', async () => {
    const { id, version } = pendingPhoto()
    const query = '?onHoldReason=A%20twin%3F'
    expect((await put(id, { status: 'ON_HOLD', version }, { query })).status).toBe(200)
    expect(sandbox.db.photo(id)).toMatchObject({ status: 'ON_HOLD', why: 'A twin?' })
    expect((await put(id, { status: 'PENDING', version: version + 1 })).status).toBe(200)
    expect(sandbox.db.photo(id)).toMatchObject({ status: 'PENDING', why: '' })
    expect(sandbox.db.mails).toEqual([])
  })

  test('a strict office takes neither a photo on hold nor one that has failed', async () => {
    const strict = createSandbox({ photos: 300, refuses: ['hold', 'failed'] })
    const idOf = (status: string) => strict.db.withStatus(status)[0]?.id ?? 0
    const answers = [
      await put(idOf('PENDING'), { status: 'ON_HOLD' }, { of: strict }),
      await put(idOf('ON_HOLD'), { status: 'PENDING' }, { of: strict }),
      await put(idOf('FAILED'), { status: 'READY_FOR_DOWNLOAD' }, { of: strict }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 422])
    expect((await put(idOf('APPROVED'), { status: 'PENDING' }, { of: strict })).status).toBe(200)
  })

  test('when the quota is used up, no further decision is taken', async () => {
    const small = createSandbox({ photos: 300, quota: 1 })
    const [first, second] = [pendingPhoto(0, small).id, pendingPhoto(1, small).id]
    expect((await put(first, { status: 'APPROVED' }, { of: small })).status).toBe(200)
    const { status, answer } = await put(second, { status: 'APPROVED' }, { of: small })
    expect(status).toBe(403)
    expect(answer.message).toMatch(/quota/)
  })
})

test('the colleague decides on one photo each time, here and there', () => {
  const before = sandbox.db.withStatus('PENDING').length
  for (let count = 0; count < 10; count++) sandbox.colleagueDecides()
  expect(sandbox.db.withStatus('PENDING')).toHaveLength(before - 10)
  expect(new Set(sandbox.db.mails.map(({ status }) => status))).toEqual(new Set(['APPROVED', 'DENIED']))
})

import { afterEach, expect, test, vi } from 'vitest'
import { ask, postJson } from './ask'
import { createSandbox, sandboxOptionsFromEnv, sandboxSignIn } from './sandbox'

const sandbox = createSandbox({ photos: 30 })
const { username, password, persistentAccessToken } = sandboxSignIn

afterEach(() => {
  vi.useRealTimers()
  sandbox.reset()
})

async function signIn(): Promise<string> {
  const response = await postJson(sandbox, '/api/login', { username, password })
  const { access_token } = (await response.json()) as { access_token: string }
  return access_token
}

async function statusWith(token: string | undefined): Promise<number> {
  const headers = new Headers(token === undefined ? [] : [['X-Auth-Token', token]])
  return (await ask(sandbox, '/cloudcard/photo', { headers })).status
}

test('e-mail and password open a session', async () => {
  const response = await postJson(sandbox, '/api/login', { username, password })
  expect(response.status).toBe(200)
  const body = (await response.json()) as { access_token: string }
  expect(body).toMatchObject({ username, roles: ['ROLE_OFFICE'] })
  expect(await statusWith(body.access_token)).toBe(200)
})

test('a persistent access token opens a session of 12 hours', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-08-12T08:00:00Z') })
  const response = await postJson(sandbox, '/authentication-token', { persistentAccessToken })
  const body = (await response.json()) as { tokenValue: string }
  expect(body).toMatchObject({ username, expirationDate: '2026-08-12T20:00:00Z' })
  vi.setSystemTime(new Date('2026-08-12T19:59:59Z'))
  expect(await statusWith(body.tokenValue)).toBe(200)
  vi.setSystemTime(new Date('2026-08-12T20:00:00Z'))
  expect(await statusWith(body.tokenValue)).toBe(401)
})

test('a wrong password, user or persistent token is refused with 401', async () => {
  for (const body of [{ username, password: 'x' }, { username: 'x', password }, {}]) {
    expect((await postJson(sandbox, '/api/login', body)).status).toBe(401)
  }
  expect((await postJson(sandbox, '/authentication-token', { persistentAccessToken: 'x' })).status).toBe(401)
  expect((await ask(sandbox, '/cloudcard/api/login', { method: 'POST', body: 'no JSON' })).status).toBe(400)
})

test('without a token, or with a wrong one, nothing is answered but 401', async () => {
  expect(await statusWith(undefined)).toBe(401)
  expect(await statusWith('made-up')).toBe(401)
})

test('signing out with the token in the body ends that session only', async () => {
  const [mine, other] = [await signIn(), await signIn()]
  const response = await postJson(sandbox, '/person/me/logout', { authenticationToken: mine }, mine)
  expect(response.status).toBe(204)
  expect([await statusWith(mine), await statusWith(other)]).toEqual([401, 200])
})

test.each([undefined, {}, { authenticationToken: 'unknown' }])(
  'signing out with %j as the body ends all sessions of the user',
  async (body) => {
    const [mine, other] = [await signIn(), await signIn()]
    expect((await postJson(sandbox, '/person/me/logout', body, mine)).status).toBe(204)
    expect([await statusWith(mine), await statusWith(other)]).toEqual([401, 401])
  },
)

test('every answer takes as long as the latency asks for', async () => {
  const slow = createSandbox({ photos: 3, latencyMs: 30 })
  const start = performance.now()
  await ask(slow, '/cloudcard/photo')
  await ask(slow, '/sandbox-photos/p001/x.jpg')
  expect(performance.now() - start).toBeGreaterThan(55)
})

test('the environment sets the number of photos, their order and the latency', () => {
  expect(sandboxOptionsFromEnv({})).toEqual({ photos: 12_000 })
  const env = { SANDBOX_PHOTOS: '60', SANDBOX_ORDER: 'updated', SANDBOX_LATENCY_MS: '250' }
  expect(sandboxOptionsFromEnv(env)).toEqual({ photos: 60, order: 'updated', latencyMs: 250 })
  expect(sandboxOptionsFromEnv({ SANDBOX_REFUSES: 'hold,person' }).refuses).toEqual(['hold', 'person'])
  expect(() => sandboxOptionsFromEnv({ SANDBOX_REFUSES: 'hold,everything' })).toThrow(/SANDBOX_REFUSES/)
  expect(sandboxOptionsFromEnv({ SANDBOX_COLLEAGUE: '1', SANDBOX_QUOTA: '3' })).toMatchObject({
    colleagueEveryMs: 4_000,
    quota: 3,
  })
})

test.each([
  { SANDBOX_PHOTOS: 'many' },
  { SANDBOX_PHOTOS: '-1' },
  { SANDBOX_PHOTOS: '250001' },
  { SANDBOX_ORDER: 'random' },
  { SANDBOX_LATENCY_MS: '1s' },
  { SANDBOX_REFUSES: 'everything' },
])('%j is an error with a plain sentence', (env) => {
  expect(() => sandboxOptionsFromEnv(env)).toThrow(/^SANDBOX_\w+ must be .+, and is ".+"\.$/)
})

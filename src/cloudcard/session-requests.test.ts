import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setAuthToken } from './auth-token'
import { signInWithPassword, signInWithToken, signOut } from './session-requests'

const fetchMock = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock)
  setAuthToken('old-token')
})

afterEach(() => {
  vi.unstubAllGlobals()
  fetchMock.mockReset()
  setAuthToken(null)
})

const answer = (body: unknown, init?: ResponseInit) =>
  fetchMock.mockImplementationOnce(async () => Response.json(body, init))

function sent() {
  const [address, init = {}] = fetchMock.mock.calls[0] ?? []
  const token = new Headers(init.headers).get('X-Auth-Token')
  return { address, method: init.method, body: JSON.parse(String(init.body)) as unknown, token }
}

test('a person signs in with e-mail and password, and no older token is sent along', async () => {
  answer({
    username: 'ann@example.edu',
    roles: ['ROLE_OFFICE', 5],
    access_token: 'abc',
    token_type: 'Bearer',
  })
  await expect(signInWithPassword('Ann@example.edu', ' secret ')).resolves.toEqual({
    token: 'abc',
    username: 'ann@example.edu',
    roles: ['ROLE_OFFICE'],
    expiresAt: null,
  })
  expect(sent()).toEqual({
    address: '/cloudcard/api/login',
    method: 'POST',
    body: { username: 'Ann@example.edu', password: ' secret ' },
    token: null,
  })
})

test('a persistent access token signs in until its session expires', async () => {
  answer({ tokenValue: 'abc', username: 'svc', expirationDate: '2124-08-27T18:19:54+0000', id: 4 })
  await expect(signInWithToken('persistent')).resolves.toEqual({
    token: 'abc',
    username: 'svc',
    roles: null,
    expiresAt: Date.UTC(2124, 7, 27, 18, 19, 54),
  })
  expect(sent()).toEqual({
    address: '/cloudcard/authentication-token',
    method: 'POST',
    body: { persistentAccessToken: 'persistent' },
    token: null,
  })
})

test('all that signing in relies on is the token', async () => {
  answer({ access_token: 'abc', roles: 'office' })
  await expect(signInWithPassword('ann', 'x')).resolves.toEqual({
    token: 'abc',
    username: 'ann',
    roles: [],
    expiresAt: null,
  })
  answer({ tokenValue: 'abc', expirationDate: null })
  await expect(signInWithToken('p')).resolves.toEqual({
    token: 'abc',
    username: '',
    roles: null,
    expiresAt: null,
  })
})

test.each([{}, null, [], { access_token: '', tokenValue: '' }, { access_token: 'a\nb', tokenValue: 5 }])(
  'an answer without a usable token is unreadable: %j',
  async (body) => {
    answer(body)
    await expect(signInWithPassword('ann', 'x')).rejects.toMatchObject({ kind: 'unreadable' })
    answer(body)
    await expect(signInWithToken('p')).rejects.toMatchObject({ kind: 'unreadable' })
  },
)

test('a wrong password is "signed-out"', async () => {
  answer({ message: 'Bad credentials' }, { status: 401 })
  await expect(signInWithPassword('ann', 'wrong')).rejects.toMatchObject({ kind: 'signed-out', status: 401 })
})

test('signing out ends the session of its own token alone, also when the token is no longer held', async () => {
  setAuthToken(null)
  fetchMock.mockImplementationOnce(async () => new Response(null, { status: 204 }))
  await expect(signOut('abc')).resolves.toBeUndefined()
  expect(sent()).toEqual({
    address: '/cloudcard/person/me/logout',
    method: 'POST',
    body: { authenticationToken: 'abc' },
    token: 'abc',
  })
})

test.each(['', '  ', 'a b'])(
  'signing out without a token (%j) is refused, since it would end ALL sessions',
  async (token) => {
    await expect(signOut(token)).rejects.toBeInstanceOf(TypeError)
    expect(fetchMock).not.toHaveBeenCalled()
  },
)

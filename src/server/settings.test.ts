import { expect, test } from 'vitest'
import { readSettings } from './settings'

test('without any setting there is the sandbox, and photos come from the own origin only', () => {
  expect(readSettings({})).toEqual({
    apiUrl: undefined,
    photoOrigins: [],
    pictures: 'direct',
    idleMinutes: 15,
    port: undefined,
  })
})

test('an empty setting is no setting', () => {
  expect(readSettings({ CLOUDCARD_API_URL: '', PHOTO_ORIGINS: '', IDLE_MINUTES: '', PORT: '' })).toEqual(
    readSettings({}),
  )
})

test('the sandbox has no photo origins, whatever is set', () => {
  expect(readSettings({ PHOTO_ORIGINS: 'https://a.example' }).photoOrigins).toEqual([])
})

test('the real API brings its photo origins', () => {
  const settings = readSettings({
    CLOUDCARD_API_URL: 'https://api.cloudcard.us',
    PHOTO_ORIGINS: 'https://a.example',
    IDLE_MINUTES: '0.5',
    PORT: '8080',
  })
  expect(settings.apiUrl?.href).toBe('https://api.cloudcard.us/')
  expect(settings).toMatchObject({ photoOrigins: ['https://a.example'], idleMinutes: 0.5, port: 8080 })
})

test.each([
  [{ CLOUDCARD_API_URL: 'api.cloudcard.us' }, /^CLOUDCARD_API_URL must be an address/],
  [{ CLOUDCARD_API_URL: 'file:///etc/passwd' }, /^CLOUDCARD_API_URL must be an address/],
  [{ CLOUDCARD_API_URL: 'https://user:secret@api.cloudcard.us' }, /^CLOUDCARD_API_URL must(?!.*secret)/],
  [{ CLOUDCARD_API_URL: 'https://api.cloudcard.us?a=1' }, /^CLOUDCARD_API_URL must be an address/],
  [{ PHOTO_ORIGINS: 'https://a.example;' }, /^PHOTO_ORIGINS must hold/],
  [{ CLOUDCARD_API_URL: 'https://a.example', PICTURES: 'mine' }, /^PICTURES must be direct or own/],
  [{ IDLE_MINUTES: 'soon' }, /^IDLE_MINUTES must be .*"soon"\.$/],
  [{ IDLE_MINUTES: '0' }, /^IDLE_MINUTES must be/],
  [{ PORT: '0' }, /^PORT must be/],
  [{ PORT: '65536' }, /^PORT must be/],
  [{ PORT: '80a' }, /^PORT must be/],
])('%j is refused with a sentence', (env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence)
})

test.each(['http://api.cloudcard.us', 'http://10.0.0.7', 'http://127.0.0.1.example.edu'])(
  'passwords do not go to %s, where the network could read them',
  (url) => {
    expect(() => readSettings({ CLOUDCARD_API_URL: url })).toThrow(/must begin with https/)
  },
)

test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
  '%s is this computer',
  (url) => {
    expect(readSettings({ CLOUDCARD_API_URL: url }).apiUrl?.origin).toBe(url)
  },
)

test('the address that the vendor tells its own tools is understood', () => {
  const path = (url: string) => readSettings({ CLOUDCARD_API_URL: url }).apiUrl?.href
  expect(path('https://api.cloudcard.us/api')).toBe('https://api.cloudcard.us/')
  expect(path('https://api.cloudcard.us/api/')).toBe('https://api.cloudcard.us/')
  expect(path('https://gateway.example.edu/cloudcard/api')).toBe('https://gateway.example.edu/cloudcard/')
  expect(path('https://gateway.example.edu/myapi')).toBe('https://gateway.example.edu/myapi')
})

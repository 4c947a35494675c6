import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './security-headers'

test('the policy lets photos in from the listed origins, and nothing else from anywhere', () => {
  expect(contentSecurityPolicy(['https://a.example', 'https://b.example/cards/'])).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://a.example https://b.example/cards/; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  )
})

test('without photo origins only the own origin shows photos', () => {
  expect(contentSecurityPolicy([])).toContain("; img-src 'self'; connect-src")
})

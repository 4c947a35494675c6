import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './security-headers'

test('the policy lets photos in from the listed origins, and nothing else from anywhere', () => {
  expect(
    contentSecurityPolicy({
      photoOrigins: ['https://a.example', 'https://b.example/cards/'],
      pictures: 'direct',
    }),
  ).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://a.example https://b.example/cards/; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  )
})

test('without photo origins, or where pictures come under our own address, no other shows photos', () => {
  for (const place of [
    { photoOrigins: [], pictures: 'direct' as const },
    { photoOrigins: ['https://a.example'], pictures: 'own' as const },
  ])
    expect(contentSecurityPolicy(place)).toContain("; img-src 'self'; connect-src")
})

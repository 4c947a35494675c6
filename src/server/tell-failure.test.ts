import { expect, test } from 'vitest'
import { tellFailure } from './tell-failure'

const failure = (code: string) => Object.assign(new Error('failed'), { code })

function told(codes: string[], url = 'https://api.cloudcard.us'): string[] {
  const lines: string[] = []
  const tell = tellFailure(new URL(url), (line) => lines.push(line))
  for (const code of codes) tell(failure(code))
  return lines
}

test.each([
  ['ENOTFOUND', /the name api\.cloudcard\.us was not found/],
  ['ECONNREFUSED', /nothing listens there/],
  ['ETIMEDOUT', /firewall/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /certificate is not trusted.*NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate is not trusted/],
  ['CERT_HAS_EXPIRED', /certificate is not trusted/],
  ['EPROTO', /no encrypted connection/],
])('the terminal says what %s means', (code, words) => {
  expect(told([code])).toEqual([expect.stringMatching(/^https:\/\/api\.cloudcard\.us cannot be reached: /)])
  expect(told([code])[0]).toMatch(words)
})

test('a reason is said once, until another one comes', () => {
  expect(told(['ENOTFOUND', 'ENOTFOUND', 'ETIMEDOUT', 'ENOTFOUND'])).toHaveLength(3)
})

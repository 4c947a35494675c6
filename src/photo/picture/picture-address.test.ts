import { describe, expect, it } from 'vitest'
import { judgeAddress } from './picture-address'

const own = 'https://loupe.example'
const origins = [
  'https://s3.amazonaws.com',
  'https://cdn.example/photos/',
  'https://*.wild.example',
  'http://localhost:9000',
]
const verdict = (address: string) => judgeAddress(address, origins, own).kind

describe('where a picture may come from', () => {
  it.each([
    'https://s3.amazonaws.com/bucket/000008.jpg',
    'https://cdn.example/photos/1.jpg',
    'https://a.wild.example/1.jpg',
    'http://localhost:9000/1.jpg',
    'https://loupe.example/sandbox-photos/1.jpg',
  ])('%s is asked for', (address) => {
    expect(verdict(address)).toBe('allowed')
  })

  it.each([
    'https://s3.amazonaws.com.evil.example/1.jpg',
    'http://s3.amazonaws.com/1.jpg',
    'https://s3.amazonaws.com:8443/1.jpg',
    'https://cdn.example/other/1.jpg',
    'https://wild.example/1.jpg',
    'https://evilwild.example/1.jpg',
    'http://localhost:9001/1.jpg',
  ])('%s is blocked, and its host is told', (address) => {
    expect(judgeAddress(address, origins, own)).toEqual({ kind: 'blocked', host: new URL(address).host })
  })

  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'blob:https://loupe.example/1',
    'https://user:secret@s3.amazonaws.com/1.jpg',
    '//s3.amazonaws.com/1.jpg',
    '/photos/1.jpg',
    'not an address',
    `https://s3.amazonaws.com/${'x'.repeat(8000)}.jpg`,
    '',
  ])('%s is unsafe and never asked for', (address) => {
    expect(verdict(address)).toBe('unsafe')
  })
})

import { describe, expect, it } from 'vitest'
import { judgeAddress, type PicturePlaces } from './picture-address'

const places: PicturePlaces = {
  photoOrigins: ['https://s3.amazonaws.com', 'https://cdn.example/photos/', 'http://localhost:9000'],
  pictures: 'direct',
  ownFolder: 'https://loupe.example/sandbox-photos/',
}
const verdict = (address: string) => judgeAddress(address, places).kind

describe('where a picture may come from', () => {
  it.each([
    'https://s3.amazonaws.com/bucket/000008.jpg',
    'https://cdn.example/photos/1.jpg',
    'http://localhost:9000/1.jpg',
    'https://loupe.example/sandbox-photos/1.jpg',
  ])('%s is asked for', (address) => {
    expect(judgeAddress(address, places)).toEqual({ kind: 'allowed', source: address })
  })

  it.each([
    'https://s3.amazonaws.com.evil.example/1.jpg',
    'http://s3.amazonaws.com/1.jpg',
    'https://s3.amazonaws.com:8443/1.jpg',
    'https://cdn.example/other/1.jpg',
    'https://cdn.example/photos',
    'https://loupe.example/cloudcard/photo/1',
    'https://loupe.example/sandbox-photos',
    'https://loupe.example/favicon.png',
    'http://localhost:9001/1.jpg',
  ])('%s is blocked, and its host is told', (address) => {
    expect(judgeAddress(address, places)).toEqual({ kind: 'blocked', host: new URL(address).host })
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

describe('where pictures come through our own address', () => {
  const own = { ...places, pictures: 'own' as const }

  it.each([
    [
      'https://s3.amazonaws.com/bucket/a%20b.jpg?X-Amz-Signature=a%2Fb',
      '/pictures/0/bucket/a%20b.jpg?X-Amz-Signature=a%2Fb',
    ],
    ['https://cdn.example/photos/2024/1.jpg', '/pictures/1/2024/1.jpg'],
    ['https://loupe.example/sandbox-photos/1.jpg', 'https://loupe.example/sandbox-photos/1.jpg'],
  ])('%s is asked for as %s', (address, source) => {
    expect(judgeAddress(address, own)).toEqual({ kind: 'allowed', source })
  })

  it('nothing else is allowed than elsewhere', () => {
    expect(judgeAddress('https://cdn.example/other/1.jpg', own)).toEqual({
      kind: 'blocked',
      host: 'cdn.example',
    })
    expect(judgeAddress('https://cdn.example/photos/../other/1.jpg', own).kind).toBe('blocked')
    expect(judgeAddress('https://loupe.example/pictures/0/1.jpg', own).kind).toBe('blocked')
  })
})

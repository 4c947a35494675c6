import { describe, expect, test } from 'vitest'
import { parsePhotoOrigins } from './photo-origins'

describe('PHOTO_ORIGINS', () => {
  test('names the S3 hosts of CloudCard when nobody sets it', () => {
    const defaults = [
      'https://s3.amazonaws.com',
      'https://s3-ca-central-1.amazonaws.com',
      'https://s3.ca-central-1.amazonaws.com',
      'https://s3-us-east-2.amazonaws.com',
      'https://s3.us-east-2.amazonaws.com',
    ]
    expect(parsePhotoOrigins(undefined)).toEqual(defaults)
    expect(parsePhotoOrigins(' ')).toEqual(defaults)
  })

  test('is separated by spaces', () => {
    expect(parsePhotoOrigins(' https://a.example  https://b.example:8080/ ')).toEqual([
      'https://a.example',
      'https://b.example:8080',
    ])
  })

  test('a path stands for everything below it', () => {
    expect(parsePhotoOrigins('https://a.example/cards https://a.example/more//')).toEqual([
      'https://a.example/cards/',
      'https://a.example/more/',
    ])
  })

  test.each([
    'a.example',
    'ftp://a.example',
    'data:',
    '*',
    'https://*.example',
    "'unsafe-inline'",
    'https://user:secret@a.example',
    'https://a.example;script-src',
    'https://a.example,https://b.example',
    'https://a.example/"quoted"',
    'https://a.example/?query',
    'https://a.example/#part',
    'https://[::1]/',
    'https://a.example:99999',
  ])('%s is refused with a sentence', (word) => {
    expect(() => parsePhotoOrigins(`https://fine.example ${word}`)).toThrow(
      /^PHOTO_ORIGINS must hold addresses .*\.$/,
    )
  })

  test('is http on this computer alone, where nobody can read along', () => {
    expect(parsePhotoOrigins('http://127.0.0.1:8080 http://localhost')).toEqual([
      'http://127.0.0.1:8080',
      'http://localhost',
    ])
    for (const word of ['http://photos.example.edu', 'http://10.0.0.1', 'http://127.0.0.1.example.edu'])
      expect(() => parsePhotoOrigins(word)).toThrow(/must begin with https/)
  })
})

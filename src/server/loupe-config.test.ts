import { expect, test } from 'vitest'
import { type LoupeConfig, writeLoupeConfig } from './loupe-config'

const config: LoupeConfig = {
  sandbox: null,
  photoOrigins: ['https://a.example'],
  pictures: 'direct',
  idleMinutes: 15,
  version: '1 a',
}

test('the configuration is written where the page holds a place for it', () => {
  expect(writeLoupeConfig('<meta name="loupe-config" content="" /><title>Loupe</title>', config)).toBe(
    '<meta name="loupe-config" content="{&quot;sandbox&quot;:null,&quot;photoOrigins&quot;:[&quot;https://a.example&quot;],&quot;pictures&quot;:&quot;direct&quot;,&quot;idleMinutes&quot;:15,&quot;version&quot;:&quot;1 a&quot;}" /><title>Loupe</title>',
  )
})

test('no value can end the attribute or begin an element', () => {
  const sandbox = { photos: 1, username: '"><script>&amp;', password: "$& $' '" }
  const html = writeLoupeConfig('<meta name="loupe-config" content="">', { ...config, sandbox })
  const content = /^<meta name="loupe-config" content="([^"<>]*)" \/>$/.exec(html)?.[1] ?? ''
  const read = content
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  expect(JSON.parse(read)).toEqual({ ...config, sandbox })
})

test('a page without a place for it is refused', () => {
  expect(() => writeLoupeConfig('<title>Loupe</title>', config)).toThrow(/lost its <meta/)
})

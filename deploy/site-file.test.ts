import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeSiteFile } from './site-file'
import { readVariables } from './variables'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const variables = readVariables(read('loupe.env.example'))

test('every place of the template is filled in', () => {
  const written = writeSiteFile(read('nginx.conf.template'), variables)
  expect(written).not.toMatch(/\$\{[A-Z_]+\}/)
  for (const line of [
    'server_name cards.example.edu;',
    'listen [::]:443 ssl http2;',
    'return 301 https://cards.example.edu$loupe_path;',
    'proxy_pass https://api.cloudcard.us$loupe_api_target;',
    'rate=50r/s;',
  ])
    expect(written).toContain(line)
})

test('a place that nobody fills in is not left as it is', () => {
  expect(() => writeSiteFile('root ${WEB_ROT};', variables)).toThrow(/asks for \$\{WEB_ROT\}/)
})

test('whoever comes by another name is turned away, unless the same nginx has other sites', () => {
  const template = read('nginx.conf.template')
  expect(writeSiteFile(template, variables)).toContain('ssl_reject_handshake on;')
  expect(writeSiteFile(template, { ...variables, isAlone: false })).not.toContain('default_server')
})

test('no line is longer than nginx reads', () => {
  const lengths = writeSiteFile(read('nginx.conf.template'), variables)
    .split('\n')
    .map((line) => line.length)
  expect(Math.max(...lengths)).toBeLessThan(4000)
})

// Makes every picture of the sandbox, and portraits.json, which lists them: node src/sandbox/portraits/make-portraits.mjs
// Offline and always the same. The drawings are remixes of "Personas by Draftbit" (see CREDITS.md).
import { createAvatar } from '@dicebear/core'
import { personas } from '@dicebear/collection'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const folder = import.meta.dirname ?? new URL('.', import.meta.url).pathname

const skins = {
  light: ['f2cdbd', 'eebfab', 'f0c4ae', 'e8b49c'],
  medium: ['dca27f', 'd0936f', 'c4845f', 'b9775a'],
  dark: ['8d5a44', '7a4b39', '6a4033', '583529'],
}
const hairColors = {
  light: ['3a2a24', '5a4032', '7a5638', 'a87a48', 'd4b676', '9a4f2c', '6d4a33', '8c8a88', '2a2321'],
  medium: ['221b1a', '2c2220', '3d2c25', '4b3429', '7d7a78'],
  dark: ['1a1615', '221c1a', '2e2522', '6f6b69'],
}
const clothes = ['43506b', '3f5a49', '6b3d46', '2f3d52', '7c6f5d', '5f6a75', '25292e', '8c95a1', 'd6d8dc', '374347', '5b4a66']
const backgrounds = ['a9b8c6', 'b4bfc8', 'c3c4c5', 'cdd1d2', 'b9b6b5', 'd8d3c7', '9fb0c3', 'c9ccd4', 'dcd9d2']
const hairs = {
  f: ['long', 'bobCut', 'bobBangs', 'extraLong', 'straightBun', 'sideShave', 'curly', 'curlyBun', 'long', 'extraLong'],
  m: ['shortCombover', 'fade', 'buzzcut', 'shortComboverChops', 'curlyHighTop', 'balding', 'bald', 'curly', 'fade'],
}
const beards = ['beardMustache', 'goatee', 'shadow', 'walrus', 'pyramid', 'soulPatch']
const size = (width, height, format = 'jpg') => ({ width, height, format })

/** The first page of the pending photos, in its order: its persons are written by hand in data/first-page.ts. */
const firstPage = [
  ['f', 'f2cdbd', 'long', 'b88d57', 'open', 'smile', '', 'rounded', '3f5a49', 'b4bfc8'],
  ['m', '7a4b39', 'fade', '1a1615', 'open', 'smile', '', 'squared', '2f3d52', 'c0bebd'],
  ['f', 'd79b7a', 'extraLong', '3d2c25', 'sunglasses', 'smile', '', 'rounded', '43506b', 'a4b4c4', size(300, 410)],
  ['f', '6f4636', 'curlyBun', '1a1615', 'open', 'smirk', '', 'squared', '25292e', 'b4bfc8'],
  ['m', 'f2c7b3', 'shortCombover', 'd8bb7c', 'open', 'smile', '', 'rounded', '5f6a75', 'a9b8c6'],
  ['f', 'b9775a', 'long', '221b1a', 'open', 'lips', '', 'checkered', '5f7086', 'a9b8c6'],
  ['m', 'f0c4b2', 'curlyHighTop', '8c8a88', 'open', 'smile', '', 'squared', 'd6d8dc', 'c5ccd3', size(240, 400)],
  ['f', 'f2cdbd', 'bobCut', '75543a', 'open', 'smirk', '', 'squared', '6b3d46', 'b4bfc8'],
  ['m', 'd0936f', 'buzzcut', '3d2c25', 'open', 'smile', 'shadow', 'rounded', '374347', 'cdd1d2'],
  ['m', 'e2ac88', 'shortComboverChops', '221b1a', 'glasses', 'smirk', '', 'squared', '7c6f5d', 'b9b6b5'],
  ['f', 'eebfab', 'straightBun', '4b3429', 'open', 'smile', '', 'rounded', '3f5a49', 'cdd1d2'],
  ['f', 'f2cdbd', 'bobBangs', 'd4b676', 'open', 'smile', '', 'rounded', '43506b', '9fb0c3', size(300, 400, 'png')],
  ['f', 'f0c4ae', 'bobCut', '221b1a', 'glasses', 'smile', '', 'rounded', '5f6a75', 'c3c4c5'],
  ['m', 'f2cdbd', 'balding', 'a3733f', 'open', 'bigSmile', 'beardMustache', 'squared', '8c95a1', 'b4bfc8'],
  ['f', 'eebfab', 'sideShave', '5a4032', 'open', 'smile', '', 'rounded', '374347', 'b4bfc8'],
  ['m', '99624a', 'shortComboverChops', '2c2220', 'open', 'smile', '', 'squared', '7c6f5d', 'a9b8c6', size(400, 400)],
  ['m', '6f4636', 'bald', '1a1615', 'open', 'smirk', '', 'squared', '2f3d52', 'a9b8c6'],
  ['f', 'f2cdbd', 'straightBun', '5a4032', 'open', 'smile', '', 'rounded', '43506b', 'b4bfc8', size(300, 401)],
  ['f', 'eebfab', 'bobBangs', 'b5b2b0', 'open', 'smile', '', 'rounded', '5f6a75', 'c3c4c5'],
  ['f', 'f2cdbd', 'extraLong', '3a2a24', 'open', 'smile', '', 'rounded', 'd6d8dc', 'c9ccd4'],
  ['m', '8d5a44', 'curlyHighTop', '3a3533', 'open', 'smirk', '', 'squared', '6b3d46', 'c3c4c5'],
  ['f', 'e2ac88', 'curly', '6d625d', 'open', 'smile', '', 'squared', '374347', '9fb0c3'],
  ['m', 'f2cdbd', 'shortCombover', 'd4b676', 'glasses', 'bigSmile', '', 'checkered', '7c6f5d', 'b4bfc8'],
  ['f', '6f4636', 'buzzcut', '4b2f26', 'open', 'lips', '', 'rounded', '3f5a49', 'c3c4c5'],
  ['m', 'eebfab', 'shortCombover', '221b1a', 'happy', 'smile', '', 'squared', '25292e', 'cdd1d2'],
].map(([sex, skin, hair, hairColor, eyes, mouth, beard, body, clothing, background, shape], index) => ({
  look: `${sex}-page-one`,
  ...{ skin, hair, hairColor, eyes, mouth, beard, body, clothing, background },
  ...(shape ?? size(300, 400)),
  seed: `page-one-${index}`,
  withCard: true,
}))

function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const perLook = 37
const oddSizes = [size(240, 400), size(600, 450), size(360, 400), size(300, 360), size(500, 400), size(320, 480)]

function drawn(sex, tone, number, lookNumber) {
  const chance = random(lookNumber * 1000 + number)
  const one = (list) => list[Math.floor(chance() * list.length)]
  const hair = hairs[sex][number % hairs[sex].length]
  const shape =
    number === 36
      ? size(300, 400, 'png')
      : number === 35
        ? oddSizes[lookNumber]
        : number >= 33
          ? size(400, 400)
          : number >= 29
            ? size(300, 401)
            : size(300, 400)
  const eyes = chance() < 0.2 ? 'glasses' : chance() < 0.06 ? 'happy' : 'open'
  return {
    look: `${sex}-${tone}`,
    skin: one(skins[tone]),
    hair,
    hairColor: one(hairColors[tone]),
    eyes,
    mouth: one(sex === 'f' ? ['smile', 'smile', 'smirk', 'lips', 'bigSmile'] : ['smile', 'smile', 'smirk', 'bigSmile']),
    beard: sex === 'm' && chance() < 0.4 ? one(beards) : '',
    body: one(['squared', 'rounded', 'rounded', 'squared', 'checkered']),
    clothing: one(clothes),
    background: one(backgrounds),
    ...shape,
    seed: `${sex}-${tone}-${number}`,
    withCard: number % 9 === 0 || number === 29,
  }
}

const looks = ['f', 'm'].flatMap((sex) => ['light', 'medium', 'dark'].map((tone) => [sex, tone]))
const portraits = [
  ...firstPage,
  ...looks.flatMap(([sex, tone], lookNumber) =>
    Array.from({ length: perLook }, (_, number) => drawn(sex, tone, number, lookNumber)),
  ),
]

/** The drawing alone, without its frame. The comic colours that personas draws with become quiet ones. */
function figure(portrait) {
  const svg = createAvatar(personas, {
    seed: portrait.seed,
    hair: [portrait.hair],
    hairColor: [portrait.hairColor],
    skinColor: [portrait.skin],
    eyes: [portrait.eyes],
    mouth: [portrait.mouth],
    nose: [portrait.eyes === 'glasses' ? 'smallRound' : 'mediumRound'],
    body: [portrait.body],
    clothingColor: [portrait.clothing],
    facialHair: [portrait.beard || 'shadow'],
    facialHairProbability: portrait.beard ? 100 : 0,
  }).toString()
  const inside = svg.replace(/^.*?<\/metadata>/s, '').replace(/<\/svg>$/, '')
  return inside
    .replaceAll(/#1B0640/gi, '#2a1d1a')
    .replaceAll(/#F55D81/gi, '#6d525c')
    .replaceAll(/#F57B98/gi, '#b8656b')
    .replaceAll(/#DC5C7A/gi, '#a4525a')
    // librsvg paints "overlay" as plain white, which would wash the faces out.
    .replaceAll('opacity=".36"', 'opacity=".13"')
    .replaceAll('opacity=".26"', 'opacity=".09"')
    .replaceAll('opacity=".8"', 'opacity=".96"')
}

function backdrop(color, width, height) {
  return `<defs><radialGradient id="light" cx="0.5" cy="0.35" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.22"/><stop offset="1" stop-color="#000" stop-opacity="0.04"/></radialGradient></defs><rect width="${width}" height="${height}" fill="#${color}"/><rect width="${width}" height="${height}" fill="url(#light)"/>`
}

/** Head and shoulders: as high as the frame, in its middle. Draws in the drawing's own units, 60 to the height. */
function placed(portrait, width, height, scale = 1) {
  const units = (height / 60) * scale
  const left = width / 2 - 32 * units
  const top = height - 64 * units
  return `<g transform="translate(${left} ${top}) scale(${units})" fill="none">${figure(portrait)}</g>`
}

const frame = (width, height, content, scale = 1) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${content}</svg>`

function portraitSvg(portrait) {
  const { width, height, background } = portrait
  // A narrow frame would cut the ears off, so the figure gets smaller with it.
  const scale = Math.min(1, (width / height) * 1.34)
  return frame(width, height, backdrop(background, width, height) + placed(portrait, width, height, scale))
}

const rooms = [
  { wall: 'cfc8bd', extra: '<rect x="14" y="28" width="70" height="104" fill="#8d7a63"/><rect x="19" y="33" width="60" height="94" fill="#b9cfdc"/><path d="M49 33v94M19 80h60" stroke="#8d7a63" stroke-width="4"/><rect x="180" y="90" width="60" height="230" fill="#8f7f6c"/><path d="M180 160h60M180 230h60" stroke="#7b6c5b" stroke-width="3"/>' },
  { wall: 'b9c0b4', extra: '<rect x="150" y="30" width="70" height="52" fill="#efece4" stroke="#77705f" stroke-width="4"/><path d="M158 74l18-24 14 16 10-10 14 18z" fill="#8ca39a"/><rect x="0" y="225" width="240" height="95" fill="#7d6a5c"/><rect x="0" y="212" width="240" height="20" rx="8" fill="#927d6c"/>' },
  { wall: 'd9d2c3', extra: '<rect x="0" y="20" width="74" height="300" fill="#a38a6c"/><rect x="8" y="30" width="58" height="140" fill="#b69c7d"/><circle cx="64" cy="190" r="4" fill="#5c4c3a"/><path d="M205 60v120M190 60h30l8 34h-46z" stroke="#6d6255" stroke-width="4" fill="#efe2b8"/>' },
]

/** The upload before it was cropped: the same person further off, in a room. */
function originalSvg(portrait, number) {
  const room = rooms[number % rooms.length]
  return frame(240, 320, backdrop(room.wall, 240, 320) + room.extra + placed(portrait, 240, 320, 0.66), 0.75)
}

const bars = (rows, color) =>
  rows.map(([x, y, width]) => `<rect x="${x}" y="${y}" width="${width}" height="5" rx="1" fill="${color}"/>`).join('')

const silhouette =
  '<rect width="112" height="144" fill="#b9c6d6"/><circle cx="56" cy="62" r="30" fill="#8797aa"/><path d="M6 144c4-32 24-44 50-44s46 12 50 44z" fill="#8797aa"/>'

function cardSvg(portrait) {
  const face = portrait
    ? `${backdrop('b9c6d6', 112, 144)}${placed(portrait, 112, 144)}`
    : silhouette
  const text = (x, y, words, extra) =>
    `<text x="${x}" y="${y}" font-family="Liberation Sans, DejaVu Sans, sans-serif" ${extra}>${words}</text>`
  return frame(
    320,
    202,
    `<rect width="320" height="202" fill="#dfe5ea"/><path d="M0 160c60-40 130 10 200-20s90-10 120-20v82H0z" fill="#cdd8e0"/><rect width="320" height="30" fill="#5a6f89"/>${text(16, 20, 'IDENTITY CARD', 'font-size="12" font-weight="bold" fill="#fff" letter-spacing="1"')}${text(246, 20, 'SPECIMEN', 'font-size="10" fill="#e6ecf2" letter-spacing="0.5"')}<clipPath id="face"><rect width="112" height="144"/></clipPath><g transform="translate(16 44)"><g clip-path="url(#face)">${face}</g></g>${text(148, 58, 'SURNAME', 'font-size="7" fill="#66727e"')}${bars([[148, 64, 84], [148, 88, 62], [148, 116, 120], [148, 130, 140], [148, 144, 96]], '#6d7a88')}${text(148, 82, 'GIVEN NAME', 'font-size="7" fill="#66727e"')}${text(148, 180, 'D 0000 0000 00', 'font-size="11" letter-spacing="1" fill="#3b4652"')}${text(64, 150, 'SPECIMEN', 'font-size="44" font-weight="bold" fill="#5a6f89" opacity="0.13" transform="rotate(-16 160 120)"')}`,
  )
}

function letterSvg(number) {
  const lines = Array.from({ length: 15 }, (_, row) => [34, 92 + row * 13 + Math.floor(row / 5) * 12, row % 5 === 4 ? 90 : 152 + ((row * 37) % 20)])
  const color = ['#4f6680', '#6b4a52'][number]
  return frame(
    240,
    340,
    `<rect width="240" height="340" fill="#fbfaf7"/><rect x="34" y="30" width="20" height="20" fill="${color}"/>${bars([[60, 34, 74], [60, 44, 48]], color)}<rect x="34" y="70" width="96" height="7" fill="${color}"/>${bars(lines, '#b3b3b5')}${bars([[34, 336 - 20, 60]], '#8a8a8d')}`,
  )
}

async function save(name, svg, quality = 84) {
  const image = sharp(Buffer.from(svg), { density: 72 })
  const bytes = name.endsWith('.png')
    ? await image.png({ palette: true, colours: 64, effort: 8 }).toBuffer()
    : await image.jpeg({ quality, mozjpeg: true }).toBuffer()
  await writeFile(join(folder, name), bytes)
  return bytes.length
}

const list = []
let total = 0
for (const [index, portrait] of portraits.entries()) {
  const key = `p${String(index + 1).padStart(3, '0')}`
  const name = `${key}.${portrait.format}`
  total += await save(name, portraitSvg(portrait), 84)
  total += await save(`${key}-original.jpg`, originalSvg(portrait, index), 70)
  if (portrait.withCard) total += await save(`${key}-card.jpg`, cardSvg(portrait), 76)
  list.push({ name, width: portrait.width, height: portrait.height, look: portrait.look, withCard: portrait.withCard })
}
total += await save('card.jpg', cardSvg(undefined), 84)
for (const number of [0, 1]) total += await save(`letter-${number + 1}.jpg`, letterSvg(number), 84)

await writeFile(join(folder, 'portraits.json'), `[\n${list.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)
console.log(`${list.length} portraits, ${total} bytes in all`)

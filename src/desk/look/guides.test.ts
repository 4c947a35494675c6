import { expect, it } from 'vitest'
import { readClassifications } from '../../cloudcard/classification'
import { readOrganization } from '../../cloudcard/organization'
import { guidesOf } from './guides'

const office = readOrganization({ id: 1, idealHeadTop: 0.1, photoDimensions: { width: 300, height: 400 } })
const picture = { urls: [], width: 300, height: 400 }
const places = (sent: Record<string, unknown>) =>
  readClassifications(
    Object.entries(sent).map(([requirementName, score]) => ({ requirementName, score })),
    null,
  )
const guides = (sent: Record<string, unknown>, of = picture, organization = office) =>
  guidesOf(places(sent), organization, of)

const head = { 'Head top': 18, 'Head height': 61, 'Head left': 19, 'Head width': 54 }

it('the box of the head, the brow and the sentence are made of the numbers that CloudCard sent', () => {
  const { box, lines, words } = guides({ ...head, 'Brow height': 39 })
  expect(box).toEqual({ name: 'Head', top: 18, bottom: 79, left: 19, right: 73 })
  expect(lines).toEqual([{ y: 39, name: 'Brow' }])
  expect(words).toBe(
    'Head 61% of the height, 8% below the ideal top, 4% left of the middle. Brow 39% from the top.',
  )
})

it.each([
  ['in one word', { headTop: 18, headHeight: 61, headLeft: 19, headWidth: 54 }],
  ['in capitals', { HEAD_TOP: 18, HEAD_HEIGHT: 61, HEAD_LEFT: 19, HEAD_WIDTH: 54 }],
  [
    'the other way round',
    { 'Top of the head': 18, 'head-height': 61, 'Left of head': 19, 'Width of head': 54 },
  ],
  ['by its ends', { 'Head top': 18, 'Head bottom': 79, 'Head left': 19, 'Head right': 73 }],
  ['by its far ends', { 'Head height': 61, 'Head bottom': 79, 'Head width': 54, 'Head right': 73 }],
])('a head that is told %s is the same head', (_how, sent) => {
  expect(guides(sent).box).toEqual(guides(head).box)
})

it('what a box cannot be made of is a line', () => {
  const { box, lines, words } = guides({ 'Head top': 10, 'Head height': 60 })
  expect(box).toBeNull()
  expect(lines).toEqual([
    { y: 10, name: 'Head top' },
    { y: 70, name: 'Head' },
  ])
  expect(words).toBe('Head 60% of the height, at the ideal top.')
  expect(guides({ 'Head top': 3 }).words).toBe('Head 7% above the ideal top.')
})

it.each([
  ['contradict each other', { 'Head top': 70, 'Head bottom': 20 }],
  ['are no places', { 'Head top': 180, 'Head height': -3 }],
])('numbers that %s make no box', (_what, sent) => {
  expect(guides(sent).box).toBeNull()
})

it('where only the face is told, the box is of the face', () => {
  const face = { 'Face top': 20, 'Face height': 50, 'Face left': 30, 'Face width': 40 }
  expect(guides(face).box?.name).toBe('Face')
  expect(guides(face).words).toBe('Face 50% of the height, 10% below the ideal top, in the middle.')
  expect(guides({ ...face, ...head }).box?.name).toBe('Head')
})

it('a label that is no place draws nothing, and what is lacking is said', () => {
  const { box, lines, wishes, words } = guides({ Glare: 0.9, 'Head covered': 0.2, 'Face visibility': 0.99 })
  expect({ box, lines }).toEqual({ box: null, lines: [] })
  expect(wishes).toEqual([
    { x: 50, name: '' },
    { y: 10, name: 'Ideal top' },
  ])
  expect(words).toBe('CloudCard sent no numbers of the head: the middle and the ideal top are shown.')
  expect(guides({}, picture, null).words).toBe(
    'CloudCard sent no numbers of the head: the middle alone is shown.',
  )
})

it.each([
  [400, 400, 'wider', [{ x: 12.5 }, { x: 87.5 }]],
  [300, 600, 'taller', [{ y: 16.67 }, { y: 83.33 }]],
])('the shape of the office lies over a photo of %i × %i, which is %s', (width, height, word, edges) => {
  const { wishes, words } = guides({}, { urls: [], width, height })
  const drawn = wishes.slice(1, 3)
  expect(drawn.map((line) => Object.values(line)[0])).toEqual(
    edges.map((edge) => expect.closeTo(Object.values(edge)[0] ?? 0, 1)),
  )
  expect(words).toContain(`The photo is ${word} than the office's shape.`)
})

it('a photo a pixel too tall has the shape of the office', () => {
  expect(guides({}, { urls: [], width: 300, height: 401 }).wishes).toHaveLength(2)
  expect(guides({}, { urls: [], width: null, height: null } as never).wishes).toHaveLength(2)
})

import sharp from 'sharp'
import { expect, test } from 'vitest'
import vendorPhotos from './data/vendor-photos.json' with { type: 'json' }
import { ask, askSignedIn } from './ask'
import list from './portraits/portraits.json' with { type: 'json' }
import { createSandbox } from './sandbox'

const sandbox = createSandbox()

async function json(path: string): Promise<Record<string, unknown>> {
  const response = await askSignedIn(sandbox, path)
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

const withoutAddresses = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"https?:[^"]+"/g, '"address"'))

test('the two published photos are the oldest pending ones, letter for letter but for the addresses', async () => {
  const response = await askSignedIn(sandbox, '/photo?status=PENDING&offset=410')
  const text = await response.text()
  const rows: unknown = JSON.parse(text)
  expect(withoutAddresses(rows)).toEqual(withoutAddresses(vendorPhotos))
  expect(Object.keys((rows as object[])[0] ?? {})).toEqual(Object.keys(vendorPhotos[0] ?? {}))
  expect(text).not.toContain('amazonaws')
})

test('the images of the published photos are there', async () => {
  for (const { id, width, height } of vendorPhotos) {
    const photo = await json(`/photo/${id}`)
    const image = await ask(sandbox, (photo.links as { bytes: string }).bytes)
    expect(await sharp(Buffer.from(await image.arrayBuffer())).metadata()).toMatchObject({ width, height })
    const addresses = JSON.stringify(photo).match(/http:[^"]+/g) ?? []
    expect(addresses).toHaveLength(4)
    for (const address of addresses) expect((await ask(sandbox, address)).status).toBe(200)
  }
})

test.each([1_423_442, 1_415_398, 9_599_967])(
  'photo %i has its classifications, names and organization',
  async (id) => {
    const photo = await json(`/photo/${id}`)
    const classifications = photo.classifications as { requirementName?: string; score?: number | null }[]
    expect(classifications.length).toBeGreaterThanOrEqual(20)
    const scoreOf = (name: string) => classifications.find((each) => each.requirementName === name)?.score
    expect(scoreOf('HelperBot')).toBe(photo.lowestClassification)
    // Low is good of the one label, high of the other.
    expect(scoreOf('Face visibility')).toBeGreaterThan(0.9)
    expect(scoreOf('Glare')).toBeLessThan(0.5)
    expect(scoreOf('Head top')).toBeGreaterThanOrEqual(1)
    expect(classifications.some(({ score }) => score === undefined)).toBe(true)
    expect(photo).toMatchObject({
      id,
      person: {
        customFields: { 'Card Type': 'Student' },
        organization: { goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4, personIdentifierLabel: 'ID number' },
      },
    })
  },
)

test('Get a Photo differs from the row in the list by the documented three things only', async () => {
  const response = await askSignedIn(sandbox, '/photo?status=PENDING')
  for (const row of (await response.json()) as { id: number; person: object }[]) {
    const photo = await json(`/photo/${row.id}`)
    const { organization: _, ...person } = photo.person as Record<string, unknown>
    const placeholder = { message: 'deliberately not rendered' }
    expect({ ...photo, classifications: [], person: { ...person, customFields: placeholder } }).toEqual(row)
  }
})

test.each(['/photo/1', '/photo/x', '/photo/1.5', '/organization/1', '/person/nobody?findBy=email'])(
  '%s is 404 with a reason',
  async (path) => {
    const response = await askSignedIn(sandbox, path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: 'Not Found', message: expect.any(String) })
  },
)

test('the organization names the reasons for a denial', async () => {
  const { person } = await json('/photo/9599967')
  const { organization } = person as { organization: { id: number } }
  const answer = await json(`/organization/${organization.id}`)
  expect(answer).toEqual(organization)
  expect(JSON.stringify(answer.photoRequirements)).toContain('Hats & Glasses = No')
})

test('a person is found by exact ID number or e-mail, leading zeros and all', async () => {
  const lena = await json('/person/00451872?findBy=identifier')
  expect(lena).toMatchObject({
    email: 'lena.hoffmann@lakemont.example',
    customFields: { 'Full Name': 'Lena Hoffmann' },
    currentPhoto: { id: 9_599_967, status: 'PENDING' },
  })
  expect(await json(`/person/${encodeURIComponent('lena.hoffmann@lakemont.example')}?findBy=email`)).toEqual(
    lena,
  )
  expect((await askSignedIn(sandbox, '/person/451872?findBy=identifier')).status).toBe(404)
  expect((await askSignedIn(sandbox, '/person/00451872?findBy=email')).status).toBe(404)
  expect((await askSignedIn(sandbox, '/person/00451872')).status).toBe(400)
})

test('a person with several photos is found with the newest', async () => {
  const pending = await json('/person/00451690?findBy=identifier')
  const photos = sandbox.db.photos.filter((photo) => photo.personKey + 57_000_000 === pending.id)
  expect(photos.map((photo) => photo.status)).toEqual(['PENDING', 'DONE'])
  expect(pending.currentPhoto).toMatchObject({ id: photos[0]?.id })
})

test('people have leading zeros, letters and blanks in their numbers, and names from many scripts', async () => {
  const people = await Promise.all(
    sandbox.db.photos.slice(0, 600).map(({ id }) => askSignedIn(sandbox, `/photo/${id}`)),
  )
  const text = (await Promise.all(people.map((response) => response.text()))).join('\n')
  for (const script of [
    /\p{Script=Arabic}/u,
    /\p{Script=Hebrew}/u,
    /\p{Script=Han}/u,
    /\p{Script=Cyrillic}/u,
  ]) {
    expect(text).toMatch(script)
  }
  expect(text).toMatch(/"identifier":"0\d+"/)
  expect(text).toMatch(/"identifier":"L\d+"/)
  expect(text).toMatch(/"identifier":(""|null)/)
  expect(text).toMatch(/"First Name":/)
})

test('every picture has the size that portraits.json says, and there are at least 200', async () => {
  expect(list.length).toBeGreaterThanOrEqual(200)
  for (const { name, width, height } of list) {
    const image = await ask(sandbox, `/sandbox-photos/${name.slice(0, -4)}/key.${name.slice(-3)}`)
    const png = name.endsWith('.png')
    expect(image.headers.get('Content-Type')).toBe(png ? 'image/png' : 'image/jpeg')
    expect(image.headers.get('Cache-Control')).toBe('no-store')
    const bytes = Buffer.from(await image.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: png ? 'png' : 'jpeg', width, height })
  }
})

test('images need no token, and only the files of the list are served', async () => {
  for (const path of [
    '/sandbox-photos/p999/x.jpg',
    '/sandbox-photos/make-portraits/x.mjs',
    '/sandbox-photos/x',
  ]) {
    expect((await ask(sandbox, path)).status).toBe(404)
  }
  expect((await ask(sandbox, '/sandbox-photos/..%2Fportraits%2Fp001/x.jpg')).status).toBe(404)
  expect((await ask(sandbox, '/sandbox-photos/p001/x.jpg')).status).toBe(200)
})

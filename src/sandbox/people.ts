import vendorPhotos from './data/vendor-photos.json' with { type: 'json' }
import { firstPage } from './data/first-page'
import { knownPeople } from './data/known-people'
import { cardTypes, departments, nameGroups } from './data/names'
import type { JsonObject } from './data/json'
import { knownPendingPlace } from './photo-record'
import { between, chanceFor, pick, type Chance } from './random'

type Person = {
  id: number
  email: string
  identifier: string | null
  version: number
  /** The key of the look that a portrait must have: sex and tone as in portraits.json. */
  look: string
  customFields: JsonObject
}

function latin(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('þ', 'th')
    .replaceAll('ð', 'd')
    .replaceAll('ı', 'i')
    .replaceAll('æ', 'ae')
    .replaceAll(' ', '.')
    .replaceAll(/[^a-z0-9.-]/g, '')
}

type Spelled = { native: string; mail: string }

function spelled(names: readonly string[]): Spelled[] {
  return names.map((name) => {
    const [native = name, mail] = name.split('|')
    return { native, mail: mail ?? latin(native) }
  })
}

const groups = nameGroups.map(({ tones, weight, f, m, families }) => ({
  tones,
  weight,
  f: spelled(f),
  m: spelled(m),
  families: spelled(families),
}))
const departmentAnswers = [null, 'No Response', ...departments]
const groupsByWeight = groups.flatMap((group) => Array.from({ length: group.weight }, () => group))

/** One to one within seven digits, so that no two people share a number; leading zeros are the rule. */
function identifierFor(key: number, chance: Chance): string | null {
  const digits = String((key * 3_141_593) % 10_000_000).padStart(7, '0')
  const style = chance()
  if (style < 0.76) return `0${digits}`
  if (style < 0.86) return `L${digits}`
  if (style < 0.92) return `00${digits}`
  if (style < 0.96) return `S-${digits.slice(0, 4)}-${digits.slice(4)}`
  if (style < 0.99) return `${digits}x`
  return style < 0.995 ? '' : null
}

function emailFor(given: string, family: string, chance: Chance): string {
  const number = between(chance, 2, 9999)
  const style = chance()
  const host =
    chance() < 0.93 ? 'lakemont.example' : pick(chance, ['students.lakemont.example', 'hospital.example'])
  if (style < 0.45) return `${given}.${family}${number}@${host}`
  if (style < 0.8) return `${given.slice(0, 1)}.${family}${number}@${host}`
  return `${given.slice(0, 1)}${family.slice(0, 1)}${between(chance, 100_000, 999_999)}@${host}`
}

function namesFor(given: string, family: string, isSingle: boolean, chance: Chance): JsonObject {
  const style = chance()
  const cardType = pick(chance, cardTypes)
  const preferred = pick(chance, [null, '', 'No Response', null, given])
  const rest = { 'Card Type': cardType, Department: pick(chance, departmentAnswers) }
  if (style < 0.02) return { 'Full Name': pick(chance, [null, '', 'No Response']), ...rest }
  if (isSingle) return { 'Full Name': given, 'Preferred Name': preferred, ...rest }
  if (style < 0.7) return { 'Full Name': `${given} ${family}`, 'Preferred Name': preferred, ...rest }
  return { 'First Name': given, 'Last Name': family, 'Preferred Name': preferred, ...rest }
}

function generated(key: number): Person {
  const chance = chanceFor(key * 7 + 1)
  const group = pick(chance, groupsByWeight)
  const sex = chance() < 0.5 ? 'f' : 'm'
  const given = pick(chance, group[sex])
  const family = pick(chance, group.families)
  const isSingle = chance() < 0.015
  return {
    id: 57_000_000 + key,
    email: emailFor(given.mail, family.mail, chance),
    identifier: identifierFor(key, chance),
    version: between(chance, 1, 60),
    look: `${sex}-${pick(chance, group.tones)}`,
    customFields: namesFor(given.native, family.native, isSingle, chance),
  }
}

function ofFirstPage(key: number, place: number): Person | undefined {
  const entry = firstPage[place - 1]
  if (!entry) return undefined
  return {
    ...generated(key),
    email: `${entry.email}@lakemont.example`,
    identifier: entry.identifier,
    customFields: {
      'Full Name': entry.name,
      'Preferred Name': null,
      'Card Type': 'Student',
      Department: 'No Response',
    },
  }
}

function published(key: number): Person | undefined {
  const person = vendorPhotos.find((photo) => photo.id === key)?.person
  if (!person) return undefined
  const { id, email, identifier, version } = person
  const customFields = {
    'First Name': 'Test',
    'Last Name': 'User',
    'Preferred Name': '',
    'Card Type': 'Student',
  }
  return { id, email, identifier, version, look: 'f-medium', customFields }
}

function made(key: number): Person {
  const place = knownPendingPlace(key)
  if (place === undefined) return published(key) ?? generated(key)
  return ofFirstPage(key, place) ?? { ...generated(key), ...knownPeople[place] }
}

let last: { key: number; person: Person } | undefined

/** In: the id of the photo that the person was made with. Out: always the same person. */
export function personFor(key: number): Person {
  // A row asks several times for its person, and for no other in between.
  if (last?.key !== key) last = { key, person: made(key) }
  return last.person
}

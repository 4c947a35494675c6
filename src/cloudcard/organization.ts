import { fieldsOf, itemsOf, scoreOf, textOf, wholeNumberOf } from './lenient'

/** What we use of an organization: thresholds are 0..1, the names of the requirements are the reasons for denying. */
export type Organization = {
  id: number | null
  name: string
  goodPhotoThreshold: number | null
  badPhotoThreshold: number | null
  photoRequirements: readonly { id: number | null; name: string }[]
  /** What this office calls the ID number, null when it has no word of its own. */
  identifierLabel: string | null
}

/** `person.organization` of Get a Photo (documented), null when it was not sent. Never throws. */
export function readOrganization(value: unknown): Organization | null {
  const fields = fieldsOf(value)
  const organization: Organization = {
    id: wholeNumberOf(fields.id),
    name: textOf(fields.name),
    goodPhotoThreshold: scoreOf(fields.goodPhotoThreshold),
    badPhotoThreshold: scoreOf(fields.badPhotoThreshold),
    photoRequirements: itemsOf(fields.photoRequirements)
      .map(({ item }) => ({ id: wholeNumberOf(fieldsOf(item).id), name: textOf(fieldsOf(item).name) }))
      .filter(({ name }) => name !== ''),
    identifierLabel: textOf(fields.personIdentifierLabel) || null,
  }
  return isEmpty(organization) ? null : organization
}

function isEmpty({ id, name, goodPhotoThreshold, photoRequirements }: Organization): boolean {
  return id === null && name === '' && goodPhotoThreshold === null && photoRequirements.length === 0
}

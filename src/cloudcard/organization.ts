import { fieldsOf, itemsOf, pixelsOf, scoreOf, textOf, wholeNumberOf } from './lenient'

/** What we use of an organization: thresholds are 0..1, the names of the requirements are the reasons for denying. */
export type Organization = NonNullable<ReturnType<typeof readOrganization>>

/** `person.organization` of Get a Photo (documented), null when it was not sent. Never throws. */
export function readOrganization(value: unknown) {
  const fields = fieldsOf(value)
  const width = pixelsOf(fieldsOf(fields.photoDimensions).width)
  const height = pixelsOf(fieldsOf(fields.photoDimensions).height)
  const organization = {
    id: wholeNumberOf(fields.id),
    name: textOf(fields.name),
    goodPhotoThreshold: scoreOf(fields.goodPhotoThreshold),
    badPhotoThreshold: scoreOf(fields.badPhotoThreshold),
    photoRequirements: itemsOf(fields.photoRequirements)
      .map(({ item }) => ({ id: wholeNumberOf(fieldsOf(item).id), name: textOf(fieldsOf(item).name) }))
      .filter(({ name }) => name !== ''),
    /** What this office calls the ID number, null when it has no word of its own. */
    identifierLabel: textOf(fields.personIdentifierLabel) || null,
    /** Where the top of the head should be, 0..1 of the height from the top. */
    idealHeadTop: scoreOf(fields.idealHeadTop),
    /** The width that a photo should have for its height. */
    ratio: width !== null && height !== null ? width / height : null,
  }
  const { id, name, goodPhotoThreshold, photoRequirements } = organization
  const isEmpty = id === null && name === '' && goodPhotoThreshold === null && photoRequirements.length === 0
  return isEmpty ? null : organization
}

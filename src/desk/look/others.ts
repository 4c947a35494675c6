import type { Photo, Picture, SupportingDocument } from '../../cloudcard/photo'

/** What a photo can be compared with. */
type Other = {
  name: string
  picture: Picture
  dateCreated: number | null
  document: SupportingDocument | null
}

/** All that a photo can be compared with, what shows whose face it should be first; `before`: as it was before a repair. */
export function othersOf({ original, documents, previouslyApproved }: Photo, before: Photo | null): Other[] {
  return [
    ...documents.map((document) => ({ ...document, name: document.name || 'Unnamed document', document })),
    ...(before ? [{ ...before, name: 'Before', document: null }] : []),
    ...(original ? [{ name: 'Original', ...original, document: null }] : []),
    ...(previouslyApproved ? [{ name: 'Approved before', ...previouslyApproved, document: null }] : []),
  ]
}

/** Where in `others` that is which was chosen last, maybe of another photo: the first one where it has none of that name. */
export function placeOf(others: readonly Other[], chosen: { name: string; place: number } | null): number {
  if (chosen === null || others[chosen.place]?.name === chosen.name) return chosen?.place ?? 0
  const place = others.findIndex(({ name }) => name === chosen.name)
  return Math.max(0, place)
}

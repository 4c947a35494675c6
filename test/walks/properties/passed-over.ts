import type { Seen } from '../look'
import type { Office } from '../office'
import type { Property } from './property'

/** No photo that waits throughout is passed over from page to page, or from photo to photo. */
export const passedOver: Property = {
  name: 'no photo is passed over, on the way forward and back',
  complaint({ step, before, after, office, wasDone }) {
    if (!wasDone || !isPlain(before) || !isPlain(after)) return null
    if (/missing|may be|changed/i.test(after.statuses.join(' ') + after.alerts.join(' '))) return null
    if (after.list?.isBusy || !/^[\d,]+/.test(after.place) || before.heading !== after.heading) return null
    if (step.kind === 'page' && /Next|Previous/.test(step.what)) {
      const [first, last] = step.what === 'Next page' ? [before, after] : [after, before]
      if (pageOf(last) !== pageOf(first) + 1) return null
      return between(office, lastPhoto(first), firstPhoto(last), step.what)
    }
    if (
      (step.kind === 'letter' || step.kind === 'judge') &&
      (step.what === 'J' || step.what === 'K') &&
      before.open &&
      after.open
    ) {
      if (before.open.photo === after.open.photo) return null
      const [first, last] = step.what === 'J' ? [before, after] : [after, before]
      return between(office, first.open?.photo ?? null, last.open?.photo ?? null, step.what)
    }
    return null
  },
}

/** The pending photos as CloudCard lists them. */
const isPlain = ({ address, heading, searchText, open, list }: Seen) =>
  heading === 'Pending' &&
  searchText === '' &&
  /^\/photos(\?|$)/.test(address) &&
  !/[?&](?!status|page|max|photo|view)\w+=/.test(address) &&
  !/max=all/.test(address) &&
  (open !== null || (list !== null && list.rows.length > 0))

const pageOf = ({ address }: Seen) => Number(new URLSearchParams(address.split('?')[1]).get('page') ?? 1)
const lastPhoto = ({ list }: Seen) => list?.rows.findLast(({ photo }) => photo !== null)?.photo ?? null
const firstPhoto = ({ list }: Seen) => list?.rows.find(({ photo }) => photo !== null)?.photo ?? null

function between(office: Office, upper: number | null, lower: number | null, what: string): string | null {
  if (upper === null || lower === null || upper <= lower) return null
  // What CloudCard has made has a new number, and stands in the place of the old one.
  if ([upper, lower].some((photo) => office.madeOf(photo).length > 0)) return null
  const missed = office.waitedThroughout(upper, lower)
  return missed === undefined
    ? null
    : `${what} passed over photo ${missed}: it is between ${upper} and ${lower}.`
}

import { address } from '../../base/address'
import type { Names } from '../../cloudcard/cardholder-names'
import { followPhotoIds } from '../../cloudcard/known-photos'
import { isByName } from '../../fields/fields'
import { isAnyPhotoOpen } from '../shown-search'
import type { Question } from '../whole/find-photos'
import { namesReading } from '../whole/names-reading'
import type { WholeState } from '../whole/whole-status'
import type { Making } from './making'

/**
 * By which names a list is sorted. Those that come while a photo is open, or while names are loaded, wait until that is over:
 * nothing moves under a person's hand, and the next photo is the one that followed when this one was opened.
 */
export function createSortNames({ tell, atEnd }: Making) {
  let names: Names | undefined
  let known: Names | undefined
  let taken: readonly unknown[] = []
  let wasReading = namesReading.get().isReading
  let readings = 0
  atEnd(namesReading.subscribe(tell))
  atEnd(address.subscribe(() => names !== known && tell()))
  atEnd(
    followPhotoIds((from, to) => {
      const name = names?.get(from)
      if (name === undefined) return
      names = new Map([...(names ?? []), [to, name]])
      tell()
    }),
  )

  return (now: Names | undefined, question: Question, index: WholeState['index']): Names | undefined => {
    const { text, filters, sort } = question
    const { isReading } = namesReading.get()
    if (wasReading && !isReading) readings++
    wasReading = isReading
    if (!isByName(sort)) return undefined
    known = now
    const asked = [text, filters, sort, index, readings]
    // What is asked anew has an order of its own, and so has what names were loaded for.
    const isAnew = asked.some((each, place) => each !== taken[place])
    if (isAnew || !(isReading || isAnyPhotoOpen())) {
      names = now
      taken = asked
    }
    return names
  }
}

import { callCloudCard } from './call-cloudcard'
import { fieldsOf } from './lenient'
import { photoIdFrom } from './photo-id'

/** What CloudCard can be asked to do with a photo; it says itself how far it turns and where it cuts. */
export type Process = 'rotate' | 'crop' | 'removeBackground'

/**
 * Process a Photo (documented): CloudCard makes a new photo of it, with a new id, and discards the old one. Gives the id that the
 * answer names, which may be the one that was asked for; null where it names none. How long the answer takes, and whether it comes
 * before the new photo is ready, is not published. Rejects as `request` does; never tried again by itself, since each
 * call that arrives makes one more photo.
 */
export async function processPhoto(id: number, process: Process): Promise<number | null> {
  // Nothing else is told of the answer; whatever it holds, the photo itself is read.
  return photoIdFrom(fieldsOf(await callCloudCard('process', { id }, { body: { process } })).id)
}

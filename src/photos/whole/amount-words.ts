import { numberWords } from '../../base/words'

/** Above so many it is asked first: that is much to read, and to keep. */
export const askAbove = 20_000

/** A row of a list as CloudCard sends it, in bytes (seen in the vendor's example). */
const rowBytes = 2_370

/** What reading so many means: "61,240 photos, about 145 MB". */
export const amountWords = (photos: number): string =>
  `${numberWords(photos)} photos, about ${numberWords(Math.round((photos * rowBytes) / 1_000_000))} MB`

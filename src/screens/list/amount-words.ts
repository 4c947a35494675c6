/** A row of a list as CloudCard sends it, in bytes (seen in the vendor's example). */
const rowBytes = 2_370

/** What reading so many means: "61,240 photos, about 145 MB". */
export function amountWords(photos: number): string {
  const megabytes = Math.round((photos * rowBytes) / 1_000_000)
  return `${photos.toLocaleString('en')} photos, about ${megabytes.toLocaleString('en')} MB`
}

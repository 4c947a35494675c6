/** Where bytes are gone, as on a bucket whose photo was deleted or whose rights were taken away. */
export const deadFolders = { missing: 404, forbidden: 403 } as const

const side = '-side'

/** The same file as a phone that was held sideways sends it. */
export const sideName = (file: string): string => file.replace(/(?=\.jpg$)/, side)

/** In: a folder of an address. Out: the file that is meant, and whether it lies on its side. */
export const fileOf = (folder: string): { key: string; isOnSide: boolean } => ({
  key: folder.endsWith(side) ? folder.slice(0, -side.length) : folder,
  isOnSide: folder.endsWith(side),
})

/**
 * In: the origin the request came to, a file of the folder portraits (or a dead folder) and the photo's public key.
 * Out: an address of its own for every photo, as on the vendor's bucket, though many share a file.
 */
export function photoAddress(origin: string, file: string, publicKey: string): string {
  const dot = file.lastIndexOf('.')
  const [folder, ending] = dot < 0 ? [file, '.jpg'] : [file.slice(0, dot), file.slice(dot)]
  return `${origin}/sandbox-photos/${folder}/${publicKey}${ending}`
}

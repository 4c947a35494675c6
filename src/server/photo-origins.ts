import { isThisComputer } from './loopback'

const defaultOrigins = [
  'https://s3.amazonaws.com',
  'https://s3-ca-central-1.amazonaws.com',
  'https://s3.ca-central-1.amazonaws.com',
  'https://s3-us-east-2.amazonaws.com',
  'https://s3.us-east-2.amazonaws.com',
].join(' ')

// Nothing in it can end a directive of the policy header or begin another one. Addresses in brackets
// (IPv6) are not part of that header's grammar, and wildcards would let more in than an operator sees.
const originPattern = /^https?:\/\/[a-z0-9._-]+(:\d+)?(\/[a-z0-9._~%/-]*)?$/i

/**
 * PHOTO_ORIGINS, separated by spaces, as sources of the policy header: `https://host` or `https://host/folder/`.
 * A path gets a slash at its end, for without it the header would allow that one address only.
 */
export function parsePhotoOrigins(text: string | undefined): string[] {
  const words = (text?.trim() || defaultOrigins).split(/\s+/)
  return words.map((word) => {
    if (!originPattern.test(word) || !URL.canParse(word))
      throw new Error(
        `PHOTO_ORIGINS must hold addresses such as https://s3.amazonaws.com or https://photos.example.edu/cards, separated by spaces; "${word}" is not one.`,
      )
    const url = new URL(word)
    if (url.protocol === 'http:' && !isThisComputer(url))
      throw new Error(
        `PHOTO_ORIGINS must begin with https: faces would cross the network for all to see; "${word}" does not.`,
      )
    const { origin, pathname } = url
    return pathname === '/' ? origin : `${origin}${pathname.replace(/\/*$/, '/')}`
  })
}

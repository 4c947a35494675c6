import { useStore } from '../base/store'
import type { Picture } from '../cloudcard/photo'
import { config } from '../base/config'
import { judgeAddress, type AddressVerdict } from './picture-address'
import { noteFailed, triedPictures, tryAgain, type PictureFault } from './picture-faults'

/** Why there is no picture: short enough for a row, and in a sentence. */
type Problem = { short: string; long: string }

/** Draws its caller again when a picture turns out to be dead, or is tried again; `firstAddress` says of which. */
export const useDeadPictures = (): unknown => useStore(triedPictures)

/** The first address of a picture that may be asked for and has not failed: links.bytes, else externalURL. */
export function usePicture(picture: Picture | null) {
  const verdicts = picture ? verdictsOf(picture) : []
  const allowed = allowedOf(verdicts)
  // A row is drawn for its own picture, and not for those of all others.
  useStore(triedPictures, () => triedWords(allowed))
  const tried = triedPictures.get()
  const src = firstOf(allowed)
  const last = allowed.at(-1) ?? ''
  return {
    /** The address to ask for; null when none is left, and then `problem` says why. */
    src,
    problem: src === null ? problemOf(verdicts, tried.get(last)?.fault ?? null) : null,
    /** Counts the tries: another key for the image makes the browser ask again. */
    attempt: src === null ? 0 : (tried.get(src)?.attempt ?? 0),
    onError: () => src !== null && noteFailed(src),
    /** Only where trying again can help. */
    retry: src === null && allowed.length > 0 ? () => tryAgain(allowed) : null,
  }
}

/** The same words as long as nothing new is known of these addresses. */
function triedWords(urls: readonly string[]): string {
  const tried = triedPictures.get()
  return urls.map((url) => `${tried.get(url)?.attempt} ${tried.get(url)?.fault}`).join()
}

/** The address that `usePicture` would ask for first; for loading ahead. */
export const firstAddress = (picture: Picture): string | null => firstOf(allowedOf(verdictsOf(picture)))

const firstOf = (urls: readonly string[]) => urls.find((url) => !triedPictures.get().get(url)?.fault) ?? null

const allowedOf = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap(({ kind, url }) => (kind === 'allowed' ? [url] : []))

const places = {
  ...config,
  ownFolder: config.sandbox === null ? null : `${window.location.origin}/sandbox-photos/`,
}

type Verdict = AddressVerdict & { url: string }

/** The list, the pane and what is loaded ahead ask for each picture many times. */
const judged = new WeakMap<Picture, readonly Verdict[]>()

function verdictsOf(picture: Picture): readonly Verdict[] {
  const known = judged.get(picture)
  if (known) return known
  const verdicts = picture.urls.map((address) => {
    const verdict = judgeAddress(address, places)
    const url = verdict.kind === 'allowed' ? new URL(verdict.source, window.location.origin).href : address
    return { url, ...verdict }
  })
  judged.set(picture, verdicts)
  return verdicts
}

/** @param fault of the last address that was tried */
function problemOf(verdicts: readonly AddressVerdict[], fault: PictureFault | null): Problem {
  if (verdicts.length === 0) return problems.missing
  if (fault !== null) return problems[fault]
  const blocked = verdicts.find((verdict) => verdict.kind === 'blocked')
  if (!blocked) return problems.unsafe
  return {
    short: `${blocked.host} is not allowed`,
    long: `Pictures from ${blocked.host} are not allowed here. Your IT department can allow it by adding the address to PHOTO_ORIGINS on the server.`,
  }
}

const problems: Record<PictureFault | 'missing' | 'unsafe', Problem> = {
  missing: { short: 'No picture', long: "CloudCard didn't send an address for this picture." },
  failed: {
    short: "Picture didn't load",
    long: "The picture didn't load. It may be gone, or the network may be down.",
  },
  late: {
    short: "Picture didn't come",
    long: "The picture didn't come in time. The network may be slow, or the server that has it may be busy.",
  },
  damaged: {
    short: 'Picture is damaged',
    long: 'Only part of the picture came, or none of it: the file is damaged or was cut off on its way.',
  },
  blank: { short: 'Picture is blank', long: 'The picture is all one color: there is nothing on it.' },
  redirected: {
    short: 'Picture was moved',
    long: 'The address of this picture leads on to another website that is not allowed here, so the picture was not loaded. Your IT department can allow that website by adding it to PHOTO_ORIGINS on the server.',
  },
  unsafe: {
    short: 'Unsafe picture address',
    long: "The address of this picture isn't safe, so it wasn't loaded.",
  },
}

import { createStore, useStore } from '../../components/store'
import type { Picture } from '../../api/photo'
import { config } from '../../config'
import { judgeAddress, type AddressVerdict } from './picture-address'

export type PictureProblem = { kind: 'missing' | 'dead' | 'unsafe' } | { kind: 'blocked'; host: string }

type PictureState = {
  /** The address to ask for; null when none is left, and then `problem` says why. */
  src: string | null
  problem: PictureProblem | null
  /** Counts the tries: another key for the image makes the browser ask again. */
  attempt: number
  onError: () => void
  /** Only where trying again can help. */
  retry: (() => void) | null
}

// Shared by the row, the pane and the photo page: an address that is dead in one place is so in all.
const deadAddresses = createStore<ReadonlyMap<string, { isDead: boolean; attempt: number }>>(new Map())

export function forgetPictures(): void {
  deadAddresses.set(new Map())
}

/** Draws its caller again when a picture turns out to be dead, or is tried again; `firstAddress` says of which. */
export const useDeadPictures = (): unknown => useStore(deadAddresses)

/** The first address of a picture that may be asked for and has not failed: links.bytes, else externalURL. */
export function usePicture(picture: Picture): PictureState {
  const dead = useStore(deadAddresses)
  const verdicts = verdictsOf(picture)
  const allowed = verdicts.filter(({ kind }) => kind === 'allowed').map(({ url }) => url)
  const src = allowed.find((url) => !dead.get(url)?.isDead) ?? null
  const attempt = src === null ? 0 : (dead.get(src)?.attempt ?? 0)

  function mark(urls: readonly string[], isDead: boolean) {
    const next = new Map(deadAddresses.get())
    for (const url of urls) {
      const tried = next.get(url)?.attempt ?? 0
      next.set(url, { isDead, attempt: isDead ? tried : tried + 1 })
    }
    deadAddresses.set(next)
  }

  return {
    src,
    attempt,
    problem: src === null ? problemOf(verdicts) : null,
    onError: () => src !== null && mark([src], true),
    retry: src === null && allowed.length > 0 ? () => mark(allowed, false) : null,
  }
}

/** The address that `usePicture` would ask for first; for loading ahead. */
export function firstAddress(picture: Picture): string | null {
  const dead = deadAddresses.get()
  return (
    verdictsOf(picture).find(({ url, kind }) => kind === 'allowed' && !dead.get(url)?.isDead)?.url ?? null
  )
}

type Verdict = AddressVerdict & { url: string }

/** The list, the pane and what is loaded ahead ask for each picture many times. */
const judged = new WeakMap<Picture, readonly Verdict[]>()

function verdictsOf(picture: Picture): readonly Verdict[] {
  const known = judged.get(picture)
  if (known) return known
  const verdicts = picture.urls.map((url) => ({
    url,
    ...judgeAddress(url, config.photoOrigins, window.location.origin),
  }))
  judged.set(picture, verdicts)
  return verdicts
}

function problemOf(verdicts: readonly AddressVerdict[]): PictureProblem {
  if (verdicts.length === 0) return { kind: 'missing' }
  if (verdicts.some(({ kind }) => kind === 'allowed')) return { kind: 'dead' }
  const blocked = verdicts.find((verdict) => verdict.kind === 'blocked')
  return blocked ? { kind: 'blocked', host: blocked.host } : { kind: 'unsafe' }
}

/** Why there is no picture, short enough for a row. */
export function problemWords(problem: PictureProblem): { short: string; long: string } {
  switch (problem.kind) {
    case 'missing':
      return { short: 'No picture', long: "CloudCard didn't send an address for this picture." }
    case 'dead':
      return {
        short: "Picture didn't load",
        long: "The picture didn't load. It may be gone, or the network may be down.",
      }
    case 'unsafe':
      return {
        short: 'Unsafe picture address',
        long: "The address of this picture isn't safe, so it wasn't loaded.",
      }
    case 'blocked':
      return {
        short: `${problem.host} is not allowed`,
        long: `Pictures from ${problem.host} are not allowed here. Your IT department can allow it by adding the address to PHOTO_ORIGINS on the server.`,
      }
  }
}

import { useEffect } from 'react'
import type { Photo } from '../../api/photo'
import { afterPaint } from '../../components/after-paint'
import { firstAddress } from './use-picture'

// The browser drops a decoded picture that nothing holds; a handful is held, the oldest leaves first.
const held = new Map<string, HTMLImageElement>()
const holdAtMost = 12

/** Loads and decodes the pictures of the photos that come next, so that showing one takes a frame. */
export function useDecodeAhead(photos: readonly Photo[]): void {
  // Pictures are loaded outside React, for a screen that is not drawn yet.
  useEffect(() => {
    return afterPaint(() => {
      for (const photo of photos) {
        const url = firstAddress(photo.picture)
        if (url !== null && !held.has(url)) hold(url)
      }
    })
  }, [photos])
}

function hold(url: string) {
  const image = new Image()
  image.referrerPolicy = 'no-referrer'
  image.decoding = 'sync'
  image.src = url
  held.set(url, image)
  // A picture that fails here is asked for again, and its failure shown, when its turn comes.
  image.decode().catch(() => held.delete(url))
  for (const oldest of held.keys()) {
    if (held.size <= holdAtMost) break
    held.delete(oldest)
  }
}

export function forgetDecoded(): void {
  held.clear()
}

import { useAreKeysHere } from '../ui/meant-keys'
import { useAreLettersOn } from '../session/pressed'

/** A frame around the open photo while its letters work, whatever has the focus: so that nobody types into it unawares. */
export function KeysFrame() {
  const areKeysHere = useAreKeysHere()
  const areLettersOn = useAreLettersOn()
  if (!areKeysHere || !areLettersOn) return null
  return (
    <span
      aria-hidden="true"
      // A finger has no keys.
      className="pointer-events-none absolute inset-0 z-2 border-2 border-accent pointer-coarse:hidden"
    />
  )
}

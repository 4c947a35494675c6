import { pressedKey, type Pressed } from '../../session/pressed'
import type { PhotoContext } from './command'
import { commands } from './commands'

type Asked = { key: string; run: () => void; isRepeated: boolean }

/** What a key asks for in the open photo; null for a key that is not ours there. */
export function askedBy(event: Pressed, context: PhotoContext, areLettersOn: boolean): Asked | null {
  const isAsking = context.deciding.openVerdict !== null
  let impossible: Asked | null = null
  // The narrower place stands later.
  for (const {
    keys,
    where,
    run,
    isInForm,
    isChord,
    isRepeated = false,
    ...command
  } of commands.toReversed()) {
    if (!run || isChord || !where.isHere(context) || (isAsking && !isInForm?.(context))) continue
    const key = pressedKey(keys, event, areLettersOn)
    if (key === null) continue
    const asked = { key, isRepeated, run: () => run(context, key) }
    if (command.isPossible?.(context) !== false) return asked
    // It says itself what is in the way, where nothing else has its key.
    impossible ??= asked
  }
  return impossible
}

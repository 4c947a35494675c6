import { memo } from 'react'
import { Button } from '../../ui/button'
import { openHelp } from '../../session/banner-dialog'
import { next, previous } from '../../desk/commands/browse'
import type { Command } from '../../desk/commands/command'
import { nextRow, open } from '../../desk/commands/list-keys'
import { skip } from '../../desk/commands/skip'
import { undo } from '../../desk/commands/undo'
import { commandOf } from '../../desk/commands/verdict-commands'
import { verdictsFrom } from '../../desk/verdicts/verdicts'
import { useAreLettersOn } from '../../session/pressed'
import { changeSettings, useSettings } from '../../session/settings'

/** The keys of a first day, in the order in which they are needed. */
function hintsOf(hold: string): readonly { keys: readonly Command[]; words: string }[] {
  const mine = verdictsFrom({ status: 'PENDING' })
  return [
    { keys: [nextRow, open], words: 'Open a photo' },
    {
      keys: [...mine.map(commandOf), skip],
      words: `${[...mine.map(({ words }) => words.does), 'skip'].join(', ').replaceAll(/, ./g, (begin) => begin.toLowerCase())}`,
    },
    { keys: [next, previous], words: 'Next, previous' },
    { keys: [undo], words: hold === '0' ? 'Undo' : `Undo, for ${hold} seconds` },
  ]
}

/** For whoever is here for the first time, until it is closed on this device. */
export const FirstHint = memo(function FirstHint({ onClosed }: { onClosed: () => void }) {
  const { isHintClosed, hold } = useSettings()
  const areLettersOn = useAreLettersOn()
  if (isHintClosed || !areLettersOn) return null
  return (
    <section
      aria-label="New here?"
      className="flex shrink-0 items-start pointer-coarse:hidden gap-x-6 border-b border-line bg-selected px-4 py-2 @twoline/list:items-center print:hidden"
    >
      <h2 className="hidden font-semibold whitespace-nowrap @oneline/list:block">New here?</h2>
      <ul className="grid min-w-0 flex-1 gap-x-6 gap-y-1 @twoline/list:flex @twoline/list:flex-wrap">
        {hintsOf(hold).map(({ keys, words }) => (
          <li key={words} className="flex items-baseline gap-2">
            <span className="min-w-16 font-semibold text-text-2 @twoline/list:min-w-0">
              {keys.map((key) => firstLabel(key)).join(' ')}
            </span>
            {words}
          </li>
        ))}
      </ul>
      <span className="flex shrink-0 flex-col items-end gap-x-2 @twoline/list:flex-row">
        <Button look="quiet" className="text-accent" onClick={openHelp}>
          See all keys
        </Button>
        <Button
          look="quiet"
          className="text-accent"
          onClick={() => {
            // The button goes away.
            onClosed()
            changeSettings({ isHintClosed: true })
          }}
        >
          Got it
        </Button>
      </span>
    </section>
  )
})

/** Of several keys for one thing the one under the hand that decides. */
const firstLabel = ({ label }: Command) => label.split(' ')[0]

import { memo } from 'react'
import { Button } from '../../ui/button'
import { enterContent } from '../../ui/skip-link'
import { openHelp } from '../../session/banner-dialog'
import { next, previous } from '../../desk/commands/browse'
import type { Command } from '../../desk/commands/command'
import { listKeys } from '../../desk/commands/list-keys'
import { skip } from '../../desk/commands/skip'
import { undo } from '../../desk/commands/undo'
import { commandOf } from '../../desk/commands/verdict-commands'
import { verdictsFrom } from '../../desk/verdicts/verdicts'
import { useAreLettersOn } from '../../session/pressed'
import { changeSettings, useSettings } from '../../session/settings'

/** The keys of a first day, in the order in which they are needed. */
function hintsOf(hold: string): readonly [words: string, ...keys: Command[]][] {
  const mine = verdictsFrom({ status: 'PENDING' })
  const deciding = [...mine.map(({ words }) => words.does), 'skip'].join(', ')
  return [
    ['Open a photo', listKeys.nextRow, listKeys.open],
    [deciding.replaceAll(/, ./g, (begin) => begin.toLowerCase()), ...mine.map(commandOf), skip],
    ['Next, previous', next, previous],
    [hold === '0' ? 'Undo' : `Undo, for ${hold} seconds`, undo],
  ]
}

/** For whoever is here for the first time, until it is closed on this device. */
export const FirstHint = memo(function FirstHint() {
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
        {hintsOf(hold).map(([words, ...keys]) => (
          <li key={words} className="flex items-baseline gap-2">
            <span className="min-w-16 font-semibold text-text-2 @twoline/list:min-w-0">
              {/* Of several keys for one thing the one under the hand that decides. */}
              {keys.map(({ label }) => label.split(' ')[0]).join(' ')}
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
            enterContent()
            changeSettings({ isHintClosed: true })
          }}
        >
          Got it
        </Button>
      </span>
    </section>
  )
})

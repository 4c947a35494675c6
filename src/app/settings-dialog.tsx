import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog'
import { config } from '../base/config'
import {
  changeSettings,
  densities,
  documentChoices,
  holdChoices,
  letterKeyChoices,
  newsChoices,
  themes,
  useSettings,
  type Settings,
} from '../session/settings'
import { columnNames, fields } from '../fields/fields'
import { wordsFor } from '../fields/kinds/field'
import { useOffice } from '../fields/use-office'

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { hiddenColumns } = useSettings()
  const office = useOffice()
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className="grid gap-6">
        <Choice
          name="theme"
          legend="Theme"
          choices={themes}
          labels={{ system: 'Match system', light: 'Light', dark: 'Dark' }}
        />
        <Choice
          name="density"
          legend="Density"
          choices={densities}
          labels={{ dense: 'Dense', roomy: 'Comfortable' }}
        />
        <Fields legend="Columns of the table, beside photo and cardholder">
          {columnNames.map((column) => (
            <label key={column} className={labelClass}>
              <input
                type="checkbox"
                checked={!hiddenColumns.includes(column)}
                onChange={({ target }) =>
                  changeSettings({
                    hiddenColumns: columnNames.filter((each) =>
                      each === column ? !target.checked : hiddenColumns.includes(each),
                    ),
                  })
                }
                className={inputClass}
              />
              {wordsFor(fields[column].name, office)}
            </label>
          ))}
        </Fields>
        <Choice
          name="hold"
          legend="Time to undo a decision"
          choices={holdChoices}
          labels={{ '0': 'Off', '3': '3 s', '6': '6 s', '10': '10 s', '15': '15 s' }}
        />
        <Choice
          name="letterKeys"
          legend="Single-letter keys"
          choices={letterKeyChoices}
          labels={{ on: 'On', off: 'Off' }}
        />
        <Choice
          name="documents"
          legend="Show supporting documents"
          choices={documentChoices}
          labels={{ photo: 'Ask at each photo', session: 'Ask once, until I lock or sign out' }}
        />
        <Choice
          name="news"
          legend="Look for new photos"
          choices={newsChoices}
          labels={{ off: 'Off', '2': 'Every 2 minutes', '5': 'Every 5 minutes', '15': 'Every 15 minutes' }}
        />
        <p className="text-xs text-text-2">Settings are saved on this device and take effect immediately.</p>
        {config.version && <p className="text-xs text-text-2">Loupe {config.version}</p>}
      </div>
    </Dialog>
  )
}

/** One of a few. */
function Choice<N extends 'theme' | 'density' | 'hold' | 'letterKeys' | 'documents' | 'news'>({
  name,
  legend,
  choices,
  labels,
}: {
  name: N
  legend: string
  choices: readonly Settings[N][]
  labels: Record<Settings[N], string>
}) {
  const chosen = useSettings()[name]
  return (
    <Fields legend={legend}>
      {choices.map((choice) => (
        <label key={choice} className={labelClass}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === chosen}
            onChange={() => changeSettings({ [name]: choice })}
            className={inputClass}
          />
          {labels[choice]}
        </label>
      ))}
    </Fields>
  )
}

const labelClass = 'flex min-h-8 items-center gap-2'
const inputClass = 'size-4 accent-accent-fill'

function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-text-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">{children}</div>
    </fieldset>
  )
}

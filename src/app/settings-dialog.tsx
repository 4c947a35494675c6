import { Dialog } from '../ui/dialog'
import { config } from '../base/config'
import {
  changeSettings,
  densities,
  holdChoices,
  letterKeyChoices,
  newsChoices,
  themes,
  useSettings,
} from '../session/settings'
import { columnNames, fields } from '../fields/fields'
import { wordsFor } from '../fields/kinds/field'
import { useOffice } from '../fields/use-office'

const themeLabels = { system: 'Match system', light: 'Light', dark: 'Dark' }
const densityLabels = { dense: 'Dense', roomy: 'Comfortable' }
const holdLabels = { '0': 'Off', '3': '3 s', '6': '6 s', '10': '10 s', '15': '15 s' }
const letterKeyLabels = { on: 'On', off: 'Off' }
const newsLabels = { off: 'Off', '2': 'Every 2 minutes', '5': 'Every 5 minutes', '15': 'Every 15 minutes' }

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings()
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className="grid gap-6">
        <Choices
          legend="Theme"
          choices={themes}
          labels={themeLabels}
          value={settings.theme}
          onChoose={(theme) => changeSettings({ theme })}
        />
        <Choices
          legend="Density"
          choices={densities}
          labels={densityLabels}
          value={settings.density}
          onChoose={(density) => changeSettings({ density })}
        />
        <Columns hidden={settings.hiddenColumns} />
        <Choices
          legend="Time to undo a decision"
          choices={holdChoices}
          labels={holdLabels}
          value={settings.hold}
          onChoose={(hold) => changeSettings({ hold })}
        />
        <Choices
          legend="Single-letter keys"
          choices={letterKeyChoices}
          labels={letterKeyLabels}
          value={settings.letterKeys}
          onChoose={(letterKeys) => changeSettings({ letterKeys })}
        />
        <Choices
          legend="Look for new photos"
          choices={newsChoices}
          labels={newsLabels}
          value={settings.news}
          onChoose={(news) => changeSettings({ news })}
        />
        <p className="text-xs text-text-2">Settings are saved on this device and take effect immediately.</p>
        {config.version && <p className="text-xs text-text-2">Loupe {config.version}</p>}
      </div>
    </Dialog>
  )
}

/** Photo and cardholder are always shown. */
function Columns({ hidden }: { hidden: readonly string[] }) {
  const office = useOffice()
  return (
    <fieldset>
      <legend className="mb-1 text-text-2">Columns of the table, beside photo and cardholder</legend>
      <div className="flex flex-wrap gap-x-6">
        {columnNames.map((column) => (
          <label key={column} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={!hidden.includes(column)}
              onChange={({ target }) =>
                changeSettings({
                  hiddenColumns: columnNames.filter((each) =>
                    each === column ? !target.checked : hidden.includes(each),
                  ),
                })
              }
              className="size-4 accent-accent-fill"
            />
            {wordsFor(fields[column].name, office)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Choices<T extends string>({
  legend,
  choices,
  labels,
  value,
  onChoose,
}: {
  legend: string
  choices: readonly T[]
  labels: Record<T, string>
  value: T
  onChoose: (choice: T) => void
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-text-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label key={choice} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name={legend}
              value={choice}
              checked={choice === value}
              onChange={() => onChoose(choice)}
              className="size-4 accent-accent-fill"
            />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

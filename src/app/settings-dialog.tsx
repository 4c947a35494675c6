import type { ComponentProps, ReactNode } from 'react'
import { Dialog } from '../ui/dialog'
import { config } from '../base/config'
import { changeSettings, choices, useSettings } from '../session/settings'
import { columnNames, fields } from '../fields/fields'
import { wordsFor } from '../fields/kinds/field'
import { useOffice } from '../fields/use-office'

type Choices = typeof choices

const seconds = { '0': 'Off', '3': '3 s', '6': '6 s', '10': '10 s', '15': '15 s' }
const minutes = { off: 'Off', '2': 'Every 2 minutes', '5': 'Every 5 minutes', '15': 'Every 15 minutes' }
const documents = { photo: 'Ask at each photo', session: 'Ask once, until I lock or sign out' }

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings()
  const { hiddenColumns } = settings
  const office = useOffice()

  /** One of a few. */
  function choice<N extends keyof Choices>(
    name: N,
    legend: string,
    labels: Readonly<Record<Choices[N][number], string>>,
  ) {
    const offered: readonly Choices[N][number][] = choices[name]
    return (
      <Fields legend={legend}>
        {offered.map((each) => (
          <Field
            key={each}
            type="radio"
            name={name}
            value={each}
            checked={each === settings[name]}
            onChange={() => changeSettings({ [name]: each })}
          >
            {labels[each]}
          </Field>
        ))}
      </Fields>
    )
  }

  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className="grid gap-6">
        {choice('theme', 'Theme', { system: 'Match system', light: 'Light', dark: 'Dark' })}
        {choice('density', 'Density', { dense: 'Dense', roomy: 'Comfortable' })}
        <Fields legend="Columns of the table, beside photo and cardholder">
          {columnNames.map((column) => (
            <Field
              key={column}
              type="checkbox"
              checked={!hiddenColumns.includes(column)}
              onChange={({ target }) =>
                changeSettings({
                  hiddenColumns: columnNames.filter((each) =>
                    each === column ? !target.checked : hiddenColumns.includes(each),
                  ),
                })
              }
            >
              {wordsFor(fields[column].name, office)}
            </Field>
          ))}
        </Fields>
        {choice('hold', 'Time to undo a decision', seconds)}
        {choice('letterKeys', 'Single-letter keys', { on: 'On', off: 'Off' })}
        {choice('documents', 'Show supporting documents', documents)}
        {choice('news', 'Look for new photos', minutes)}
        <p className="text-xs text-text-2">Settings are saved on this device and take effect immediately.</p>
        {config.version && <p className="text-xs text-text-2">Loupe {config.version}</p>}
      </div>
    </Dialog>
  )
}

function Fields({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-text-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">{children}</div>
    </fieldset>
  )
}

function Field({ children, ...input }: ComponentProps<'input'>) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input {...input} className="size-4 accent-accent-fill" />
      {children}
    </label>
  )
}

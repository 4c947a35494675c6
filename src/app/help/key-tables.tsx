import { keyNames, keyTable, placeLabels } from '../../session/keys'

/** The key map, drawn from the table in which the keys are defined. */
export function KeyTables() {
  return (
    <section aria-label="Keys" className="grid content-start gap-4">
      {Object.entries(placeLabels).map(([place, label]) => (
        <table key={place} className="w-full">
          <caption className="mb-1 text-left font-semibold">{label}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Key</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {keyNames
              .filter((name) => keyTable[name].where === place)
              .map((name) => (
                <tr key={name} className="border-t border-line">
                  <th scope="row" className="w-28 py-1 pr-4 text-left font-normal whitespace-nowrap">
                    <kbd className="font-semibold">{keyTable[name].label}</kbd>
                  </th>
                  <td className="py-1 text-text-2">{keyTable[name].does}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      <p className="text-xs text-text-2">
        Single-letter keys work while a photo is open and has the frame, never while you type in a field. You
        can turn them off in Settings.
      </p>
    </section>
  )
}

import { commands } from '../../desk/commands/commands'

const places = [...new Set(commands.map(({ where }) => where))]

/** The key map, drawn from the list of commands. */
export function KeyTables() {
  return (
    <section aria-label="Keys" className="grid content-start gap-4">
      {places.map((place) => (
        <table key={place.label} className="w-full">
          <caption className="mb-1 text-left font-semibold">{place.label}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Key</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {commands
              .filter(({ where }) => where === place)
              .map(({ label, does }) => (
                <tr key={does} className="border-t border-line">
                  <th scope="row" className="w-28 py-1 pr-4 text-left font-normal whitespace-nowrap">
                    <kbd className="font-semibold">{label}</kbd>
                  </th>
                  <td className="py-1 text-text-2">{does}</td>
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

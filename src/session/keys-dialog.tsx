import { Dialog } from '../components/dialog'
import { keys } from './keys'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ label, does }) => (
            <tr key={label} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                <kbd className="font-semibold">{label}</kbd>
              </th>
              <td className="py-1.5 text-text-2">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

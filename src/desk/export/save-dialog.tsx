import { useState, type ReactNode } from 'react'
import { useIdentifierLabel } from '../../fields/use-office'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { exportWords } from './export-words'
import { csvParts, saveCsv, type Cell } from './csv'

/** What is saved as a file, and how it has to be opened so that ID numbers stay text: '00123' is one. */
export function SaveDialog({
  fileName,
  what,
  heads,
  count,
  rowAt,
  offReason,
  children,
  onClose,
}: {
  fileName: string
  /** "412 pending photos" */
  what: string
  heads: readonly string[]
  count: number
  rowAt: (index: number) => readonly Cell[]
  offReason?: string | undefined
  /** What is still to be waited for. */
  children?: ReactNode
  onClose: () => void
}) {
  const identifierLabel = useIdentifierLabel()
  const [state, setState] = useState<'open' | 'saving' | 'saved'>('open')

  async function save() {
    if (state === 'saving') return
    setState('saving')
    saveCsv(fileName, await csvParts(heads, count, rowAt))
    setState('saved')
  }

  return (
    <Dialog title={exportWords} onClose={onClose}>
      {children}
      <p role="status" aria-busy={state === 'saving'}>
        {state === 'saved' ? `Saved ${what} as ` : `${what}, in list order, as `}
        <span className="wrap-anywhere">{fileName}</span>
      </p>
      <section aria-label="How to open it" className="mt-3 grid gap-1 text-text-2">
        <h3 className="text-text">Open it so that “{identifierLabel}” stays text</h3>
        <ul className="list-disc pl-5">
          <li>
            Excel: don't double-click the file, which drops leading zeros. Choose Data, From Text/CSV,
            Transform Data, then set the type of “{identifierLabel}” to Text.
          </li>
          <li>
            LibreOffice: in the window that opens, choose the “{identifierLabel}” column and set its type to
            Text.
          </li>
          <li>
            Google Sheets: choose File, Import, and clear “Convert text to numbers, dates, and formulas”.
          </li>
        </ul>
        <p>
          Times are as on the screen; the headings of their columns name the time zone. The file contains
          personal data: keep it somewhere safe.
        </p>
      </section>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="filled" offReason={offReason} onClick={() => void save()}>
          {state === 'saved' ? 'Save again' : 'Save CSV'}
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

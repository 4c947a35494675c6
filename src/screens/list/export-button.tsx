import { useState } from 'react'
import { Button } from '../../ui/button'
import { exportWords } from '../../desk/export/export-words'
import { PhotosExport } from './later-parts'

/** Saves what the list holds, on all of its pages. */
export function ExportButton() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className="text-text-2" onClick={() => setIsOpen(true)}>
        {exportWords}
      </Button>
      {isOpen && <PhotosExport onClose={() => setIsOpen(false)} />}
    </>
  )
}

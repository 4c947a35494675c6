import { useState } from 'react'
import { Button } from '../../components/button'
import { later } from '../../components/later'
import { asDialog } from '../../components/part-failure'
import type { ShownList } from './photo-list-body'

const PhotosExport = later(async () => (await import('../export/photos-export')).PhotosExport, {
  failed: asDialog('Export CSV'),
})

/** Saves what the list holds, on all of its pages. */
export function ExportButton({ shown, className = '' }: { shown: ShownList; className?: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className={`text-text-2 ${className}`} onClick={() => setIsOpen(true)}>
        Export CSV
      </Button>
      {isOpen && <PhotosExport shown={shown} onClose={() => setIsOpen(false)} />}
    </>
  )
}

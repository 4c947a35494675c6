import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/button'
import type { ShownList } from './photo-list-body'

const PhotosExport = lazy(async () => ({ default: (await import('../export/photos-export')).PhotosExport }))

/** Saves what the list holds, on all of its pages. */
export function ExportButton({ shown, className = '' }: { shown: ShownList; className?: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="quiet" className={`text-text-2 ${className}`} onClick={() => setIsOpen(true)}>
        Export CSV
      </Button>
      <Suspense>{isOpen && <PhotosExport shown={shown} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  )
}

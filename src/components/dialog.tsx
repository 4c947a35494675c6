import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './button'
import { Icon } from './icon'

/** A modal dialog while it is mounted; Escape and Close call `onClose`, and the focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Only showModal() makes the page behind inert; there is no attribute for it. And only a dialog that is closed
  // while it is still in the page gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="appear m-auto w-[min(28rem,calc(100vw-2rem))] rounded-dialog border border-line bg-surface text-text shadow-dialog"
    >
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        <Button look="icon" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="p-4">{children}</div>
    </dialog>
  )
}

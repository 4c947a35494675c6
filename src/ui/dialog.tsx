import { useEffectEvent, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { doubtKeys, isAnswering } from './meant-keys'
import { Button } from './button'
import { closeOnBack } from './close-on-back'
import { addOpenDialog } from './open-dialogs'
import { DialogNotices } from './status-words'

const sizes = {
  small: 'w-[min(28rem,calc(100vw-2rem))]',
  large: 'w-[min(56rem,calc(100vw-2rem))]',
  whole: 'h-[calc(100dvh-1rem)] max-h-none w-[calc(100vw-1rem)] max-w-none flex-col open:flex',
}

/** A modal dialog, which gives the focus back. Escape, Close and Back call `onClose`; without it, it stays until it is answered. */
export function Dialog({
  title,
  onClose,
  size = 'small',
  comesByItself = false,
  hasOwnNotices = false,
  onKeyDown,
  children,
}: {
  title: string
  /** 'whole': all of the window, and the content lays itself out. */
  size?: keyof typeof sizes
  /** Nobody has asked for it: what is typed on goes nowhere, and decides nothing when it has gone. */
  comesByItself?: boolean
  /** Its content says what was just pressed did. */
  hasOwnNotices?: boolean
  onKeyDown?: (event: KeyboardEvent) => void
  onClose?: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Only showModal() makes the page behind inert; there is no attribute for it. And only a dialog that is closed
  // while it is still in the page gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    const takeOut = addOpenDialog(element)
    if (comesByItself) {
      element.focus()
      doubtKeys()
    }
    return () => {
      element.close()
      takeOut()
      if (comesByItself || !isAnswering()) doubtKeys()
    }
  }, [comesByItself])
  const onBack = useEffectEvent(() => onClose?.())
  useLayoutEffect(() => closeOnBack(() => onBack()), [])
  return (
    // The keys of its content; the dialog's own, Escape, is the browser's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      // A click on its ground, and in Safari on a button, leaves the focus in it.
      tabIndex={-1}
      onKeyDown={(event) => {
        // What is behind it hears nothing of what happens here.
        event.stopPropagation()
        // Asked a second time, the browser would close it whatever is said to that.
        if (event.key === 'Escape' && !onClose) event.preventDefault()
        onKeyDown?.(event)
      }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      className={`appear m-auto rounded-dialog border border-line bg-surface text-text shadow-dialog outline-none ${sizes[size]}`}
    >
      <div className="flex min-h-12 items-center justify-between gap-x-4 border-b border-line py-2 pr-2 pl-4">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        {!hasOwnNotices && <DialogNotices />}
        {onClose && <Button look="icon" icon="close" aria-label="Close" onClick={onClose} />}
      </div>
      {size === 'whole' ? children : <div className="p-4">{children}</div>}
    </dialog>
  )
}

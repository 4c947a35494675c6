import { LineDrawing } from '../ui/icon'
import { statusLabel, statusOf } from './status'

/** The shape and colour of a status, beside words that say it. */
export function StatusShape({ status }: { status: string }) {
  const { shape, look = 'text-text-2' } = statusOf(status)
  return <LineDrawing className={`size-4 ${look}`}>{shape}</LineDrawing>
}

/** A status by word and shape and colour; an unknown one by its own word. */
export function StatusMark({ status }: { status: string }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center align-top leading-[inherit] gap-1.5 text-text-2">
      <StatusShape status={status} />
      <span className="truncate">{statusLabel(status)}</span>
    </span>
  )
}

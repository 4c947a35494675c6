import type { ReactNode } from 'react'
import { LineDrawing } from '../ui/line-drawing'
import { statusLabel } from './status'

const ring = <circle key="ring" cx="8" cy="8" r="5.75" />
const down = <path key="down" d="M8 5v5.5m0 0L5.75 8.25M8 10.5l2.25-2.25" />

const marks: Record<string, { shape: ReactNode; className: string }> = {
  PENDING: { shape: ring, className: 'text-unscored' },
  APPROVED: { shape: <Disc mark="m5 8.2 2.1 2.1L11 6.2" />, className: 'text-good' },
  DENIED: { shape: <Disc mark="m5.75 5.75 4.5 4.5m0-4.5-4.5 4.5" />, className: 'text-bad' },
  READY_FOR_DOWNLOAD: { shape: [ring, down], className: 'text-text-2' },
  DOWNLOADED: { shape: <Disc mark="M8 5v5.5m0 0L5.75 8.25M8 10.5l2.25-2.25" />, className: 'text-text-2' },
  DONE: { shape: <path d="m1.5 8.5 3 3 5.5-6M7.5 11l.5.5 6-6.5" />, className: 'text-text-2' },
  ENROUTE: { shape: <path d="M2.5 8h11m0 0L9.5 4m4 4-4 4" />, className: 'text-text-2' },
  ON_HOLD: { shape: <path d="M5.5 3.5v9m5-9v9" />, className: 'text-text-2' },
  FAILED: { shape: <path d="M8 2.5 2 13h12L8 2.5Zm0 4v3m0 1.5v.1" />, className: 'text-text-2' },
  DISCARDED: { shape: [ring, <path key="bar" d="M5 8h6" />], className: 'text-text-2' },
}

const unknownMark = {
  shape: [ring, <path key="question" d="M6.5 6.5a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.6-.7 1.1m0 1.9v.1" />],
  className: 'text-text-2',
}

function Disc({ mark }: { mark: string }) {
  return (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d={mark} className="stroke-surface" />
    </>
  )
}

/** The shape and colour of a status, beside words that say it. */
export function StatusShape({ status }: { status: string }) {
  const { shape, className } = (Object.hasOwn(marks, status) ? marks[status] : undefined) ?? unknownMark
  return <LineDrawing className={`size-4 ${className}`}>{shape}</LineDrawing>
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

import type { ReactNode } from 'react'
import { LineDrawing } from '../ui/icon'
import type { Field } from './kinds/field'
import { choice } from './kinds/options'

const ring = <circle key="ring" cx="8" cy="8" r="5.75" />
const down = 'M8 5v5.5m0 0L5.75 8.25M8 10.5l2.25-2.25'

function Disc({ mark }: { mark: string }) {
  return (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d={mark} className="stroke-surface" />
    </>
  )
}

type Status = {
  label: string
  shape: ReactNode
  /** Its colour; where there is none it is quiet. */
  look?: string
  /** Its photos in a sentence, where that is not the label before "photos". */
  photos?: string
  /** No list can be had of it but All. */
  isUnlisted?: true
  /** Photos of it have left the office: nothing is changed on them any more. */
  hasLeft?: true
  /** Whether a list can be had of it nobody has published: it is asked once a session, by photos/listable.ts. */
  isListGuessed?: true
}

/** Each status by CloudCard's word for it, in the office's order, which is that of the tabs. */
const statuses = {
  PENDING: { label: 'Pending', shape: ring, look: 'text-unscored' },
  APPROVED: { label: 'Approved', shape: <Disc mark="m5 8.2 2.1 2.1L11 6.2" />, look: 'text-good' },
  DENIED: { label: 'Denied', shape: <Disc mark="m5.75 5.75 4.5 4.5m0-4.5-4.5 4.5" />, look: 'text-bad' },
  ON_HOLD: {
    label: 'On hold',
    photos: 'photos on hold',
    shape: <path d="M5.5 3.5v9m5-9v9" />,
    isListGuessed: true,
  },
  FAILED: {
    label: 'Failed',
    shape: <path d="M8 2.5 2 13h12L8 2.5Zm0 4v3m0 1.5v.1" />,
    isListGuessed: true,
  },
  READY_FOR_DOWNLOAD: { label: 'Ready for download', shape: [ring, <path key="down" d={down} />] },
  DOWNLOADED: { label: 'Downloaded', shape: <Disc mark={down} />, hasLeft: true },
  DONE: { label: 'Done', shape: <path d="m1.5 8.5 3 3 5.5-6M7.5 11l.5.5 6-6.5" />, hasLeft: true },
  ENROUTE: { label: 'En route', shape: <path d="M2.5 8h11m0 0L9.5 4m4 4-4 4" />, hasLeft: true },
  DISCARDED: {
    label: 'Discarded',
    shape: [ring, <path key="bar" d="M5 8h6" />],
    isUnlisted: true,
    hasLeft: true,
  },
} as const satisfies Record<string, Status>

export type KnownStatus = keyof typeof statuses
type Listed<S extends KnownStatus> = (typeof statuses)[S] extends { isUnlisted: true } ? never : S

/** What a list can be asked for, as the tabs stand. */
export type StatusFilter = { [S in KnownStatus]: Listed<S> }[KnownStatus] | 'ALL'
export const statusFilters = [
  ...Object.entries<Status>(statuses).flatMap(([status, { isUnlisted }]) => (isUnlisted ? [] : [status])),
  'ALL',
] as readonly StatusFilter[]

export const isListGuessed = (status: StatusFilter): boolean => statusOf(status).isListGuessed === true

const known = Object.keys(statuses) as KnownStatus[]
// Asked while the app starts: a browser that is too old for `Object.hasOwn` has to be able to say so.
const isKnown = (status: string): status is KnownStatus => known.some((word) => word === status)

/** One that nobody knows is shown as it was sent. */
function statusOf(status: string): Status {
  if (isKnown(status)) return statuses[status]
  const question = <path key="question" d="M6.5 6.5a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.6-.7 1.1m0 1.9v.1" />
  return { label: status === 'ALL' ? 'All' : status, shape: [ring, question] }
}

/** Whether photos of it are still the office's; of a status that nobody knows that is not known either. */
export const isInOffice = (status: string): boolean => isKnown(status) && !statusOf(status).hasLeft

/** A status in the office's words. */
export const statusLabel = (status: string): string => statusOf(status).label

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

/** "pending photos", or "photos" where every status is meant; for sentences. */
export function photosOf(status: StatusFilter): string {
  const { label, photos = `${label.toLowerCase()} photos` } = statusOf(status)
  return status === 'ALL' ? 'photos' : photos
}

/** A list of one status does not say it of each photo; one of all of them does, also where somebody calls a status "ALL". */
export function isListsOwn(status: string, listStatus: string): boolean {
  return listStatus !== 'ALL' && status === listStatus
}

const options = [...known, 'OTHER'] as const
export type StatusOption = (typeof options)[number]
/** By which option of the filter photos of a status are found. */
export const statusOption = (status: string): StatusOption => (isKnown(status) ? status : 'OTHER')
// What nobody knows has a word of its own in its row.
const labels = options.map((option) => [option, option === 'OTHER' ? 'Other' : statusLabel(option)])
const places = new Map<string, number>(known.map((word, place) => [word, place]))

export const status = {
  name: 'Status',
  value: { kind: 'text', of: (photo) => photo.status },
  filters: {
    in: choice({
      options,
      labels: Object.fromEntries(labels) as Record<StatusOption, string>,
      packing: { kind: 'bits', count: 4, of: (photo) => places.get(photo.status) ?? known.length },
      optionOf: (place) => options[place] ?? null,
    }),
  },
  fact: {},
} satisfies Field

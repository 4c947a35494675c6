import { Fragment, type ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { checksOf } from '../../fields/checks'
import { CopyButton } from '../../ui/copy-button'
import { ReasonsFact } from '../../desk/reasons-fact'
import { Breakable } from '../../ui/breakable'
import { ExplainStatus, ExplainTopic } from '../../fields/explanations'
import { Fact, Facts, TimeFact } from '../../fields/facts'
import { StatusMark } from '../../fields/status'
import { fieldNames, fields, type FieldName } from '../../fields/fields'
import { Absent } from '../../fields/kinds/cells'
import { wordsFor, type Office } from '../../fields/kinds/field'
import { useOffice } from '../../fields/use-office'
import { Part } from './part'

/** Those that are more than the words of their kind. */
const own: Partial<Record<FieldName, (photo: Photo) => ReactNode>> = {
  status: ({ status }) => (
    <span className="flex items-center gap-1">
      <StatusMark status={status} />
      <ExplainStatus status={status} />
    </span>
  ),
  checks: (photo) =>
    checksOf(photo).length > 0 && (
      <>
        {checksOf(photo).join(', ')}
        <ExplainTopic topic="checks" />
      </>
    ),
  documents: documentNames,
}

/** What is known of a photo in words: from its row, and more of it where its detail was read. */
export function PhotoFacts({
  photo,
  detail,
  isWhole = false,
  hasName = isWhole,
}: {
  photo: Photo
  detail: PhotoDetail | undefined
  /** The photo page shows all of it; the pane what helps to decide. */
  isWhole?: boolean
  /** Its line is there before the name is read: nothing may move when it comes. */
  hasName?: boolean
}) {
  const office = useOffice()
  const { width, height } = photo.picture
  const size = width !== null && height !== null && `${width} × ${height}`
  const version = photo.version !== null && `version ${photo.version}`
  return (
    <Facts>
      {fieldNames.map((field) => (
        <Fragment key={field}>
          {factOf(field, photo, office, isWhole)}
          {field === 'status' && <ReasonsFact photo={photo} whole={detail?.photo} />}
          {field === 'status' && (hasName || detail?.cardholderName) && (
            <Fact name="Cardholder">
              {detail?.cardholderName ? (
                <bdi>{detail.cardholderName}</bdi>
              ) : (
                <Absent words={detail ? 'No name' : 'Loading…'} />
              )}
            </Fact>
          )}
        </Fragment>
      ))}
      {isWhole && <Fact name="Photo">{[size, version].filter(Boolean).join(', ')}</Fact>}
    </Facts>
  )
}

/** The line of one field, where it has one here. */
function factOf(field: FieldName, photo: Photo, office: Office, isWhole: boolean): ReactNode {
  const { name, value, fact } = fields[field]
  if (!fact || !value || fact.on === (isWhole ? 'pane' : 'page')) return null
  const words = wordsFor(fact.name ?? name, office)
  if (value.kind === 'time') {
    const time = value.of(photo)
    // What only the photo page says is left out where it is not known.
    return time === null && fact.on === 'page' ? null : <TimeFact name={words} time={time} />
  }
  return (
    <Fact name={words}>
      {own[field]?.(photo) ||
        (value.kind === 'list' ? (
          value.of(photo).join(', ') || <Absent words="None" />
        ) : (
          <Copied
            value={value.of(photo, { office, name: undefined })}
            name={wordsFor(value.word ?? name, office)}
          />
        ))}
    </Fact>
  )
}

/** What is asked for on the telephone: one press copies it. */
function Copied({ value, name }: { value: string; name: string }) {
  if (!value) return <Absent words={`No ${name}`} />
  return (
    <>
      <Breakable text={value} /> <CopyButton value={value} name={name} />
    </>
  )
}

/** The supporting documents by name, or that one is required and lacking. */
function documentNames(photo: Photo) {
  if (photo.documents.length > 0) {
    // Each by itself: one that is written from right to left must not turn its neighbours round.
    return photo.documents.map(({ name, id }, index) => (
      <span key={id ?? index}>
        {index > 0 && ', '}
        <bdi>{name}</bdi>
      </span>
    ))
  }
  return <Absent words={photo.cardholder.isDocumentRequired ? 'Required but missing' : 'No documents'} />
}

/** What only Get a Photo tells; below everything else, so that nothing moves when it comes. */
export function DetailFacts({ helperBotAction, processingMode, customFields }: PhotoDetail) {
  if (!helperBotAction && !processingMode && customFields.length === 0) return null
  return (
    <Part title="More">
      <Facts>
        {helperBotAction && <Fact name="Bot action">{helperBotAction}</Fact>}
        {processingMode && <Fact name="Processing">{processingMode}</Fact>}
        {customFields.map(({ name, value }) => (
          <Fact key={name} name={name}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
      </Facts>
    </Part>
  )
}

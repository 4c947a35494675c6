import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { checksOf } from '../../fields/checks'
import { CopyButton } from '../../ui/copy-button'
import { DenialFact } from '../../desk/denial-fact'
import { Breakable } from '../../ui/breakable'
import { say } from '../../ui/notice'
import { DocumentNames } from '../../fields/document-names'
import { ExplainChecks, ExplainStatus } from '../../fields/explanations'
import { Fact, Facts } from '../../fields/facts'
import { StatusMark } from '../../fields/status-mark'
import { TimeFact } from '../../fields/time-fact'
import { useIdentifierLabel } from '../../session/use-identifier-label'

/** What is known of a photo in words: from its row, and more of it where its detail was read. */
export function PhotoFacts({
  photo,
  detail,
  isWhole = false,
}: {
  photo: Photo
  detail: PhotoDetail | undefined
  /** The photo page shows all of it; the pane what helps to decide. */
  isWhole?: boolean
}) {
  const identifierLabel = useIdentifierLabel()
  const { cardholder, picture } = photo
  const checks = checksOf(photo)
  return (
    <Facts>
      <Fact name="Status">
        <span className="flex items-center gap-1">
          <StatusMark status={photo.status} />
          <ExplainStatus status={photo.status} />
        </span>
      </Fact>
      {photo.status === 'DENIED' && <DenialFact photoId={photo.id} />}
      {/* On the photo page its line is there before it is read: nothing may move when it comes. */}
      {(isWhole || detail?.cardholderName) && (
        <Fact name="Cardholder">
          {detail?.cardholderName ? (
            <bdi>{detail.cardholderName}</bdi>
          ) : (
            <span className="text-text-2">{detail ? 'No name' : 'Loading…'}</span>
          )}
        </Fact>
      )}
      <Fact name="E-mail">
        <Copied value={cardholder.email || cardholder.username} name="e-mail" none="No e-mail" />
      </Fact>
      <Fact name={identifierLabel}>
        <Copied value={cardholder.identifier} name={identifierLabel} none={`No ${identifierLabel}`} />
      </Fact>
      <TimeFact name="Submitted" time={photo.dateCreated} />
      {isWhole && photo.lastUpdated !== null && <TimeFact name="Changed" time={photo.lastUpdated} />}
      {isWhole && photo.dateApproved !== null && <TimeFact name="Approved" time={photo.dateApproved} />}
      <Fact name="Checks">
        {checks.length > 0 ? (
          <>
            {checks.join(', ')}
            <ExplainChecks />
          </>
        ) : (
          <span className="text-text-2">None</span>
        )}
      </Fact>
      {!isWhole && (
        <Fact name="Documents">
          <DocumentNames photo={photo} />
        </Fact>
      )}
      {isWhole && (
        <>
          <Fact name="Photo">
            {picture.width !== null && picture.height !== null && `${picture.width} × ${picture.height}`}
            {picture.width !== null && picture.height !== null && photo.version !== null && ', '}
            {photo.version !== null && `version ${photo.version}`}
          </Fact>
        </>
      )}
    </Facts>
  )
}

/** What is asked for on the telephone: one press copies it. */
function Copied({ value, name, none }: { value: string; name: string; none: string }) {
  if (!value) return <span className="text-text-2">{none}</span>
  return (
    <>
      <Breakable text={value} />{' '}
      <CopyButton
        value={value}
        name={name}
        onSaid={(words) => say(`${words}: ${name}.`, { isOnlyHeard: true })}
      />
    </>
  )
}

/** What only Get a Photo tells; below everything else, so that nothing moves when it comes. */
export function DetailFacts({
  detail: { helperBotAction, processingMode, customFields },
}: {
  detail: PhotoDetail
}) {
  return (
    <Facts>
      {helperBotAction && <Fact name="Bot action">{helperBotAction}</Fact>}
      {processingMode && <Fact name="Processing">{processingMode}</Fact>}
      {customFields.map(({ name, value }) => (
        <Fact key={name} name={name}>
          <bdi>{value}</bdi>
        </Fact>
      ))}
    </Facts>
  )
}

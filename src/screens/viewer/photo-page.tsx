import { useParams } from 'react-router-dom'
import { go } from '../../base/address'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { photoIdIn } from '../../cloudcard/photo-id'
import { KeysFrame } from '../../desk/keys-frame'
import { currentId } from '../../desk/repair/replaced'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { StatusMark } from '../../fields/status'
import { listAddress, photoAddress } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { useOrganization } from '../../photos/use-organization'
import { usePhotoList } from '../../photos/sources/photo-source'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { MessagePage } from '../../ui/message'
import { LookTools } from './look-tools'
import { Column, Part } from './part'
import { DetailFacts, PhotoFacts } from './photo-facts'
import { PhotoWhy } from './photo-why'
import { useViewer } from './use-viewer'
import { viewerParts } from './viewer-parts'
import './photo-page.css'

/** One photo in full, as Get a Photo has it; it keeps the list's parameters, so that it stays in the same queue. */
export function PhotoPage() {
  const { id: idText = '' } = useParams()
  const named = photoIdIn(idText)
  const id = named === null ? null : currentId(named)
  const search = useListSearch()
  const list = usePhotoList()
  const listPath = listAddress(search)
  useOrganization(id)
  const comeBack = { photo: id ?? undefined }
  const viewer = useViewer({
    id,
    list,
    isWhole: true,
    onGo: ({ photo, page }) => go(photoAddress(photo, { ...search, page }), { replace: true }),
    // The list says what was done, and what is left.
    onEnd: () => go(listPath, { replace: true, state: { isAtEnd: true } }),
    onClose: () => go(listPath, { state: comeBack }),
  })
  const { photo, name, heading, detail, isGone, isReading } = viewer

  if (isGone) {
    return (
      <MessagePage
        title="Photo not found"
        action={
          <Link to={listPath} className="flex min-h-8 items-center text-accent underline">
            Back to the list
          </Link>
        }
      >
        It may have been replaced by an edited version, or removed.
      </MessagePage>
    )
  }
  const status = detail || viewer.failure ? viewer.position : 'Loading the photo…'
  const parts = viewerParts(viewer, { traySize: 2 })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      // A click on what takes no focus leaves it here; Safari gives none to buttons.
      tabIndex={-1}
      className="photo-page relative outline-none"
      aria-busy={isReading}
      onKeyDown={viewer.onKeyDown}
    >
      <title>{`${name} – Loupe`}</title>
      <KeysFrame />
      <div className="photo-page-scroll">
        <header className="photo-page-head flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 border-b border-line bg-surface px-4">
          <Link
            to={listPath}
            state={comeBack}
            className="flex min-h-8 items-center gap-1 rounded-row text-accent"
          >
            <Icon name="previous" className="size-3.5" />
            Back to the list
          </Link>
          <h1 ref={heading} tabIndex={-1} className="font-semibold max-sm:sr-only">
            {name}
          </h1>
          {photo && (
            <span className="flex max-sm:hidden">
              <StatusMark status={photo.status} />
            </span>
          )}
          <p role="status" className="ml-auto grow text-right text-text-2 sm:min-w-36 sm:grow-0">
            {/* Other words are other text: they come, and do not push the old ones aside. */}
            <span key={status}>{status}</span>
          </p>
          {parts.heard}
        </header>
        <div className="photo-page-previous">{parts.previous}</div>
        <div className="photo-page-next">{parts.next}</div>
        <div className="photo-page-well relative bg-well">{parts.picture}</div>
        <LookTools context={viewer.context} className="photo-page-foot items-center gap-x-3" />
        {parts.problem && <div className="photo-page-failure flex bg-surface">{parts.problem}</div>}
        {photo && (
          <div className="photo-page-facts bg-surface">
            <PhotoWhy photo={photo} detail={detail} />
            {parts.form ? (
              <div className="photo-page-details">{parts.form}</div>
            ) : (
              <PhotoDetails photo={photo} detail={detail} parts={parts} />
            )}
          </div>
        )}
      </div>
      {parts.decide}
      {parts.comparison}
      {parts.tray}
    </main>
  )
}

/** What is known of a photo: the facts, the supporting documents, and whatever else the office keeps of its cardholder. */
function PhotoDetails({
  photo,
  detail,
  parts: { repair, guides, person },
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
  parts: ReturnType<typeof viewerParts>
}) {
  // One below the other, it waits for the classifications above it, which would push it down.
  const whenNarrow = detail === undefined && !repair ? 'max-pane:hidden' : ''
  return (
    <Column
      aria-label="Photo details"
      className={`photo-page-details grid content-start gap-6 py-4 ${whenNarrow}`}
    >
      {repair && <div className="-mx-4 -mt-4">{repair}</div>}
      {guides && (
        <Part title="Guides" words="CloudCard's own numbers">
          {guides}
        </Part>
      )}
      <Part title="Details">
        <PhotoFacts photo={photo} detail={detail} isWhole />
      </Part>
      <Part title="Documents">
        {photo.documents.length === 0 && <p className="text-text-2">{absenceWords(photo)}</p>}
        <ul className="grid gap-4">
          {photo.documents.map((document, index) => (
            <li key={document.id ?? index}>
              <h3 className="font-semibold">{document.name || 'Unnamed document'}</h3>
              <DocumentFacts document={document} />
            </li>
          ))}
        </ul>
      </Part>
      {/* Before what comes with the detail, which would push it down. */}
      {person}
      {detail && <DetailFacts {...detail} />}
    </Column>
  )
}

import { useRef } from 'react'
import { useParams } from 'react-router-dom'
import { go } from '../../base/address'
import { paths } from '../../base/paths'
import { photoIdIn } from '../../cloudcard/photo-id'
import { KeysFrame } from '../../desk/keys-frame'
import { currentId } from '../../desk/repair/replaced'
import { StatusMark } from '../../fields/status'
import { formatSearch } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { useOrganization } from '../../photos/use-organization'
import { usePhotoList } from '../../photos/sources/photo-source'
import { Icon } from '../../ui/icon'
import { Link } from '../../ui/link'
import { Message } from '../../ui/message'
import { LookTools } from './look-tools'
import { PhotoDetails } from './photo-details'
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
  const listPath = paths.photos(formatSearch(search))
  const heading = useRef<HTMLHeadingElement>(null)
  useOrganization(id)
  const comeBack = { photo: id ?? undefined }
  const viewer = useViewer({
    id,
    list,
    isWhole: true,
    nameOf: ({ id }) => `Photo ${id}`,
    heading,
    onGo({ photo, page }) {
      go(paths.photo(photo, formatSearch({ ...search, page })), { replace: true })
    },
    // The list says what was done, and what is left.
    onEnd: () => go(listPath, { replace: true, state: { isAtEnd: true } }),
    onClose: () => go(listPath, { state: comeBack }),
  })
  const { photo, name, detail, isGone, isReading } = viewer

  if (isGone) {
    return (
      <main className="flex flex-1 bg-surface">
        <title>Photo not found – Loupe</title>
        <Message
          isPage
          title="Photo not found"
          action={
            <Link to={listPath} className="flex min-h-8 items-center text-accent underline">
              Back to the list
            </Link>
          }
        >
          It may have been replaced by an edited version, or removed.
        </Message>
      </main>
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
              <PhotoDetails
                photo={photo}
                detail={detail}
                first={parts.repair}
                guides={parts.guides}
                person={parts.person}
              />
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

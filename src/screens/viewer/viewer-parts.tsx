import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { lookOf } from '../../desk/looked-at'
import { cardholderOf } from '../../desk/ledger/decision-words'
import { next as nextPhoto, previous as previousPhoto } from '../../desk/commands/browse'
import type { Command } from '../../desk/commands/command'
import type { Look } from '../../desk/look/use-look'
import { DecisionBar } from '../../desk/decision-bar'
import { RepairPanel, saysWhatCameOf } from './repair-panel'
import { Tray } from '../../desk/tray'
import { LargePicture } from '../../picture/large-picture'
import { errorWords } from '../../session/error-words'
import { Failure } from '../../ui/failure'
import { Icon, type IconName } from '../../ui/icon'
import { HeardWords, StatusWords } from '../../ui/status-words'
import { CommandButton } from './command-button'
import { CompareView } from './compare-view'
import { GuideLines, GuideWords, LightFilters } from './guides'
import { ThisPerson } from './this-person'
import type { Viewer } from './use-viewer'
import { ZoomStage } from './zoom-stage'
import './before-and-after.css'

/**
 * What stands around an open photo, once: in its layout, or in the comparison while that is open. What is shown is `spoken`
 * where it is not heard elsewhere.
 */
export function viewerParts(viewer: Viewer, { spoken = '', traySize = 1 }) {
  const { photo, failure, look, context } = viewer
  const { repair } = viewer.repairing
  const other = viewer.deciding.warning || viewer.neighbours.notice
  const around = {
    picture: photo && <OpenPicture viewer={viewer} photo={photo} />,
    /** What came of what CloudCard was asked for; null where there is nothing to say. */
    repair: saysWhatCameOf(repair) ? <RepairPanel context={context} /> : null,
    form: formOf(viewer),
    guides: photo && look.areGuidesOn && (
      // Its room is there before it: nothing may move when it comes.
      <div className="min-h-10">{guidesCome(viewer) && <GuideWords key={photo.id} photo={photo} />}</div>
    ),
    decide: (
      <div className="viewer-decide">
        <StatusWords other={other} />
        {/* Its room is there before it: nothing may move when the photo comes. */}
        {photo ? (
          <DecisionBar deciding={viewer.deciding} />
        ) : (
          !failure && <div className="min-h-13 shrink-0 bg-surface" />
        )}
      </div>
    ),
    tray: <Tray most={traySize} className="viewer-tray h-12 shrink-0 border-t border-line bg-canvas" />,
  }
  const step = (icon: IconName, command: Command) => (
    <CommandButton look="icon" aria-label={command.does} {...{ command, context }} className="h-11 w-11">
      <Icon name={icon} className="size-[1.375rem]" />
    </CommandButton>
  )
  const steps = { previous: step('previous', previousPhoto), next: step('next', nextPhoto) }
  // Where one compares, the photo as it was is one of those to compare with.
  const beside = photo && repair?.state.kind === 'done' && repair.before && (
    <BeforeAndAfter before={repair.before} photo={photo} look={look} after={around.picture} />
  )
  return {
    ...(look.isComparing
      ? { picture: null, repair: null, form: null, guides: null, decide: null, tray: null }
      : { ...around, picture: beside || around.picture }),
    ...steps,
    person: photo && <ThisPerson key={photo.id} photo={photo} />,
    heard: !look.isComparing && <HeardWords other={other} place={spoken} />,
    problem: failure && (
      <Failure
        title="The photo could not be loaded"
        words={errorWords(failure)}
        isTrying={viewer.isReading}
        onRetry={viewer.retry}
      />
    ),
    comparison: photo && look.isComparing && (
      <CompareView
        {...{ viewer, photo }}
        parts={{ ...around, ...steps, heard: <HeardWords other={other} /> }}
      />
    ),
  }
}

/** The photo comes first, and is painted without waiting for what lies over it. */
const guidesCome = ({ look, looked }: Viewer) => look.areGuidesOn && looked !== null

/** The photo, or its original in the same place. Only the photo itself counts as looked at. */
function OpenPicture({ viewer, photo }: { viewer: Viewer; photo: Photo }) {
  const { name, look, onLook } = viewer
  const { id, picture, original } = photo
  // In another light it is not seen as it is.
  const seen = look.light === null && { look: lookOf(photo), onLook }
  return (
    <>
      <ZoomStage look={look} photoId={id}>
        {look.isOriginal && original ? (
          <LargePicture key={`original ${id}`} picture={original.picture} alt={`Original: ${name}`} />
        ) : (
          <LargePicture key={id} picture={picture} alt={name} {...seen}>
            {guidesCome(viewer) && <GuideLines photo={photo} />}
          </LargePicture>
        )}
        {look.light && <LightFilters />}
      </ZoomStage>
      {look.mark && (
        <strong className="absolute top-8 left-1 z-1 max-w-16 bg-well px-1 text-xs font-semibold">
          {look.mark}
        </strong>
      )}
    </>
  )
}

type BeforeAndAfterProps = {
  before: Photo
  photo: Photo
  look: Look
  /** The open photo, as it stands alone elsewhere: it alone counts as looked at. */
  after: ReactNode
}

/** A photo as it was, and as CloudCard has made it; zoomed and moved as one. */
function BeforeAndAfter({ before, photo, look, after }: BeforeAndAfterProps) {
  const isNewNumber = photo.id !== before.id
  return (
    <div className="before-after">
      <div>
        <ZoomStage look={look} photoId={photo.id}>
          <LargePicture picture={before.picture} alt="Before" />
        </ZoomStage>
        <div className="min-h-0">{after}</div>
        <p className="text-xs wrap-anywhere">
          <strong className="font-semibold">Before</strong> {before.id}
          {before.version !== null && `, version ${before.version}`}
        </p>
        <p className="text-xs wrap-anywhere">
          <strong className="font-semibold">After</strong> {photo.id}
          {isNewNumber ? ', new number' : photo.version !== null && `, version ${photo.version}`}
        </p>
      </div>
    </div>
  )
}

/** The form of the verdict that is being made, where it has one. */
function formOf({ photo, deciding, detail }: Viewer) {
  const Form = deciding.openVerdict?.form?.Form
  return (
    photo &&
    Form && (
      <Form
        key={photo.id}
        draftKey={photo.id}
        longestId={photo.id}
        whom={cardholderOf(photo)}
        classifications={detail?.classifications ?? []}
        onDecide={deciding.decide}
        onCancel={deciding.closeForm}
      />
    )
  )
}

import { errorWords } from '../../session/error-words'
import { cardholderOf } from '../../desk/decision-words'
import { next as nextPhoto, previous as previousPhoto } from '../../desk/commands/browse'
import type { Command, PhotoContext } from '../../desk/commands/command'
import { useShortcut } from '../../desk/commands/key'
import { DecisionBar } from '../../desk/decision-bar'
import { Comparison } from '../../desk/look/comparison'
import { ReviewPicture } from '../../desk/look/review-picture'
import { Tray } from '../../desk/tray'
import { Button } from '../../ui/button'
import { Failure } from '../../ui/failure'
import { Icon } from '../../ui/icon'
import { HeardWords, StatusWords } from '../../ui/status-words'
import type { Viewer } from './use-viewer'

/**
 * What stands around an open photo, once: in its layout, or in the comparison while that is open. Null where the photo is not
 * known.
 *
 * @param spoken what is shown, where that is not heard elsewhere
 * @param traySize so many held decisions stand side by side
 */
export function viewerParts(viewer: Viewer, { spoken = '', traySize = 1 }) {
  const { photo, name, detail, organization, failure, deciding, look, onLook, onKeyDown, neighbours } = viewer
  const other = deciding.warning || neighbours.notice
  const Form = deciding.openVerdict?.form?.Form
  const around = {
    picture: photo && <ReviewPicture photo={photo} alt={name} look={look} onLook={onLook} />,
    form: photo && Form && (
      <Form
        key={photo.id}
        draftKey={photo.id}
        longestId={photo.id}
        whom={cardholderOf(photo)}
        organization={organization}
        classifications={detail?.classifications ?? []}
        onDecide={deciding.decide}
        onCancel={deciding.closeForm}
      />
    ),
    decide: (
      <div className="viewer-decide">
        <StatusWords other={other} />
        {/* Its room is there before it: nothing may move when the photo comes. */}
        {photo ? (
          <DecisionBar deciding={deciding} />
        ) : (
          !failure && <div className="min-h-13 shrink-0 bg-surface" />
        )}
      </div>
    ),
    tray: <Tray most={traySize} className="viewer-tray h-12 shrink-0 border-t border-line bg-canvas" />,
  }
  const previous = <StepButton icon="previous" command={previousPhoto} context={viewer.context} />
  const next = <StepButton icon="next" command={nextPhoto} context={viewer.context} />
  return {
    ...(look.isComparing ? { picture: null, form: null, decide: null, tray: null } : around),
    previous,
    next,
    heard: !look.isComparing && <HeardWords other={other} place={spoken} />,
    problem: failure && (
      <Failure
        title="The photo could not be loaded"
        words={errorWords(failure)}
        isTrying={viewer.isReading}
        onRetry={viewer.retry}
      />
    ),
    comparison: photo && (
      <Comparison
        title={name}
        {...{ photo, look, deciding, onKeyDown }}
        picture={around.picture}
        form={around.form}
        steps={
          <>
            {previous}
            {next}
          </>
        }
        foot={
          <>
            {around.decide}
            {around.tray}
            <HeardWords other={other} />
          </>
        }
      />
    ),
  }
}

/** To the photo before or after; off, with its reason, where there is none. */
function StepButton({
  icon,
  command,
  context,
}: {
  icon: 'previous' | 'next'
  command: Command
  context: PhotoContext
}) {
  const shortcut = useShortcut()
  return (
    <Button
      look="icon"
      aria-label={command.does}
      offReason={command.offReason?.(context)}
      onClick={() => command.run?.(context, '')}
      className="h-11 w-11"
      {...shortcut(command)}
    >
      <Icon name={icon} className="size-[1.375rem]" />
    </Button>
  )
}

import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { askOrganizationAgain, organizationQuery } from '../../cloudcard/photos-query'
import { Button } from '../../ui/button'
import type { Classification } from '../../cloudcard/classification'
import type { Organization } from '../../cloudcard/organization'
import { isReasonName } from './denial'
import { NumberedBox } from './form-frame'
import { percentText } from '../../fields/kinds/grade'

type Reason = {
  name: string
  /** CloudCard cannot be told a reason that is named like another parameter. */
  canBeSent: boolean
  /** 0..1: how sure the bot is, whatever that means for the photo; null where it says nothing. */
  sureness: number | null
}

/** The photo requirements as reasons, in the organization's order: 2 is always the same reason. */
export function reasonsOf(
  organization: Organization | null,
  classifications: readonly Classification[],
): Reason[] {
  return (organization?.photoRequirements ?? []).map(({ name }) => ({
    name,
    canBeSent: isReasonName(name),
    sureness:
      classifications.find(
        (classification) => classification.kind === 'label' && classification.name === name,
      )?.score ?? null,
  }))
}

/** The first nine have a number, which is their key. */
export function ReasonList({
  reasons,
  ticked,
  organization,
  onToggle,
}: {
  reasons: readonly Reason[]
  ticked: readonly string[]
  organization: Organization | null
  onToggle: (name: string) => void
}) {
  if (organization === null) return <UnknownReasons />
  if (reasons.length === 0) {
    return <p className="text-text-2">Your organization has no photo requirements in CloudCard.</p>
  }
  // Names alone stand two in a row, so that more of them are in sight.
  const isSaying = reasons.some(({ sureness, canBeSent }) => sureness !== null || !canBeSent)
  return (
    <fieldset className={`-mx-2 ${isSaying ? '' : 'grid grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))]'}`}>
      <legend className="sr-only">Photo requirements</legend>
      {reasons.map(({ name, canBeSent, sureness }, index) => (
        <NumberedBox
          key={name}
          place={index}
          type="checkbox"
          checked={ticked.includes(name)}
          disabled={!canBeSent}
          onChange={() => onToggle(name)}
        >
          <span className="min-w-0 flex-1 wrap-anywhere">
            {name}
            {!canBeSent && (
              <span className="block text-xs">
                CloudCard uses this name for something else, so it can't be a reason.
              </span>
            )}
          </span>
          {sureness !== null && (
            <span className="shrink-0 text-text-2">Bot: {percentText(sureness, null)} sure</span>
          )}
        </NumberedBox>
      ))}
    </fieldset>
  )
}

/** While the organization is not known. */
function UnknownReasons() {
  const client = useQueryClient()
  const isAsking = useIsFetching({ queryKey: organizationQuery(null).queryKey }) > 0
  return (
    <p className="text-text-2">
      {isAsking ? 'Loading the photo requirements…' : "The photo requirements aren't known yet."}{' '}
      <Button
        className="ml-1"
        offReason={isAsking ? 'Loading…' : undefined}
        onClick={() => askOrganizationAgain(client)}
      >
        Load them
      </Button>
    </p>
  )
}

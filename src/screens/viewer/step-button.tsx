import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { Step } from '../../photos/use-neighbours'

const labels = { previous: 'Previous photo', next: 'Next photo' }

/** To the photo before or after; off, with its reason, where there is none. */
export function StepButton({ direction, step }: { direction: keyof typeof labels; step: Step }) {
  return (
    <Button
      look="icon"
      aria-label={labels[direction]}
      offReason={step.offReason}
      onClick={step.go}
      className="h-11 w-11"
    >
      <Icon name={direction} className="size-[1.375rem]" />
    </Button>
  )
}

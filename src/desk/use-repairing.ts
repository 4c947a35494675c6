import { useEffect } from 'react'
import { useStore } from '../base/store'
import type { Photo } from '../cloudcard/photo'
import type { Process } from '../cloudcard/process-photo'
import { isInOffice, statusLabel } from '../fields/status'
import { useMayDecide } from '../session/session'
import { say } from '../ui/notice'
import type { Repairing } from './commands/command'
import { useHeldDecision } from './ledger/decided'
import { focusOpenHeading } from './heading-focus'
import { useRepairer, useReviewDesk } from './review-desk'
import { processes } from './repair/processes'
import { currentId } from './repair/replaced'
import { refusedProcesses, useRepair } from './repair/repairs'

/** The photo that was open last: what came of its repair is there until another one is opened. */
let lastOpen: number | null = null

/** Having the open photo turned, cropped and cleaned by CloudCard; by button or key, it is the same. */
export function useRepairing(photo: Photo | null): Repairing {
  const desk = useReviewDesk()
  const repairer = useRepairer()
  const mayDecide = useMayDecide()
  const id = photo?.id ?? null
  const held = useHeldDecision(id)
  const repair = useRepair(id)
  const refused = useStore(refusedProcesses)

  useEffect(() => {
    if (id === null) return
    if (lastOpen !== null && currentId(lastOpen) !== id) repairer.leave(currentId(lastOpen))
    lastOpen = id
  }, [id, repairer])

  function offReasonOf(process: Process): string | undefined {
    const { past } = processes[process]
    if (!photo) return undefined
    if (!mayDecide) return `Your account can view photos, but can't have them ${past}`
    if (!isInOffice(photo.status)) {
      return `A photo that is ${statusLabel(photo.status)} can't be ${past} any more`
    }
    if (refused.has(process)) return `CloudCard doesn't let your account have photos ${past}`
    if (repair?.state.kind === 'working') return 'CloudCard is still working on this photo'
    if (photo.isBotWorking) return "CloudCard's bot is still working on this photo"
    if (held && held.state.kind !== 'refused') return 'This photo has a decision. Undo it first'
    return undefined
  }

  return {
    repair,
    offReasonOf,
    press(process) {
      const offReason = offReasonOf(process)
      if (!photo || offReason) return say(`${offReason ?? 'Wait for the photo to load'}.`)
      // What was refused makes room.
      if (held) desk.dismiss(held.key)
      // Enter is for what comes of it, and not for the button once more.
      focusOpenHeading()
      repairer.start(photo, process)
    },
    keep() {
      if (photo) repairer.keep(photo.id)
    },
  }
}

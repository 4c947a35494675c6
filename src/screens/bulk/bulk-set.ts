import { useMemo, useRef } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { useStore } from '../../base/store'
import { firstAddress, useDeadPictures } from '../../picture/use-picture'
import { statusLabel } from '../../fields/status'
import { failureWords } from '../../desk/ledger/decision-words'
import type { AnyVerdict } from '../../desk/verdicts/verdicts'
import { decisionChanges, decisions } from '../../desk/ledger/decided'
import { isLookedAt, useLookedAt } from '../../desk/looked-at'
import { isBeingReplaced, repairs } from '../../desk/repair/repairs'
import { useSelection } from '../../desk/selection'
import { rowsOf } from '../../photos/photo-rows'

/** Why a photo is left out; null where it can be decided so. */
function leftOutWords(photo: Photo, verdict: AnyVerdict): string | null {
  if (isBeingReplaced(photo)) return 'Left out: CloudCard is still working on it'
  if (decisions.open.has(photo.id)) return 'Already decided'
  if (!verdict.from.includes(photo.status)) return `Left out: ${statusLabel(photo.status)}`
  if (verdict.isOfPicture && firstAddress(photo.picture) === null) return "Left out: can't be shown"
  return null
}

/** The exact set that is decided together: it stays what it was when it was opened, and is ticked as the selection is. */
export function useBulkSet(opened: readonly Photo[], verdict: AnyVerdict) {
  const selection = useSelection()
  useLookedAt()
  const dead = useDeadPictures()
  const repaired = useStore(repairs)
  const decided = useStore(decisionChanges)
  const last = useRef(opened)
  const photos = opened.map((photo) => selection.get(photo.id) ?? photo)
  // The same rows as long as no photo is known better: what is ticked and seen changes often.
  // oxlint-disable-next-line react/exhaustive-deps
  const same = photos.every((photo, index) => photo === last.current[index]) ? last.current : photos
  last.current = same
  const rows = useMemo(() => rowsOf(same.map((photo) => ({ kind: 'photo', photo }))), [same])
  const chosen = same.filter(({ id }) => selection.has(id))
  // It takes a while with thousands, and what is ticked and seen does not change it.
  const reasons = useMemo(() => {
    const entries = same.map((photo) => [photo.id, leftOutWords(photo, verdict)] as const)
    return new Map(entries.filter(([, reason]) => reason !== null))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [same, verdict, decided, dead, repaired])
  const ticked = chosen.filter(({ id }) => !reasons.has(id))
  const judging = useMemo(() => {
    const noteOf = ({ id }: Photo) => {
      const failure = decisions.failures.get(id)
      return reasons.get(id) ?? (failure ? failureWords(failure) : '')
    }
    return { noteOf }
  }, [reasons])
  return {
    /** All that were chosen when it was opened, in that order, as they are known by now. */
    rows,
    /** So many are ticked and can be decided so. */
    ticked: ticked.length,
    /** Those of them that were looked at, or of which there is no picture to look at: no other is decided. */
    ready: ticked.filter((photo) => isLookedAt(photo) || firstAddress(photo.picture) === null),
    /** What stands in the way of one of them, or went wrong with it before; '' where nothing. */
    judging,
    /** So many are ticked and cannot be decided so. */
    leftOut: chosen.length - ticked.length,
  }
}

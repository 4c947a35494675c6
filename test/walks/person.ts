import type { Seen } from './look'
import type { Office } from './office'
import type { Step } from './steps'

export type Verdict = 'APPROVED' | 'DENIED'
/** A decision that the person meant to make: where it was seen, and at which step. */
export type Intent = { photo: number; verdict: Verdict; step: number }

/** For so long a photo has to be on the screen before it can have been looked at, in ms. */
const lookMs = 300
const seenPart = 0.75

/** What the person has done and seen, which says what may be decided. */
export type Person = ReturnType<typeof createPerson>

export function createPerson(office: Office, now: () => number) {
  const intents: Intent[] = []
  /** Since when at the longest the open photo has been seen: the beginning of the step that brought it. */
  let looking: { photo: number; since: number; isLookedAt: boolean } | null = null
  let together: { photos: Map<number, number> } = { photos: new Map() }
  /** Decisions that were held when their tab crashed, and that nobody has been asked about since. */
  let lost: Intent[] = []
  /** After a reload the person has not come to the page. */
  let areLettersMeant = true
  /** What may stand in Search: what was typed since the address was opened; null where that is not known. */
  let typedInSearch: string[] | null = ['']

  const isClick = (step: Step) =>
    [
      'row',
      'button',
      'twice',
      'reason',
      'denyPhoto',
      'note',
      'search',
      'page',
      'refresh',
      'banner',
      'choose',
      'chooseAll',
      'together',
      'tray',
      'blank',
      'photo',
      'status',
      'view',
      'sort',
      'pageLink',
      'signIn',
      'clearSearch',
      'composition',
      'perPage',
      'signOut',
    ].includes(step.kind)
  const movingKeys = new Set(
    'Tab Shift+Tab Escape ArrowLeft ArrowRight ArrowUp ArrowDown Home End'.split(' '),
  )

  /** What was looked at stays so while it is open, also when the page is zoomed. */
  function look({ open }: Seen) {
    if (!looking || open?.photo !== looking.photo || !open.hasCome || open.part < seenPart) return
    if (now() - looking.since >= lookMs) looking.isLookedAt = true
  }

  /** What this step may decide, by what was on the screen when it began. */
  function meantBy(step: Step, seen: Seen): Intent[] {
    const { open, focus, dialogs } = seen
    const isBehindDialog = dialogs.length > 0 && dialogs.at(-1) !== 'Compare'
    const isLookedAt = open !== null && looking?.photo === open.photo && looking.isLookedAt
    const mean = (verdict: Verdict): Intent[] =>
      open && !isBehindDialog ? [{ photo: open.photo, verdict, step: 0 }] : []
    const approve = () => (isLookedAt ? mean('APPROVED') : [])
    const meanTogether = (verdict: Verdict): Intent[] =>
      [...together.photos]
        .filter(([, since]) => now() - since >= lookMs)
        .map(([photo]) => ({ photo, verdict, step: 0 }))
    const pressed = (name: string): Intent[] => {
      if (/^Approve( A)?$/.test(name)) return approve()
      if (/^(Deny photo|Same as last)/.test(name)) return mean('DENIED')
      if (/^Approve (\d+ photos?|the \d+ looked at)$/.test(name)) return meanTogether('APPROVED')
      if (/^Deny (\d+ photos?|the \d+ looked at)$/.test(name)) return meanTogether('DENIED')
      return []
    }
    const again = () =>
      intents.filter(
        (each, place) =>
          intents.findIndex(({ photo, verdict }) => photo === each.photo && verdict === each.verdict) ===
          place,
      )
    switch (step.kind) {
      case 'letter':
        return step.what === 'A' && areLettersMeant && !focus.isInField ? approve() : []
      case 'judge':
        // Looked at for a second more, if it has come by then.
        return step.what === 'A' &&
          areLettersMeant &&
          !focus.isInField &&
          (isLookedAt || (open?.part ?? 0) >= seenPart)
          ? mean('APPROVED')
          : []
      case 'denial':
        return mean('DENIED')
      case 'key':
        if (step.what !== 'Enter' && step.what !== ' ') return []
        if (/^(Use my decision|Send|Approve it now|Approve \d+ photos now)$/.test(focus.name)) return again()
        return focus.isInForm && step.what === 'Enter'
          ? [...mean('DENIED'), ...meanTogether('DENIED'), ...pressed(focus.name)]
          : pressed(focus.name)
      case 'button':
      case 'twice':
        return pressed(step.what)
      case 'denyPhoto':
        return mean('DENIED')
      case 'together':
        return meanTogether(step.what === 'Approve' ? 'APPROVED' : 'DENIED')
      case 'tray':
        // What was decided before is sent again.
        return ['Use my decision', 'Send', 'Approve it now'].includes(step.what) ? again() : []
      default:
        return []
    }
  }

  function noteLost(step: Step, number: number, before: Seen, all: readonly Seen[]) {
    if (step.kind === 'crash')
      for (const words of before.undo) {
        const intent = intents.findLast(({ photo, verdict }) => isOf(words, photo, verdict))
        if (intent) lost.push({ ...intent, step: number })
      }
    // Whoever signs out is told then, and by other words.
    if (step.kind === 'signOut') lost = []
    noteAsked(all)
  }
  function noteAsked(all: readonly Seen[]) {
    if (all.some(({ text }) => /(wasn't|weren't) sent before Loupe was closed/.test(text))) lost = []
  }
  /** "Approve marisol.vega@lakemont.example" */
  const isOf = (words: string, photo: number, verdict: Verdict) =>
    words === `${verdict === 'APPROVED' ? 'Approve' : 'Deny'} ${office.factsOf(photo)?.email}`

  return {
    noteLost,
    noteAsked,
    /** One that CloudCard does not have either; null where there is none. */
    lostDecision: (): Intent | null =>
      lost.find(
        ({ photo, verdict, step }) =>
          office.statusOf(photo) !== verdict &&
          !office
            .ownDecisions()
            .some((call) => call.photo === photo && call.verdict === verdict && call.step >= step - 20),
      ) ?? null,
    intents: intents as readonly Intent[],
    begin(step: Step, number: number, seen: Seen) {
      look(seen)
      for (const each of meantBy(step, seen)) intents.push({ ...each, step: number })
    },
    end(step: Step, begunAt: number, before: Seen, after: Seen, wasDone: boolean, isNewPage: boolean) {
      const { open } = after
      // What covers the photo, or takes its place, breaks the look.
      if (!open) looking = null
      else if (looking?.photo !== open.photo || isNewPage || before.open?.picture !== open.picture)
        looking = { photo: open.photo, since: begunAt, isLookedAt: false }
      look(after)
      const known = together.photos
      together = { photos: new Map() }
      for (const { photo, isSeen } of after.together) {
        const id = office.photoOf(photo)
        if (id !== null && isSeen) together.photos.set(id, known.get(id) ?? begunAt)
      }
      if (isNewPage)
        areLettersMeant = ['open', 'openAtRelease', 'openTab', 'crash', 'reopen'].includes(step.kind)
      else if (['nextTab', 'closeTab'].includes(step.kind)) areLettersMeant = true
      else if (wasDone && (isClick(step) || (step.kind === 'key' && movingKeys.has(step.what))))
        areLettersMeant = true

      if (step.kind === 'open' || step.kind === 'openAtRelease') typedInSearch = ['']
      else if (['back', 'forward', 'nextTab', 'closeTab', 'openTab', 'crash', 'reopen'].includes(step.kind))
        typedInSearch = null
      // Whatever is typed may go into Search, where the focus is there.
      else if (
        ['search', 'clearSearch', 'key', 'letter', 'judge', 'denial', 'reloadTyping', 'tray'].includes(
          step.kind,
        )
      )
        typedInSearch = null
    },
    mayStandInSearch: (text: string) => typedInSearch === null || typedInSearch.includes(text),
  }
}

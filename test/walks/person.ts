import type { Seen } from './look'
import type { Office } from './office'
import type { Step } from './steps'
import { repairs, verdicts, type Verdict } from './verdicts'

/** A decision that the person meant to make: where it was seen, and at which step. */
export type Intent = { photo: number; verdict: Verdict; step: number }

/** For so long a photo has to be on the screen before it can have been looked at, in ms. */
const lookMs = 300
const seenPart = 0.75

/** What the person has done and seen, which says what may be decided. */
export type Person = ReturnType<typeof createPerson>

export function createPerson(office: Office, now: () => number) {
  const intents: Intent[] = []
  /** What CloudCard was meant to be asked for. */
  const repairIntents: { photo: number; process: string; step: number }[] = []
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
      'holdReason',
      'holdPhoto',
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
    /** Those whose letter, or button, decides at once. */
    const meanAtOnce = (isAsked: (verdict: (typeof verdicts)[number]) => boolean): Intent[] =>
      verdicts
        .filter((verdict) => isAsked(verdict) && verdict.onlyFrom !== undefined && standsUnder(open, verdict))
        .flatMap(({ to }) => mean(to))
    const approve = () => (isLookedAt ? mean('APPROVED') : [])
    const meanTogether = (verdict: Verdict): Intent[] =>
      [...together.photos]
        .filter(([, since]) => now() - since >= lookMs)
        .map(([photo]) => ({ photo, verdict, step: 0 }))
    const pressed = (name: string): Intent[] => {
      if (/^Approve( A)?$/.test(name)) return approve()
      if (/^(Deny photo|Same as last)/.test(name)) return mean('DENIED')
      if (name.startsWith('Hold photo')) return mean('ON_HOLD')
      const together = verdicts.find(({ does }) =>
        new RegExp(`^${does} (\\d+ photos?|the \\d+ looked at)$`).test(name),
      )
      if (together) return meanTogether(together.to)
      const alone = name.replace(/ [A-Z]$/, '')
      return meanAtOnce(({ does }) => does === alone)
    }
    const again = () =>
      intents.filter(
        (each, place) =>
          intents.findIndex(({ photo, verdict }) => photo === each.photo && verdict === each.verdict) ===
          place,
      )
    switch (step.kind) {
      case 'letter':
        if (!areLettersMeant || focus.isInField) return []
        return step.what === 'A' ? approve() : meanAtOnce(({ letter }) => letter === step.what)
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
      case 'hold':
        return [
          ...mean('ON_HOLD'),
          ...(areLettersMeant && !focus.isInField ? meanAtOnce(({ letter }) => letter === 'H') : []),
        ]
      case 'holdPhoto':
        return mean('ON_HOLD')
      case 'key':
        if (step.what !== 'Enter' && step.what !== ' ') return []
        if (/^(Use my decision|Send|Approve it now|Approve \d+ photos now)$/.test(focus.name)) return again()
        if (step.what === 'Enter') {
          const asked = verdicts.find(({ form }) => form !== undefined && form === focus.form)
          if (asked) return [...mean(asked.to), ...meanTogether(asked.to), ...pressed(focus.name)]
        }
        return pressed(focus.name)
      case 'button':
      case 'twice':
        return pressed(step.what)
      case 'denyPhoto':
        return mean('DENIED')
      case 'together':
        return verdicts.filter(({ does }) => does === step.what).flatMap(({ to }) => meanTogether(to))
      case 'tray':
        // What was decided before is sent again.
        return ['Use my decision', 'Send', 'Approve it now'].includes(step.what) ? again() : []
      default:
        return []
    }
  }

  /** What a step has CloudCard do with the open photo. */
  function repairsMeantBy({ kind, what }: Step, { open, focus, dialogs }: Seen) {
    if (!open || (dialogs.length > 0 && dialogs.at(-1) !== 'Compare')) return []
    const isByLetter = kind === 'repair' && areLettersMeant && !focus.isInField
    const isOnFocus = kind === 'key' && (what === 'Enter' || what === ' ')
    const name = (isOnFocus ? focus.name : ['button', 'twice', 'tray'].includes(kind) ? what : '').replace(
      / [A-Z]$/,
      '',
    )
    return repairs
      .filter(
        ({ letter, names }) =>
          (isByLetter && letter === what) || name === 'Try again' || names.some((each) => each === name),
      )
      .map(({ process }) => ({ photo: open.photo, process }))
  }

  /** Under which status the open photo stands on the screen; where none is told, as it was at any time. */
  function standsUnder(open: Seen['open'], { onlyFrom, from }: (typeof verdicts)[number]): boolean {
    if (!open) return false
    const told = open.facts['Status']
    return told === undefined
      ? office.stays(open.photo).some(({ status }) => from.includes(status))
      : told.startsWith(onlyFrom ?? '')
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
    verdicts.some(({ to, does }) => to === verdict && words === `${does} ${office.factsOf(photo)?.email}`)

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
    repairs: repairIntents as readonly (typeof repairIntents)[number][],
    begin(step: Step, number: number, seen: Seen) {
      look(seen)
      for (const each of meantBy(step, seen)) intents.push({ ...each, step: number })
      for (const each of repairsMeantBy(step, seen)) repairIntents.push({ ...each, step: number })
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
        [
          'search',
          'clearSearch',
          'key',
          'letter',
          'judge',
          'repair',
          'denial',
          'hold',
          'holdReason',
          'reloadTyping',
          'tray',
        ].includes(step.kind)
      )
        typedInSearch = null
    },
    mayStandInSearch: (text: string) => typedInSearch === null || typedInSearch.includes(text),
  }
}

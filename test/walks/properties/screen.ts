import type { Seen, SeenPhoto } from '../look'
import type { Office } from '../office'
import type { Property } from './property'

const wordsOfStatus: Record<string, string> = {
  Pending: 'PENDING',
  Approved: 'APPROVED',
  Denied: 'DENIED',
  'On hold': 'ON_HOLD',
  Failed: 'FAILED',
  'Ready for download': 'READY_FOR_DOWNLOAD',
  Downloaded: 'DOWNLOADED',
  Done: 'DONE',
  'En route': 'ENROUTE',
}

const statusOf = (caption: string) =>
  wordsOfStatus[caption.replace(/ photos$/i, '').replace(/^\w/, (first) => first.toUpperCase())]

/** A status, or what is being done or was done with it. */
const saysWhatIs = (words: string, status: string | undefined) =>
  /(Turn|Cropp|Clean|Approv|Deny|Hold|Releas|Send)ing|Skipped|Not \w|Changed by someone else/.test(words) ||
  Object.entries(wordsOfStatus).some(([word, each]) => each === status && words.includes(word))

/** Heading and rows belong together. */
export const rows: Property = {
  name: 'heading and rows belong together',
  complaint({ after, office }) {
    const { list, heading, tab } = after
    if (!list) return null
    if (heading && tab && !tab.startsWith(heading)) return `The heading says ${heading}, the tab ${tab}.`
    if (!new RegExp(`^${heading}`, 'i').test(list.caption))
      return `The heading says ${heading}, the list ${list.caption}.`
    const status = statusOf(heading)
    for (const { photo, words, picture } of list.rows) {
      const facts = photo === null ? null : office.factsOf(photo)
      if (photo === null || !facts) continue
      const wasThat = (id: number) => office.stays(id).some((stay) => stay.status === status)
      // What CloudCard has made of a photo keeps its place until the list is read again, and says what it is.
      const isMade = office.madeOf(photo).some(wasThat) && saysWhatIs(words, office.statusOf(photo))
      if (status && !wasThat(photo) && !isMade)
        return `Photo ${photo} stands under ${heading} as "${words}", and never was that.`
      if (facts.email && list.caption.endsWith('photos') && after.list && !words.includes(facts.email))
        return `The row of photo ${photo} says "${words}", and it is of ${facts.email}.`
      const shown = picture === '' ? photo : office.photoOf(picture)
      if (shown !== photo) return `The row of photo ${photo} has the picture of photo ${shown}.`
    }
    return null
  },
}

/** Picture and facts are of one photo. */
export const onePhoto: Property = {
  name: 'picture and facts are of one photo',
  complaint: ({ all, office }) => {
    for (const { open } of all) {
      const complaint = open && photoComplaint(open, office)
      if (complaint) return complaint
    }
    return null
  },
}

function photoComplaint(
  { photo, picture, heading, facts, pageLink }: SeenPhoto,
  office: Office,
): string | null {
  const known = office.factsOf(photo)
  if (!known) return null
  const shown = picture === '' ? photo : office.photoOf(picture)
  // Of what CloudCard has made, the original and the picture before are shown as well.
  const isOf = shown === photo || (shown !== null && office.madeOf(photo).includes(shown))
  if (!isOf) return `Photo ${photo} is open with the picture of photo ${shown}.`
  const { email, identifier } = known
  if (heading.includes('@') && email && !heading.includes(email))
    return `Photo ${photo} is of ${email}, and its heading says "${heading}".`
  const told = Object.entries(wordsOfStatus).find(([words]) => facts['Status']?.startsWith(words))?.[1]
  if (told && !office.stays(photo).some(({ status }) => status === told))
    return `Photo ${photo} is said to be ${told}, and never was that.`
  const mail = facts['E-mail']
  if (mail !== undefined && email && !mail.startsWith(email))
    return `Photo ${photo} is of ${email}, and its facts say ${mail}.`
  const number = facts['ID number'] ?? facts['Student ID'] ?? facts['Campus ID']
  if (number !== undefined && identifier?.trim() && !number.startsWith(identifier.trim()))
    return `Photo ${photo} has the ID number ${identifier}, and its facts say ${number}.`
  if (pageLink && !pageLink.includes(`/photos/${photo}`))
    return `Photo ${photo} links to the page ${pageLink}.`
  return null
}

/** "1–25 of 100, 3 decided", "26–50 of more than 50" */
const range = /^([\d,]+)(?:–([\d,]+))? of ([\d,]+)(?=$|[ ,])/
const numberOf = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''))

/** Totals never contradict rows, nor what the office has. */
export const totals: Property = {
  name: 'totals never contradict rows',
  complaint({ after, office, person }) {
    const { place, list, heading, searchText, address } = after
    const found = range.exec(place)
    if (!found || !list) return null
    const [from, to, total] = [numberOf(found[1]), numberOf(found[2] ?? found[1]), numberOf(found[3])]
    if (from < 1 || to < from || total < to) return `The list says "${place}".`
    const decided = numberOf(/, ([\d,]+) decided/.exec(place)?.[1])
    const drawn = list.rows.length
    if (
      drawn <= 100 &&
      drawn > 0 &&
      to - from + 1 + decided !== drawn &&
      !/max=(250|1000|all)/.test(address) &&
      !list.isBusy
    )
      return `The list says "${place}" and has ${drawn} rows.`
    const isNarrowed =
      /that match|loaded/.test(place) ||
      searchText !== '' ||
      /[?&](checks|score|submitted|documents|unreadable|skipped|problem)=/.test(address)
    if (isNarrowed) return null
    const [least, most] = office.countsOf(statusOf(heading))
    // What is held counts as gone already.
    // What is held, or was decided together, counts as gone already.
    const own = person.intents.length
    if (total > most + own || total < least - own)
      return `The list says "${place}", and the office had ${least} to ${most}.`
    return null
  },
}

export const search: Property = {
  name: 'a list is searched for what stands in Search, and nothing else',
  complaint({ after, person }) {
    const { searchText, place, address } = after
    if (place === '') return null
    if (!person.mayStandInSearch(searchText))
      return `Search says "${searchText}", and nobody has typed it here.`
    if (
      searchText === '' &&
      / that match/.test(place) &&
      !/[?&](?!status|page|max|photo|view|sort)\w+=/.test(address)
    )
      return `Nothing is searched for, and the list says "${place}".`
    return null
  },
}

/** It is another page, or a click that may be on nothing. */
const leavesFocus = (
  'open openAtRelease reload reloadTyping back forward openTab nextTab closeTab crash reopen signIn signOut zoom ' +
  'blank photo twice'
).split(' ')

export const focus: Property = {
  name: 'focus never falls to the body',
  complaint({ step, before, after, loadedByItself }) {
    if (leavesFocus.includes(step.kind) || loadedByItself > 0) return null
    if (before.focus.isNowhere || !after.focus.isNowhere) return null
    if (after.address.startsWith('/sign-in') || isLocked(after)) return null
    // There Tab goes on to the browser's own buttons, and comes back with the next one.
    if ((step.what === 'Tab' && before.focus.isLast) || (step.what === 'Shift+Tab' && before.focus.isFirst))
      return null
    return `The focus was on ${before.focus.role} "${before.focus.name}" and is nowhere.`
  },
}

export const isLocked = ({ heading }: Seen): boolean => heading === 'Loupe is locked'
const nobodyThere = (seen: Seen) => seen.address.startsWith('/sign-in') || isLocked(seen)

export const nobody: Property = {
  name: "nobody's face, name or e-mail is on the screen after lock or sign-out",
  complaint({ all, office, kept }) {
    for (const seen of all.filter(nobodyThere)) {
      const mail = /[\w.+-]+@(?!example\.edu)[\w.-]+/.exec(seen.text + seen.title)
      if (mail) return `Nobody is signed in, and the page says ${mail[0]}.`
      const face = seen.pictures.find((picture) => office.photoOf(picture) !== null)
      if (face) return `Nobody is signed in, and the picture ${face} is on the page.`
    }
    const mail = /[\w.+-]+(@|%40)lakemont[\w.-]+/.exec(kept)
    return mail ? `The browser keeps ${mail[0]}.` : null
  },
}

export const whole: Property = {
  name: 'Loupe goes on, and says nothing on the console',
  complaint({ all, said }) {
    if (all.some(({ text }) => text.includes('Loupe has stopped'))) return 'Loupe has stopped.'
    return said.length > 0 ? `On the console: ${said[0]?.slice(0, 600)}` : null
  },
}

export const reloads: Property = {
  name: 'Loupe never reloads by itself',
  complaint({ loadedByItself, all, before, step }) {
    if (loadedByItself === 0 || all.some(nobodyThere) || step.kind === 'signIn' || step.kind === 'signOut')
      return null
    // Whoever presses Reload has asked for it.
    if (before.focus.name.startsWith('Reload')) return null
    return 'A page was loaded again, and nobody has asked for it.'
  },
}

/** Each countdown has one in a second, and so has the lock of an idle desk; what they draw counts too. */
const mostInTenSeconds = 100

export const idle: Property = {
  name: 'nothing runs for ever when nobody does anything',
  complaint: ({ ranWhileIdle }) =>
    ranWhileIdle > mostInTenSeconds ? `${ranWhileIdle} timers and frames ran in ten seconds.` : null,
}

import { verdicts } from '../verdicts'
import type { Property } from './property'

const doing = new RegExp(`^(${verdicts.map(({ does }) => does).join('|')}) (.*)$`)

export const meant: Property = {
  name: 'a photo is decided only where the person has looked at it and decided',
  complaint({ office, person }) {
    for (const { photo, verdict, step } of office.ownDecisions()) {
      const isMeant = person.intents.some(
        (intent) => intent.photo === photo && intent.verdict === verdict && intent.step <= step,
      )
      if (!isMeant)
        return `Photo ${photo} was sent as ${verdict} in step ${step}, and nobody has decided that.`
    }
    return null
  },
}

/** The decisions that are held are told at once, long before they are sent. */
export const held: Property = {
  name: 'letters and clicks decide only where the person has put the focus, and on one photo',
  complaint({ after, before, office, person, number, step }) {
    if (
      [
        'nextTab',
        'closeTab',
        'openTab',
        'open',
        'back',
        'forward',
        'reload',
        'crash',
        'reopen',
        'signIn',
      ].includes(step.kind)
    )
      return null
    const known = new Set(before.undo)
    for (const words of after.undo.filter((each) => !known.has(each))) {
      const [, does, whom] = doing.exec(words) ?? []
      const verdict = verdicts.find((each) => each.does === does)?.to
      const isMeant = person.intents.some(({ photo, verdict: its, step }) => {
        const facts = office.factsOf(photo)
        return (
          its === verdict &&
          step <= number &&
          (facts?.email === whom || whom === `photo ${photo}` || facts?.email === '')
        )
      })
      if (!isMeant) return `"${words}" is held, and nobody has decided that.`
    }
    return null
  },
}

export const once: Property = {
  name: 'each decision is made once',
  complaint({ office, person }) {
    const counts = new Map<string, number>()
    for (const { photo, verdict, hasChanged } of office.ownDecisions()) {
      if (!hasChanged) continue
      const key = `${photo} ${verdict}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const [key, count] of counts) {
      const meantTimes = person.intents.filter(({ photo, verdict }) => `${photo} ${verdict}` === key).length
      if (count > Math.max(1, meantTimes)) return `Photo ${key} was made ${count} times.`
    }
    return null
  },
}

export const oneAtATime: Property = {
  name: 'one request at a time decides on a photo',
  complaint: ({ office }) => (office.mostAtOnce() > 1 ? 'Two decisions on one photo were under way.' : null),
}

/** Nothing is decided on a photo that is discarded, or has left the office; what is on hold is released first. */
export const leads: Property = {
  name: 'each decision leads from a status in which the office decides it',
  complaint({ office }) {
    for (const { photo, verdict, from, hasChanged, path } of office.ownDecisions()) {
      if (verdict === 'ON_HOLD' && !/[?&]onHoldReason=./.test(path))
        return `Photo ${photo} was held, and no reason was told.`
      const isKnown = verdicts.some((each) => each.to === verdict && each.from.includes(from ?? ''))
      // What arrives once more changes nothing.
      if (hasChanged && from !== verdict && !isKnown)
        return `Photo ${photo} was made ${verdict} when it was ${from}.`
    }
    return null
  },
}

/** It cannot be undone, and a second time makes another photo. */
export const repaired: Property = {
  name: 'CloudCard is asked to change a picture as often as a person has asked for it',
  complaint({ office, person }) {
    const counts = new Map<string, number>()
    for (const { photo, process } of office.ownRepairs()) {
      const key = `${photo} ${process}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const [key, count] of counts) {
      const meantTimes = person.repairs.filter(({ photo, process }) => `${photo} ${process}` === key).length
      if (count > meantTimes)
        return `Photo ${key} was asked for ${count} times, and meant ${meantTimes} times.`
    }
    return null
  },
}

import type { Property } from './property'

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
      const [, does, whom] = /^(Approve|Deny) (.*)$/.exec(words) ?? []
      const verdict = does === 'Approve' ? 'APPROVED' : 'DENIED'
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

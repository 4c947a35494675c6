import type { Call } from './cell'
import type { Fault } from './faults'

type Rule = { applies: (call: Pick<Call, 'name' | 'answers'>, fault: Fault) => boolean; why: string }

/** Why a fault cannot befall a call; each line is a rule for all calls of a kind. */
const rules: readonly Rule[] = [
  {
    applies: ({ answers }, { only }) => only === 'rows' && answers !== 'rows',
    why: 'it is answered with one thing, not with rows of which one could be bad',
  },
  {
    applies: ({ answers }, { only }) => only === 'one photo' && !['a photo', 'a change'].includes(answers),
    why: 'it does not ask for a photo by its number, so no other photo can come in its place',
  },
  {
    applies: ({ answers }, { only }) => only === 'change' && !['a change', 'nothing'].includes(answers),
    why: 'it changes nothing, so there is nothing that could be left undone',
  },
  {
    applies: ({ name }, fault) => name === 'bulk' && fault.name === 'yes without doing it',
    why: 'nobody could tell: after a yes the photos of a decision on many are not read again, which would be as many requests once more',
  },
  {
    applies: ({ answers }, { name }) => answers === 'nothing' && name === 'yes without doing it',
    why: 'nobody could tell: a token that was told to end is not used again',
  },
  {
    applies: ({ answers }, { name }) => answers === 'a person' && name === '404',
    why: 'it is how CloudCard says that there is no such person',
  },
]

export const whyNone = (call: Call, fault: Fault): string | null =>
  rules.find(({ applies }) => applies(call, fault))?.why ?? null

import { type AnyVerdict, verdicts } from '../verdicts/verdicts'
import { command, inForm, type Command } from './command'

/** The key of a verdict: it decides, or opens and closes the form. */
export const commandOf = (verdict: AnyVerdict) =>
  command({
    keys: [verdict.key],
    does: verdict.help,
    isPossible: ({ photo }) => photo !== null && verdict.from.includes(photo.status),
    isInForm: ({ deciding }) => deciding.openVerdict === verdict,
    run: ({ deciding }) => deciding.press(verdict),
  })

export const verdictCommands: readonly Command[] = verdicts.map(commandOf)

/** The keys of the forms. */
export const formCommands: readonly Command[] = verdicts.flatMap(({ form, words }) => {
  const where = inForm(words.doing)
  return form ? form.keys.map((key) => command({ ...key, where })) : []
})

import { type AnyVerdict, verdicts } from '../verdicts/verdicts'
import { inForm, inPhoto, type Command } from './command'

/** The key of a verdict: it decides, or opens and closes the form. */
export const commandOf = (verdict: AnyVerdict): Command => ({
  keys: [verdict.key],
  label: verdict.key.toUpperCase(),
  does: verdict.help,
  where: inPhoto,
  isPossible: ({ photo }) => photo !== null && verdict.from.includes(photo.status),
  isInForm: ({ deciding }) => deciding.openVerdict === verdict,
  run: ({ deciding }) => deciding.press(verdict),
})

export const verdictCommands: readonly Command[] = verdicts.map(commandOf)

/** The keys of the forms. */
export const formCommands: readonly Command[] = verdicts.flatMap(({ form, words }) => {
  const where = inForm(words.doing)
  return form === null ? [] : form.keys.map((key) => ({ ...key, where }))
})

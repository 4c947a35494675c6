import { shorten } from './shorten'
import { runWalk, walkWords, type Failure, type Maker, type Walk } from './walk'

/** A walk that failed, made as short as it can be within so many tries, in words that a person can follow. */
export async function failingWalkWords(
  walk: Walk,
  failure: Failure,
  make: Maker,
  mostTries: number,
): Promise<string> {
  const steps = walk.steps.slice(0, failure.step)
  /** Of the shortest so far: a walk says with other steps something else of the same property, and in a browser with the same ones too. */
  let { complaint } = failure
  const isSame = async (shorter: Walk['steps']) => {
    const { failure: other } = await runWalk({ ...walk, steps: shorter }, make)
    if (other?.property !== failure.property) return false
    complaint = other.complaint
    return true
  }
  const { steps: left, tries } = await shorten(steps, isSame, mostTries)
  return [
    `Walk ${walk.seed} fails: ${failure.property}.`,
    `  ${complaint}`,
    `  ${left.length} of its ${steps.length} steps are enough (${tries} tries). Signed in, on the pending photos:`,
    walkWords({ ...walk, steps: left }),
  ].join('\n')
}

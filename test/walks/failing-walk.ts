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
  const isSame = async (shorter: Walk['steps']) => {
    const { failure: other } = await runWalk({ ...walk, steps: shorter }, make)
    return other?.property === failure.property
  }
  const { steps: left, tries } = await shorten(steps, isSame, mostTries)
  const { failure: last } = await runWalk({ ...walk, steps: left }, make)
  return [
    `Walk ${walk.seed} fails: ${failure.property}.`,
    `  ${last?.complaint ?? failure.complaint}`,
    `  ${left.length} of its ${steps.length} steps are enough (${tries} tries). Signed in, on the pending photos:`,
    walkWords({ ...walk, steps: left }),
  ].join('\n')
}

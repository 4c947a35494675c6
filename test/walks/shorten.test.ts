import { expect, it } from 'vitest'
import { shorten } from './shorten'
import type { Step } from './steps'

const stepsOf = (count: number): Step[] =>
  Array.from({ length: count }, (_, amount) => ({ kind: 'row', what: '', amount, after: 350 }))
const amounts = (steps: readonly Step[]) => steps.map(({ amount }) => amount)

it('of a walk that fails by three of its steps, those three are left', async () => {
  const fails = async (steps: readonly Step[]) =>
    [17, 80, 81].every((wanted) => amounts(steps).includes(wanted))
  const { steps } = await shorten(stepsOf(200), fails, 500)
  expect(amounts(steps)).toEqual([17, 80, 81])
})

it('after so many tries what is left by then is given, and still fails', async () => {
  let tried = 0
  const fails = async (steps: readonly Step[]) => {
    tried++
    return amounts(steps).includes(3) && amounts(steps).includes(190)
  }
  const { steps, tries } = await shorten(stepsOf(200), fails, 10)
  expect([tried, tries]).toEqual([10, 10])
  expect(amounts(steps)).toEqual(expect.arrayContaining([3, 190]))
  expect(steps.length).toBeLessThan(200)
})

import { createStore } from '../components/store'
import { createOffice, plainHabits, type Habits } from '../queue/office'

/** How CloudCard gives out its lists, as far as the answers of this session have shown. */
export const officeHabits = createStore<Habits>(plainHabits)

export let office = createOffice(officeHabits.set)

export function forgetOffice(): void {
  office = createOffice(officeHabits.set)
  officeHabits.set(plainHabits)
}

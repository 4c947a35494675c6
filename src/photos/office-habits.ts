import { createStore } from '../base/store'
import { livesFor } from '../base/lifetimes'
import { createOffice, plainHabits, type Habits } from '../queue/office'

/** How CloudCard gives out its lists, as far as the answers of this session have shown. */
export const officeHabits = createStore<Habits>(plainHabits)

export let office = createOffice(officeHabits.set)

livesFor('read', () => {
  office = createOffice(officeHabits.set)
  officeHabits.set(plainHabits)
})

import type { Person } from './session'

/** Where CloudCard told no name, nobody can say that it is the same person. */
export function isSamePerson(one: Pick<Person, 'username'>, other: Pick<Person, 'username'>): boolean {
  const name = one.username.trim().toLowerCase()
  return name !== '' && name === other.username.trim().toLowerCase()
}

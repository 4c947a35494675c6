import { all, find, isSoon, leave, one, pass, press } from './person'
import { mailsTo, office } from './desk'

/** What My decisions says of each photo, and where the office has it otherwise: each decision once, and on this photo. */
export async function disagreements(): Promise<string[]> {
  if (!one('banner')) return []
  await leave()
  await pass(20)
  await press(await find('link', 'My decisions'))
  await isSoon(() => one('heading', 'My decisions'))
  const seen = new Set<number>()
  return all('row', undefined, one('table', 'Decisions of this session')).flatMap((row) => {
    const id = Number(one('link', /^\d+$/, row)?.textContent)
    const result = all('cell', undefined, row).at(-1)?.textContent ?? ''
    // The newest stands first.
    if (!id || seen.has(id)) return []
    seen.add(id)
    const isSaid = result.startsWith('Approved')
    const isDone = office(id) === 'APPROVED' && mailsTo(id) === 1
    return isSaid === isDone
      ? []
      : [`My decisions says “${result}” of ${id}, which is ${office(id)} in the office`]
  })
}

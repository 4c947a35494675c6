import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Saved } from './hands'
import { until } from './until'

/** What a click saves into a folder, once it is whole. */
export async function savedIn(folder: string, click: () => Promise<void>): Promise<Saved> {
  const before = await readdir(folder)
  await click()
  let last = ''
  return until(async () => {
    const name = (await readdir(folder)).find((each) => !before.includes(each) && each.endsWith('.csv'))
    if (!name) return null
    const text = await readFile(join(folder, name), 'utf8')
    const isWhole = text !== '' && text === last
    last = text
    return isWhole && { name, text }
  }, `a file is saved in ${folder}`)
}

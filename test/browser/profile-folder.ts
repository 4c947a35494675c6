import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { chromium, type BrowserContext } from '@playwright/test'

/** A browser with a folder of its own for what it keeps, as the one on somebody's desk. */
export interface OwnBrowser {
  context: BrowserContext
  /** Closes it: what it wants to keep is on the disk then. */
  close: () => Promise<void>
  /** The files in which something stands, by what it is called. */
  filesWith: (needles: Record<string, string | Buffer>) => Promise<Record<string, string[]>>
  remove: () => Promise<void>
}

/** The whole browser of a desk: what it writes to the disk is more than its engine does. */
export const wholeBrowser = { executablePath: process.env.CHROMIUM_PATH || undefined }

export async function openOwnBrowser(preferences = {}): Promise<OwnBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'loupe-profile-'))
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  const context = await chromium.launchPersistentContext(folder, wholeBrowser)
  return {
    context,
    close: () => context.close(),
    filesWith: (needles) => filesWith(folder, needles),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** As it stands in files: as it is, in an address, in figures; a byte a letter, or two. */
function formsOf(needle: string | Buffer): Buffer[] {
  const bytes = Buffer.from(needle)
  const texts = [bytes.toString('hex'), bytes.toString('base64').replace(/=*$/, '').slice(0, -1)]
  if (typeof needle === 'string')
    texts.push(needle, encodeURIComponent(needle), new URLSearchParams({ a: needle }).toString().slice(2))
  return [bytes, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])]
}

async function filesWith(
  folder: string,
  needles: Record<string, string | Buffer>,
): Promise<Record<string, string[]>> {
  const forms = Object.entries(needles).map(([name, needle]) => [name, formsOf(needle)] as const)
  const found: Record<string, string[]> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const whole = await readFile(path)
    const contents = [whole, Buffer.from(path), ...unpacked(whole)]
    for (const [name, all] of forms) {
      if (all.some((form) => contents.some((content) => content.includes(form))))
        (found[name] ??= []).push(path.slice(folder.length + 1))
    }
  }
  return found
}

const gzipBegin = Buffer.of(0x1f, 0x8b, 0x08)

/** What stands packed in a file, as answers do that came so. */
function unpacked(content: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = content.indexOf(gzipBegin); at >= 0; at = content.indexOf(gzipBegin, at + 1)) {
    try {
      parts.push(gunzipSync(content.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }))
    } catch {
      // It only began like that.
    }
  }
  return parts
}

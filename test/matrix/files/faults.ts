import { faults } from '../faults'
import type { Exchange } from '../wire'

/** What the app asks a server of files for. */
export type FileKind = 'a picture' | 'a script'

export type FileFault = {
  name: string
  play: (exchange: Exchange) => Promise<Response>
  isOffline?: true
}

/** The file as it is, and something happens to it on the way. */
const changed =
  (change: (file: ArrayBuffer) => ArrayBuffer, type?: string) =>
  async ({ answer }: Exchange) => {
    const file = await answer()
    const headers = { 'Content-Type': type ?? file.headers.get('Content-Type') ?? '' }
    return new Response(change(await file.arrayBuffer()), { headers })
  }

/** As after an update: the old name of the file is gone from the server. */
const oldName = 'old file name after a release'

/** Everything that may go wrong with a call, and what only a file has. */
export const fileFaults: readonly FileFault[] = [
  ...faults,
  { name: 'cut off', play: changed((file) => file.slice(0, Math.ceil(file.byteLength / 2))) },
  { name: 'wrong type of file', play: changed((file) => file, 'text/plain') },
  { name: oldName, play: async () => new Response('Not found\n', { status: 404 }) },
]

const never = new Set(['time-out', 'one byte a second', 'no end'])
/** The file never comes as a whole: it takes its time until it is given up. */
export const isSlow = ({ name }: FileFault): boolean => never.has(name)

/** Why a fault cannot befall a file; each line is a rule for all files of a kind. */
export function whyNoneOfFile(
  { kind, isSignedOut }: { kind: FileKind; isSignedOut?: true },
  { name }: { name: string },
): string | null {
  const only = faults.find((fault) => fault.name === name)?.only
  if (only) return 'it is about JSON, and this is a file'
  if (/^(409|412|422|429 with)/.test(name)) return 'a server of files does not answer so'
  if (isSignedOut && name === 'offline') return 'it is asked for with the page, which does not come either'
  if (kind === 'a picture' && name === oldName) return 'the names of pictures do not change with a release'
  return null
}

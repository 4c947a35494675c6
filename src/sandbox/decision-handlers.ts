import { http, HttpResponse, type HttpHandler } from 'msw'
import { bodyOf, failure, signedIn, type SandboxState } from './answers'
import { organization } from './data/organization'
import { mailFor, type MailContent } from './mails'
import { photoRow } from './photo-answers'
import { processes } from './photo-record'
import { plainRow } from './photo-row'
import type { Session } from './sessions'
import { allStatuses } from './status-counts'

const statuses: ReadonlySet<string> = new Set(allStatuses)
const requirements: ReadonlySet<string> = new Set(organization.photoRequirements.map(({ name }) => name))

/** In: the query of a denial. Out: what the e-mail says, or the name of a parameter that nobody knows. */
function readReasons(params: URLSearchParams): MailContent | { unknown: string } {
  const content: MailContent = { reasons: [], otherReason: '', note: '' }
  for (const [name, value] of params) {
    if (name === 'onHoldReason') continue
    if (name === 'otherReason') content.otherReason = value
    else if (name === 'noteToCardholder') content.note = value
    else if (!requirements.has(name)) return { unknown: name }
    else if (value === 'true') content.reasons.push(name)
  }
  return content
}

/** What a strict office answers where nothing is published: 403 to holding, 422 to what has failed. */
function refusalOf(from: string, to: string, { refuses }: SandboxState): Response | null {
  if (refuses.includes('hold') && (to === 'ON_HOLD' || from === 'ON_HOLD')) {
    return failure(403, 'Forbidden', 'This account may not put photos on hold')
  }
  if (refuses.includes('failed') && from === 'FAILED') {
    return failure(422, 'Unprocessable Entity', 'status can not be changed from FAILED')
  }
  return null
}

async function update(
  state: SandboxState,
  request: Request,
  id: string,
  { isOffice }: Session,
): Promise<Response> {
  const record = /^\d{1,16}$/.test(id) ? state.db.photo(Number(id)) : undefined
  if (!isOffice) return failure(403, 'Forbidden', 'Only the office decides')
  if (!record) return failure(404, 'Not Found', `There is no photo ${id}`)
  const body = await bodyOf(request)
  const { status, version } = body ?? {}
  if (typeof status !== 'string' || !statuses.has(status)) {
    return failure(422, 'Unprocessable Entity', 'status must be one of the statuses')
  }
  const refused = refusalOf(record.status, status, state)
  if (refused) return refused
  const content = readReasons(new URL(request.url).searchParams)
  if ('unknown' in content) {
    return failure(400, 'Bad Request', `There is no photo requirement "${content.unknown}"`)
  }
  // Documented: without a version nothing is checked.
  if (version !== undefined && version !== record.version) {
    return failure(409, 'Conflict', 'Another user has updated this photo while you were editing')
  }
  if (state.quota !== undefined && state.db.decided >= state.quota) {
    return failure(403, 'Forbidden', 'The photo quota of this organization is used up')
  }
  const { searchParams } = new URL(request.url)
  state.db.decide(record.id, status, searchParams.get('onHoldReason') ?? '')
  state.db.mails.push(...mailFor(record, content))
  const row = photoRow(record, new URL(request.url).origin)
  const publicKey = typeof row === 'object' && row !== null && 'publicKey' in row ? row.publicKey : null
  // Documented: the answer has no more than this.
  return HttpResponse.json({ id: record.id, status: record.status, publicKey: publicKey ?? null })
}

/** Process a Photo (documented, but for what it refuses): a new photo takes the place of this one. */
async function process(
  state: SandboxState,
  request: Request,
  id: string,
  { isOffice }: Session,
): Promise<Response> {
  const record = /^\d{1,16}$/.test(id) ? state.db.photo(Number(id)) : undefined
  if (!isOffice) return failure(403, 'Forbidden', 'Only the office processes photos')
  if (state.refuses.includes('process'))
    return failure(403, 'Forbidden', 'This account may not process photos')
  if (!record) return failure(404, 'Not Found', `There is no photo ${id}`)
  const asked = (await bodyOf(request))?.process
  const wanted = processes.find((each) => each === asked)
  if (!wanted) return failure(422, 'Unprocessable Entity', `process must be one of ${processes.join(', ')}`)
  const row = plainRow(record, new URL(request.url).origin)
  if (record.status === 'DISCARDED' || row.isHelperBotProcessing === true) {
    return failure(422, 'Unprocessable Entity', 'The photo is discarded, or being processed')
  }
  const made = state.db.process(record.id, wanted)
  return HttpResponse.json({ id: made.id, status: made.status })
}

/** Update Photo and Process a Photo (documented), and the e-mails that are sent, at an address of their own. */
export function decisionHandlers(state: SandboxState): HttpHandler[] {
  return [
    http.put('*/cloudcard/photo/:id', ({ request, params }) =>
      signedIn(state, request, (session) => update(state, request, String(params.id), session)),
    ),
    http.post('*/cloudcard/photo/:id', ({ request, params }) =>
      signedIn(state, request, (session) => process(state, request, String(params.id), session)),
    ),
    http.get('*/sandbox-mails', () => HttpResponse.json(state.db.mails)),
  ]
}

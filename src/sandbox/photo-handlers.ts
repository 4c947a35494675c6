import { http, HttpResponse, type HttpHandler } from 'msw'
import { failure, signedIn, type SandboxState } from './answers'
import { organization } from './data/organization'
import { personAnswer, photoDetail, photoRow } from './photo-answers'
import { listAnswer } from './list-quirks'
import { filterStatuses } from './status-counts'

const filters: ReadonlySet<string> = new Set(filterStatuses)

/** Whether it is a filter here. */
function isFilter(status: string, { refuses }: SandboxState): boolean {
  if (status === 'ON_HOLD') return !refuses.includes('hold')
  return status === 'FAILED' ? !refuses.includes('failed') : filters.has(status)
}

const mostPerPage = 1000

/** In: a parameter as it was sent. Out: a whole number >= 0, its default when it was not sent, or undefined. */
function wholeNumber(text: string | null, byDefault: number): number | undefined {
  if (text === null) return byDefault
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function photoList(state: SandboxState, url: URL): Response {
  const status = url.searchParams.get('status')
  const offset = wholeNumber(url.searchParams.get('offset'), 0)
  const max = wholeNumber(url.searchParams.get('max'), 25)
  const isOfAll = status === null || !isFilter(status, state)
  if (status !== null && isOfAll && state.lists.otherStatuses !== 'passed over') {
    return failure(400, 'Bad Request', `status must be one of ${filterStatuses.join(', ')}`)
  }
  if (offset === undefined) return failure(400, 'Bad Request', 'offset must be a whole number from 0')
  if (max === undefined || max > mostPerPage) {
    return failure(400, 'Bad Request', `max must be a whole number from 0 to ${mostPerPage}`)
  }
  const page = listAnswer(state.db.withStatus(isOfAll ? undefined : status), offset, max, state.lists)
  return HttpResponse.json(page.map((record) => photoRow(record, url.origin)))
}

function onePhoto(state: SandboxState, url: URL, id: string): Response {
  const record = /^\d{1,16}$/.test(id) ? state.db.photo(Number(id)) : undefined
  if (!record) return failure(404, 'Not Found', `There is no photo ${id}`)
  return HttpResponse.json(photoDetail(record, url.origin))
}

function onePerson(state: SandboxState, url: URL, value: string): Response {
  if (state.refuses.includes('person'))
    return failure(403, 'Forbidden', 'This account may not look for people')
  const findBy = url.searchParams.get('findBy')
  if (findBy !== 'identifier' && findBy !== 'email') {
    return failure(400, 'Bad Request', 'findBy must be identifier or email')
  }
  const record = state.db.newestOf(findBy, value)
  return record
    ? HttpResponse.json(personAnswer(record))
    : failure(404, 'Not Found', 'There is no such person')
}

/** The reading half of the API; the other is in decision-handlers.ts. Parameters that are not documented are ignored, as the real one does. */
export function photoHandlers(state: SandboxState): HttpHandler[] {
  return [
    http.get('*/cloudcard/photo', ({ request }) =>
      signedIn(state, request, () => photoList(state, new URL(request.url))),
    ),
    http.get('*/cloudcard/photo/:id', ({ request, params }) =>
      signedIn(state, request, () => onePhoto(state, new URL(request.url), String(params.id))),
    ),
    http.get('*/cloudcard/person/:id', ({ request, params }) =>
      signedIn(state, request, () => onePerson(state, new URL(request.url), String(params.id))),
    ),
    http.get('*/cloudcard/organization/:id', ({ request, params }) =>
      signedIn(state, request, () =>
        String(params.id) === String(organization.id)
          ? HttpResponse.json(organization)
          : failure(404, 'Not Found', 'There is no such organization'),
      ),
    ),
  ]
}

import { http, HttpResponse } from 'msw'
import { server } from './app'
import type { Listed } from './listed'

/** The place of the oldest one is 1. */
export const aListed = (place: number): Listed => ({
  id: 5_000_000 + place,
  status: 'PENDING',
  dateCreated: new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString(),
  lowestClassification: 0.9,
  person: { email: `person.${place}@lakemont.example`, identifier: String(place).padStart(8, '0') },
})

/**
 * A status as long as a journey wants, newest first, in the place of what the sandbox has; what is done to the rows is
 * seen by the next request.
 */
export function serveList(count: number): Listed[] {
  const rows = Array.from({ length: count }, (_, index) => aListed(count - index))
  server.use(
    http.get('*/cloudcard/photo', ({ request }) => {
      const query = new URL(request.url).searchParams
      const offset = Number(query.get('offset'))
      return HttpResponse.json(rows.slice(offset, offset + Number(query.get('max'))))
    }),
    http.get('*/cloudcard/photo/:id', ({ params }) => {
      const row = rows.find(({ id }) => String(id) === params.id)
      return row ? HttpResponse.json(row) : HttpResponse.json({}, { status: 404 })
    }),
  )
  return rows
}

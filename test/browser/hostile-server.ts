import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostileAddresses, oddAddresses } from './hostile-addresses'
import { hostileTexts } from './hostile-texts'

export interface HostilePhoto {
  id: number
  status: string
  person: {
    email: string
    identifier: string
    [field: string]: unknown
    additionalPhotos: { additionalPhotoType: string | { name: string }; [field: string]: unknown }[]
  }
  [field: string]: unknown
}

export interface HostileServer {
  /** For CLOUDCARD_API_URL. */
  url: string
  /** For PHOTO_ORIGINS: a folder of a server, not all of it. */
  photos: string
  texts: readonly string[]
  /** The photos that wait; the others have statuses that nobody knows. */
  pending: readonly HostilePhoto[]
  unknown: readonly HostilePhoto[]
  cardholderName: string
  identifierLabel: string
  customFields: Readonly<Record<string, string>>
  username: string
  /** What the server of the photos was asked for. */
  pictures: IncomingMessage[]
  /** Where nothing may arrive, and what did. */
  trap: string
  trapped: string[]
  close: () => void
}

// One white pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** CloudCard as it would be if everything that people and other programs can write into it were meant to do harm. */
export async function startHostileServer(): Promise<HostileServer> {
  const trapped: string[] = []
  const pictures: IncomingMessage[] = []
  const trap = await listen((req, res) => {
    trapped.push(`${req.method} ${req.url}`)
    res.end()
  })
  const photoServer = await listen((req, res) => {
    pictures.push(req)
    if (req.url === '/photos/leads-elsewhere.png')
      res.writeHead(302, { Location: `${origin(trap)}/redirected` }).end()
    else res.writeHead(200, { 'Content-Type': 'image/png' }).end(png)
  })
  const photos = `${origin(photoServer)}/photos/`
  const texts = hostileTexts(origin(trap))
  const addresses = [...hostileAddresses(photos, origin(trap)), ...oddAddresses(photos)]
  const at = <Item>(items: readonly Item[], place: number) => items[place % items.length] as Item

  const makePhoto = (place: number, status: string): HostilePhoto => ({
    id: 9_000_000 - place,
    status,
    version: place,
    dateCreated: at(texts, place + 5),
    lowestClassification: at(['unclassified', -1, 1e9, '<b>', null, 0.5], place),
    helperBotAction: at(texts, place),
    processingMode: at(texts, place),
    width: at([300, -300, 1e12, '<b>', 0, null], place),
    height: at([400, 1e-9, -1, 400], place),
    links: { bytes: at(addresses, place) },
    externalURL: at(addresses, place * 7 + 3),
    person: {
      id: place,
      email: at(texts, place),
      username: at(texts, place + 11),
      identifier: at(texts, place + 37),
      additionalPhotos: [
        { id: 1, additionalPhotoType: at(texts, place + 53), links: { bytes: at(addresses, place + 3) } },
        { id: 2, additionalPhotoType: { name: at(texts, place + 71) }, publicKey: at(texts, place) },
      ],
    },
  })
  const pending = Array.from({ length: 240 }, (_, place) => makePhoto(place, 'PENDING'))
  const unknown = texts.map((text, place) => makePhoto(1000 + place, text))
  const all = [...pending, ...unknown]

  const cardholderName = at(texts, 1)
  const customFields = Object.fromEntries(texts.map((text, place) => [text, at(texts, place + 1)]))
  const organization = {
    id: 8,
    name: at(texts, 0),
    personIdentifierLabel: at(texts, 2),
    goodPhotoThreshold: 0.8,
    badPhotoThreshold: 0.4,
    photoRequirements: texts.map((name, id) => ({ id, name })),
  }
  const detailOf = (photo: HostilePhoto) => ({
    ...photo,
    classifications: texts.flatMap((text, id) => [
      { id, score: 0.5, requirementName: text },
      { id, score: 0.5, photoRequirement: { id } },
      { [text]: text },
    ]),
    // The name is one of the fields; no field of another name is "Full Name".
    person: { ...photo.person, customFields: { ...customFields, 'Full Name': cardholderName }, organization },
  })
  const username = at(texts, 4)

  const api = await listen((req, res) => {
    const url = new URL(req.url ?? '/', 'http://api')
    const call = `${req.method} ${url.pathname}`
    const send = (status: number, body: unknown) =>
      res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (call === 'POST /api/login') return send(200, { username, roles: texts, access_token: 'token-1' })
    if (call === 'POST /person/me/logout') return res.writeHead(204).end()
    if (call === 'GET /photo') {
      const status = url.searchParams.get('status')
      const offset = Number(url.searchParams.get('offset') ?? 0)
      const wanted = all.filter((photo) => status === null || photo.status === status)
      return send(200, wanted.slice(offset, offset + Number(url.searchParams.get('max') ?? 25)))
    }
    if (call === 'GET /organization/8') return send(200, organization)
    const photo = all.find(({ id }) => call === `GET /photo/${id}`)
    if (photo) return send(200, detailOf(photo))
    return res.writeHead(404, { 'Content-Type': 'text/html' }).end(`<script>alert(99)</script>${call}`)
  })

  const servers = [trap, photoServer, api]
  return {
    url: origin(api),
    photos,
    texts,
    pending,
    unknown,
    cardholderName,
    identifierLabel: organization.personIdentifierLabel,
    customFields,
    username,
    pictures,
    trap: origin(trap),
    trapped,
    close: () =>
      servers.forEach((server) => {
        server.closeAllConnections()
        server.close()
      }),
  }
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function origin(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

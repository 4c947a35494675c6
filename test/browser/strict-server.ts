import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { json } from 'node:stream/consumers'
import vendorPhotos from '../payloads/get-photo-list.json' with { type: 'json' }

type Json = Record<string, unknown>

const vendorPhotoHost = 'https://s3.amazonaws.com'
const people = { username: 'office@cloudcard.us', password: 'not-the-sandbox' }
const organization = {
  id: 8,
  name: 'CloudCard University',
  personIdentifierLabel: 'ID Number',
  goodPhotoThreshold: 0.8,
  badPhotoThreshold: 0.4,
  photoDimensions: { width: 300, height: 400 },
  photoRequirements: [
    { id: 1, name: 'Eyes open' },
    { id: 2, name: 'Plain background' },
  ],
  additionalPhotoTypes: [{ id: 3, name: 'Government issued ID' }],
  customFields: [{ id: 4, name: 'Full Name' }],
}
const classifications = [
  { id: 11, score: 0.9014, requirementName: 'Eyes open' },
  { id: 12, score: 0.9731, photoRequirement: { id: 2 } },
]

// A picture with something on it: one of a single color would be told to be blank.
const portrait = readFileSync('src/sandbox/portraits/p001.jpg')

// Behind the end of the picture, where nobody draws.
const markOf = (path: string) => createHash('sha256').update(path).digest()

export interface StrictServer {
  /** For CLOUDCARD_API_URL. */
  url: string
  /** For PHOTO_ORIGINS. */
  photoOrigin: string
  /** Where one photo lies that PHOTO_ORIGINS does not name. */
  unlistedOrigin: string
  /** What stands in the picture at a path of the photo server, and in no other. */
  markOf: (path: string) => Buffer
  /** The query of every decision: reasons and note. */
  decided: string[]
  signIn: typeof people
  /** The tokens that were given out and not yet signed out. */
  tokens: Set<string>
  /** Every way in which a request was not as the API's page says, or carried what it must not. */
  failures: string[]
  close: () => void
}

/**
 * The CloudCard API as far as its page describes it, and nothing more: the vendor's own example photos, on real
 * ports, written apart from the sandbox so that the two cannot be wrong together.
 */
export async function startStrictServer({
  pictureHeaders = () => ({}),
}: { pictureHeaders?: (path: string) => Record<string, string> } = {}): Promise<StrictServer> {
  const failures: string[] = []
  const decisions: string[] = []
  const tokens = new Set<string>()
  let lastToken = 0

  const photoServer = await listen((req, res) => {
    for (const name of ['x-auth-token', 'authorization', 'cookie', 'referer', 'origin'])
      if (req.headers[name]) failures.push(`the photo server was sent ${name}`)
    if (req.method !== 'GET') failures.push(`the photo server was asked to ${req.method}`)
    res
      .writeHead(200, {
        'Content-Type': 'image/jpeg',
        'Set-Cookie': 'photo=1',
        ...pictureHeaders(req.url ?? ''),
      })
      .end(Buffer.concat([portrait, markOf(req.url ?? '')]))
  })
  const unlistedServer = await listen((req, res) => {
    failures.push(`the unlisted photo server was asked for ${req.url}`)
    res.writeHead(200, { 'Content-Type': 'image/jpeg' }).end(portrait)
  })
  const photos = photosOn(origin(photoServer), origin(unlistedServer))

  const apiServer: Server = await listen((req, res) => {
    for (const name of ['cookie', 'referer', 'origin', 'x-forwarded-for', 'sec-fetch-site', 'authorization'])
      if (req.headers[name]) failures.push(`the API was sent ${name}`)
    if (`http://${req.headers.host}` !== origin(apiServer))
      failures.push(`the API was asked as ${req.headers.host}`)
    res.setHeader('Set-Cookie', 'session=1; Path=/')
    answer(req, res).catch((error: unknown) => {
      failures.push(String(error))
      send(res, 500)
    })
  })

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', origin(apiServer))
    const call = `${req.method} ${url.pathname}`
    const body = req.method === 'GET' ? {} : await readJson(req)

    if (call === 'POST /api/login') {
      const isRight = body.username === people.username && body.password === people.password
      const access_token = newToken('people', isRight)
      return send(res, isRight ? 200 : 401, {
        username: people.username,
        roles: ['ROLE_OFFICE'],
        access_token,
      })
    }
    if (call === 'POST /authentication-token') {
      const isRight = body.persistentAccessToken === 'persistent-1'
      const expirationDate = '2099-01-01T00:00:00Z'
      return send(res, isRight ? 200 : 401, {
        tokenValue: newToken('token', isRight),
        expirationDate,
        ...people,
      })
    }
    const token = String(req.headers['x-auth-token'] ?? '')
    if (!tokens.has(token)) {
      failures.push(`${call} came without a token that is signed in`)
      return send(res, 401)
    }
    if (call === 'POST /person/me/logout') {
      if (body.authenticationToken !== token)
        failures.push('sign out did not name its token: all sessions would end')
      tokens.delete(token)
      return send(res, 204)
    }
    if (call === 'GET /photo') return sendList(res, url.searchParams)
    // Nobody of these has an ID number or an e-mail that is searched for here.
    if (/^GET \/person\/[^/]+$/.test(call) && /^\?findBy=(identifier|email)$/.test(url.search))
      return send(res, 404)
    if (call === `GET /organization/${organization.id}`) return send(res, 200, organization)
    const photo = photos.find(({ id }) => call === `GET /photo/${String(id)}`)
    if (photo && url.search === '') return send(res, 200, detail(photo))
    const decided = photos.find(({ id }) => call === `PUT /photo/${String(id)}`)
    if (decided) return update(res, decided, body, url.searchParams)
    failures.push(`the API has no ${call}${url.search}`)
    return send(res, 404)
  }

  function newToken(kind: string, isRight: boolean): string | undefined {
    if (!isRight) return undefined
    lastToken += 1
    const token = `${kind}-secret-${lastToken}`
    tokens.add(token)
    return token
  }

  function sendList(res: ServerResponse, query: URLSearchParams): void {
    const isUnknown = [...query.keys()].some((name) => !['status', 'offset', 'max'].includes(name))
    const offset = Number(query.get('offset') ?? 0)
    const max = Number(query.get('max') ?? 25)
    const isRight =
      Number.isInteger(offset) && offset >= 0 && Number.isInteger(max) && max >= 0 && max <= 1000
    if (isUnknown || !isRight) {
      failures.push(`GET /photo does not take ?${query}`)
      return send(res, 400)
    }
    const status = query.get('status')
    const wanted = photos.filter((photo) => status === null || photo.status === status)
    return send(res, 200, wanted.slice(offset, offset + max))
  }

  function update(res: ServerResponse, photo: Json, body: Json, query: URLSearchParams): void {
    const reasons = new Set(organization.photoRequirements.map(({ name }) => name))
    for (const [name, value] of query) {
      const isReason = reasons.has(name) && value === 'true'
      if (!isReason && name !== 'noteToCardholder' && name !== 'otherReason')
        failures.push(`PUT /photo does not take ?${name}=${value}`)
    }
    decisions.push(String(query))
    photo.status = body.status
    photo.version = Number(photo.version) + 1
    send(res, 200, { id: photo.id, status: photo.status, publicKey: photo.publicKey })
  }

  const servers = [apiServer, photoServer, unlistedServer]
  return {
    url: origin(apiServer),
    photoOrigin: origin(photoServer),
    unlistedOrigin: origin(unlistedServer),
    markOf,
    decided: decisions,
    signIn: people,
    tokens,
    failures,
    close: () => servers.forEach((server) => server.close()),
  }
}

/** The vendor's two photos, and one more whose picture lies where nobody allowed it. */
function photosOn(photoOrigin: string, unlistedOrigin: string): Json[] {
  const text = JSON.stringify(vendorPhotos)
  const listed = JSON.parse(text.replaceAll(vendorPhotoHost, photoOrigin)) as Json[]
  const unlisted = JSON.parse(
    text.replaceAll(vendorPhotoHost, unlistedOrigin).replaceAll('test_user2@', 'test_user3@'),
  ) as Json[]
  return [...listed, ...unlisted.slice(1).map((photo) => ({ ...photo, id: 1415000 }))]
}

function detail(photo: Json): Json {
  const person = { ...(photo.person as Json), customFields: { 'Full Name': 'Test User' }, organization }
  return { ...photo, classifications, person }
}

async function readJson(req: IncomingMessage): Promise<Json> {
  if (!req.headers['content-type']?.startsWith('application/json'))
    throw new Error('the API was sent no JSON')
  return (await json(req)) as Json
}

function send(res: ServerResponse, status: number, body?: unknown): void {
  res.writeHead(status, body === undefined ? {} : { 'Content-Type': 'application/json;charset=UTF-8' })
  res.end(body === undefined ? undefined : JSON.stringify(body))
}

function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function origin(server: Server): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

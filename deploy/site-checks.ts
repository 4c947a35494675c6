import { answerPolicy } from '../src/server/call-guard'
import { contentSecurityPolicy, securityHeaders } from '../src/server/security-headers'
import { fetchAnswer, type Fetched } from './fetch-answer'
import { checkPhotoHosts } from './photo-hosts'

export interface Finding {
  isRight: boolean
  words: string
}

/** Asks a site that is meant to be Loupe for a few addresses; only where its photos lie needs a token. */
export async function checkSite(
  site: URL,
  httpAddress: string,
  persistentToken?: string,
): Promise<Finding[]> {
  if (site.protocol !== 'https:')
    return [
      wrong(`${site.origin} is not https: passwords and faces would cross the network for all to read.`),
    ]
  const page = await fetchAnswer(new URL('/', site))
  if (page.failure !== null) return [wrong(`${site.origin} does not answer: ${page.failure}.`)]
  const config = readConfig(page)
  if (!config)
    return [wrong(`${site.origin} answers, but not with the page that "npm run deploy:prepare" has written.`)]

  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? '/assets/none.js'
  const [deep, asset, missing, health, api, method, http] = await Promise.all([
    fetchAnswer(new URL('/photos/1423442?status=DENIED', site)),
    fetchAnswer(new URL(script, site)),
    fetchAnswer(new URL('/assets/missing-on-purpose.js', site)),
    fetchAnswer(new URL('/health', site)),
    fetchAnswer(new URL('/cloudcard/photo', site)),
    fetchAnswer(new URL('/cloudcard/photo', site), 'DELETE'),
    fetchAnswer(new URL('/photos?from=http', httpAddress)),
  ])
  const answers = {
    '/': page,
    'a page of the app': deep,
    'a script': asset,
    'a missing file': missing,
  }
  const policy = contentSecurityPolicy(config)
  return [
    right(
      `${site.origin} is Loupe ${config.version}, locks after ${config.idleMinutes} minutes and shows photos from ${config.photoOrigins.join(' ')}.`,
    ),
    ...Object.entries(answers).map(([what, answer]) => headerFinding(what, answer, policy)),
    headerFinding('/cloudcard/', api, answerPolicy),
    finding(
      deep.status === 200 && deep.body === page.body,
      'Every page can be opened by its address.',
      `A page opened by its address is not the app (${told(deep)}): the addresses without a file ending must lead to index.html.`,
    ),
    finding(
      asset.status === 200 &&
        /javascript/.test(header(asset, 'content-type')) &&
        /immutable/.test(header(asset, 'cache-control')),
      'Scripts are there and are kept by the browser.',
      `The script ${script} is not there, or not to be kept by the browser (${told(asset)}).`,
    ),
    finding(
      missing.status === 404 && !/immutable/.test(header(missing, 'cache-control')),
      'A missing file is told to be missing.',
      `A missing file is answered with ${told(missing)} instead of a 404 that is not kept: a page that is open during an update would break.`,
    ),
    finding(
      health.status === 200 && health.body.trim() === config.version && config.version !== '',
      `/health says that version ${config.version} is there.`,
      `/health says "${health.body.trim().slice(0, 40)}" (${told(health)}), and the page is of version "${config.version}": the update is not whole.`,
    ),
    apiFinding(api),
    finding(
      header(api, 'cache-control') === 'no-store' && !header(api, 'set-cookie'),
      'Nothing that CloudCard answers is kept, and it sets no cookie.',
      'What CloudCard answers lacks "Cache-Control: no-store", or sets a cookie.',
    ),
    finding(
      method.status === 405,
      'Methods that Loupe does not use are refused.',
      `DELETE is not refused under /cloudcard/ (${told(method)}).`,
    ),
    httpFinding(http, site),
    ...(persistentToken ? [await checkPhotoHosts(site, config.photoOrigins, persistentToken)] : []),
  ]
}

interface PageConfig {
  photoOrigins: string[]
  pictures: 'direct' | 'own'
  idleMinutes: number
  version: string
}

/** Only a page that was prepared for an office has one, with no sandbox behind it. */
function readConfig({ body }: Fetched): PageConfig | undefined {
  const content = /<meta name="loupe-config" content="([^"]+)"/.exec(body)?.[1] ?? ''
  try {
    const config = JSON.parse(content.replaceAll('&quot;', '"')) as PageConfig & { sandbox: unknown }
    return config.sandbox === null && Array.isArray(config.photoOrigins) ? config : undefined
  } catch {
    return undefined
  }
}

function headerFinding(what: string, answer: Fetched, policy: string): Finding {
  const wanted = { ...securityHeaders, 'Content-Security-Policy': policy }
  const lacking = Object.entries(wanted)
    .filter(([name, value]) => header(answer, name) !== value)
    .map(([name]) => name)
  const hsts = Number(/max-age=(\d+)/.exec(header(answer, 'strict-transport-security'))?.[1] ?? 0)
  if (hsts < 15_552_000) lacking.push('Strict-Transport-Security')
  return finding(
    lacking.length === 0,
    `The answer for ${what} carries every security header.`,
    `The answer for ${what} lacks, or has another value for: ${lacking.join(', ')}.`,
  )
}

function apiFinding(api: Fetched): Finding {
  if (api.status === 502 || api.status === 504)
    return wrong(
      `The web server does not reach CloudCard (${told(api)}): see CLOUDCARD_API_URL, DNS_SERVER and CA_CERTIFICATES, and whether its firewall lets it out.`,
    )
  const isRefusal = api.status === 400 || api.status === 401 || api.status === 403
  return finding(
    isRefusal && !/<title>Loupe/.test(api.body),
    `CloudCard is reached through /cloudcard/, and asks for a token (${told(api)}).`,
    `/cloudcard/photo does not lead to CloudCard (${told(api)}, where a refusal for want of a token was expected).`,
  )
}

function httpFinding(http: Fetched, site: URL): Finding {
  if (http.failure !== null) return right('Without https nothing answers.')
  return finding(
    http.status === 301 && header(http, 'location') === `${site.origin}/photos`,
    'Whoever comes without https is sent to https, without the query.',
    `Without https the answer is ${told(http)}${header(http, 'location') && ` to ${header(http, 'location')}`} instead of a 301 to ${site.origin}/photos.`,
  )
}

function header({ headers }: Fetched, name: string): string {
  return headers.get(name) ?? ''
}

function told({ status, failure }: Fetched): string {
  return failure ?? `status ${status}`
}

const right = (words: string): Finding => ({ isRight: true, words })
const wrong = (words: string): Finding => ({ isRight: false, words })
const finding = (isRight: boolean, ifRight: string, ifWrong: string) =>
  isRight ? right(ifRight) : wrong(ifWrong)

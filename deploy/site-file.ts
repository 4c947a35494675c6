import { hiddenHeaders } from './hidden-headers'
import { pathPattern, queryPattern } from '../src/server/call-of'
import { type Call, calls } from '../src/cloudcard/calls'
import { answerPolicy } from '../src/server/call-guard'
import { picturePattern } from '../src/server/picture-proxy'
import { contentSecurityPolicy, securityHeaders } from '../src/server/security-headers'
import type { SiteVariables } from './variables'

/** Fills in a template for the web server; of what stands between `#when NAME=value` and `#end` only what fits is kept. */
export function writeSiteFile(template: string, variables: SiteVariables): string {
  const { address, apiUrl, photoOrigins, requestsPerSecond, tls } = variables
  const values: Record<string, string> = {
    HOST: address.hostname,
    ADDRESS: address.origin,
    ADDRESS_PATTERN: address.origin.replaceAll('.', '\\.'),
    CALLS: lines(Object.values<Call>(calls).map(mapLine)),
    PAGE_POLICY: contentSecurityPolicy(variables),
    PICTURE_PATTERN: picturePattern,
    PICTURES: variables.pictures === 'own' ? photoOrigins.map(pictureLocation).join('\n') : '',
    ANSWER_POLICY: answerPolicy,
    DEFAULT_SERVERS: variables.isAlone ? defaultServers(variables) : '',
    API_HOST: apiUrl.host,
    API_NAME: apiUrl.hostname,
    API_PATH: apiUrl.pathname.replace(/\/+$/, ''),
    HIDDEN_HEADERS: hiddenHeaders.map((name) => `proxy_hide_header ${name};`).join('\n        '),
    HEADERS: lines(
      Object.entries(securityHeaders).map(([name, value]) => `add_header ${name} "${value}" always;`),
    ),
    HTTPS_LISTEN: lines(
      tls === 'here'
        ? variables.httpsListen.map((address) => `listen ${address} ssl http2;`)
        : variables.httpListen.map((address) => `listen ${address};`),
    ),
    HTTP_LISTEN: lines(variables.httpListen.map((address) => `listen ${address};`)),
    REQUESTS_PER_SECOND: String(requestsPerSecond),
    // What a page full of photos, or a whole office that begins its day, asks for at once.
    REQUESTS_AT_ONCE: String(2 * requestsPerSecond),
    CONNECTIONS_AT_ONCE: String(20 * requestsPerSecond),
    DNS_SERVER: variables.dnsServer,
    TLS_CERTIFICATE: variables.tlsCertificate ?? '',
    TLS_CERTIFICATE_KEY: variables.tlsCertificateKey ?? '',
    TRUSTED_PROXY: variables.trustedProxy ?? '',
    ACME_ROOT: variables.acmeRoot,
    CA_CERTIFICATES: variables.caCertificates,
    WEB_ROOT: variables.webRoot,
    LOG_FOLDER: variables.logFolder,
  }
  const fitting = template.replace(/^#when (\S+)\n([\s\S]*?)^#end\n/gm, (_, when: string, part: string) =>
    [`TLS=${tls}`, `PICTURES=${variables.pictures}`].includes(when) ? part : '',
  )
  return fitting.replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The template asks for \${${name}}, which nobody sets.`)
    return value
  })
}

/** All places in the template where lines stand are inside a block. */
function lines(each: string[]): string {
  return each.join('\n    ')
}

/** One call as a line of a map of nginx: what it is called there matters only for the limit of sign-ins. */
function mapLine(call: Call): string {
  const query = queryPattern(call)
  return `"~^${call.method} /cloudcard${pathPattern(call)}${query && `(?:\\?${query})?`}$" ${call.isSignIn ? 'sign-in' : 'call'};`
}

/** Whoever comes by another name gets no answer: neither the app nor its certificate are for them. */
function defaultServers({ httpListen, httpsListen, tls }: SiteVariables): string {
  const http = [
    'server {',
    ...httpListen.map((address) => `    listen ${address} default_server;`),
    '    return 444;',
    '}',
  ]
  const https = [
    '',
    'server {',
    ...httpsListen.map((address) => `    listen ${address} ssl http2 default_server;`),
    '    ssl_reject_handshake on;',
    '}',
  ]
  return [...http, ...(tls === 'here' ? https : [])].join('\n')
}

/** Where the pictures of one place of PHOTO_ORIGINS are served under our own address. */
function pictureLocation(photoOrigin: string, place: number): string {
  const { host, hostname, pathname } = new URL(photoOrigin)
  return `    location ^~ /pictures/${place}/ {
        set $loupe_kind picture;
        if ($loupe_picture = "") {
            return 404;
        }
        if ($loupe_asks != loupe) {
            return 404;
        }
        if ($loupe_picture_destination != picture) {
            return 404;
        }
        if ($request_method != GET) {
            return 404;
        }
        set $loupe_picture_host ${host};
        set $loupe_picture_name ${hostname};
        set $loupe_picture_folder ${pathname};
        recursive_error_pages on;
        error_page 404 @no_picture;
        error_page 418 = @picture;
        return 418;
    }
`
}

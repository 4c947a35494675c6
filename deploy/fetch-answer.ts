/** An answer, or in `failure` why there is none; then the status is 0. */
export interface Fetched {
  status: number
  headers: Headers
  body: string
  failure: string | null
}

const distrusted =
  'its certificate comes from nobody whom Node.js trusts; NODE_EXTRA_CA_CERTS can name who else is to be trusted'

const reasons: Record<string, string> = {
  ENOTFOUND: 'no such name is known to DNS',
  ECONNREFUSED: 'nothing listens there',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: distrusted,
  SELF_SIGNED_CERT_IN_CHAIN: distrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `the certificate that stands between it and its issuer is not sent along, or ${distrusted}`,
}

export async function fetchAnswer(url: URL, method = 'GET'): Promise<Fetched> {
  try {
    const answer = await fetch(url, { method, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
    return { status: answer.status, headers: answer.headers, body: await answer.text(), failure: null }
  } catch (error) {
    return { status: 0, headers: new Headers(), body: '', failure: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException
  if (error.name === 'TimeoutError') return 'it did not answer within 20 seconds'
  return reasons[String(code)] ?? `${message} (${code ?? error.name})`
}

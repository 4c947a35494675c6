/**
 * Says in the terminal why CloudCard cannot be reached, each reason once until another one comes: the browser is told no more
 * than that it cannot.
 */
export function tellFailure(
  target: URL,
  // oxlint-disable-next-line no-console -- The terminal is where whoever has started the server looks.
  write: (line: string) => void = console.error,
): (error: NodeJS.ErrnoException) => void {
  let last = ''
  return (error) => {
    const line = `${target.origin} cannot be reached: ${reasonOf(error, target)}`
    if (line !== last) write(line)
    last = line
  }
}

function reasonOf({ code = '', message }: NodeJS.ErrnoException, { hostname, protocol }: URL): string {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code))
    return `the name ${hostname} was not found. Is CLOUDCARD_API_URL right, and does this computer reach the internet by itself? Through a proxy see README.md.`
  if (code === 'ECONNREFUSED')
    return 'nothing listens there. Is the port in CLOUDCARD_API_URL right, and does a firewall let connections out?'
  if (/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET)$/.test(code))
    return 'the connection was not made or was cut. A firewall may forbid it, or want a proxy: README.md.'
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    return `its certificate is not trusted (${code}). Where the office opens TLS itself, name its authority in NODE_EXTRA_CA_CERTS.`
  if (/^(EPROTO|ERR_SSL)/.test(code) || protocol === 'https:')
    return `no encrypted connection could be made (${code || message}).`
  return `${code || message}.`
}

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  /** Paths of PEM files. */
  certificate: string
  key: string
}

/** A certificate that vouches for itself; also what a certificate authority is, to those who trust it. */
export function makeSelfSigned(folder: string, name: string): Certificate {
  const made = pathsFor(folder, `self-signed-${name}`)
  openssl(
    'req',
    '-x509',
    ...newKey(made.key),
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
    '-out',
    made.certificate,
    '-addext',
    `subjectAltName=DNS:${name}`,
  )
  return made
}

/** A certificate for a host name, for which `authority` vouches. */
export function makeCertificate(folder: string, name: string, authority: Certificate): Certificate {
  const made = pathsFor(folder, name)
  const request = join(folder, `${name}.csr`)
  const extensions = join(folder, `${name}.ext`)
  writeFileSync(extensions, `subjectAltName=DNS:${name}\nbasicConstraints=CA:FALSE\n`)
  openssl('req', ...newKey(made.key), '-subj', `/CN=${name}`, '-out', request)
  openssl(
    'x509',
    '-req',
    '-in',
    request,
    '-CA',
    authority.certificate,
    '-CAkey',
    authority.key,
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    extensions,
    '-out',
    made.certificate,
  )
  return made
}

function pathsFor(folder: string, name: string): Certificate {
  return { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) }
}

function newKey(path: string): string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', path]
}

function openssl(...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${args[0]} has failed: ${stderr}`)
}

import { readFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'

/** As much of a site as it takes to ask it. */
export interface AskedSite {
  url: string
  httpUrl: string
  certificate: string
}

interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string
  isHttp?: boolean
  /** The name that TLS is begun with, where that is not the site's own; '' for none. */
  name?: string
  /** The body goes in chunks. */
  isLengthUnsaid?: boolean
  /** The answer has begun, and nothing more of it is read until this says so. */
  beforeReading?: () => Promise<void>
}

export interface Answered {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends the path exactly as it is given, which a browser would tidy up; trusts the site's certificate and no other. Nothing may be said twice. */
export async function ask(site: AskedSite, path: string, question: Question = {}): Promise<Answered> {
  const { method = 'GET', headers = {}, body = '', isHttp = false, beforeReading } = question
  const hasLength = body !== '' && question.isLengthUnsaid !== true
  const send = isHttp ? requestHttp : requestHttps
  const { hostname, port } = new URL(isHttp ? site.httpUrl : site.url)
  return new Promise((resolve, reject) => {
    const asked = send({
      hostname,
      port,
      path,
      method,
      headers: { ...headers, ...(hasLength ? { 'Content-Length': Buffer.byteLength(body) } : {}) },
      ...(!isHttp && { ca: readFileSync(site.certificate) }),
      // IPv4, where the site listens.
      family: 4,
      servername: question.name ?? hostname,
      agent: false,
    })
    let isAnswered = false
    asked.on('response', (answer) => {
      isAnswered = true
      const names = answer.rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase())
      const twice = names.find((name, place) => names.indexOf(name) !== place)
      if (twice) return reject(new Error(`${path} was answered with two ${twice}`))
      const read = async () => {
        await beforeReading?.()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) })
      }
      read().catch(reject)
    })
    // A body that is refused is not read to its end.
    asked.on('error', (error) => isAnswered || reject(error))
    asked.end(body)
  })
}

import * as v from 'valibot'
import { parsedAs } from './parsed'

const sandboxSchema = v.object({ photos: v.number(), username: v.string(), password: v.string() })

const configSchema = v.object({
  sandbox: v.fallback(v.nullable(sandboxSchema), null),
  /** Where photos may come from, as in the policy header; the own origin is always allowed. */
  photoOrigins: v.fallback(v.array(v.string()), []),
  /** 'own': pictures are asked for under our own address, `/pictures/N/…`, N being a place in photoOrigins. */
  pictures: v.fallback(v.picklist(['direct', 'own']), 'direct'),
  idleMinutes: v.fallback(v.number(), 15),
  /** Which build this is, '' where nobody says. */
  version: v.fallback(v.string(), ''),
})

type Config = v.InferOutput<typeof configSchema>

/** What differs from place to place: the server writes it into the page, and it is read here and nowhere else. */
function readConfig(page: Document): Config {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="loupe-config"]')
  return parsedAs(configSchema, meta?.content) ?? v.parse(configSchema, {})
}

export const config = readConfig(document)

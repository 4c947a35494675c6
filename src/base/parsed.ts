import * as v from 'valibot'

/** What a text says in JSON; null where that is not of the schema's form. */
export function parsedAs<Schema extends v.GenericSchema>(schema: Schema, text: string | null | undefined) {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  return parsed.success ? parsed.output : null
}

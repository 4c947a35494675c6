/** What the page is told about the place it runs in. */
export interface LoupeConfig {
  sandbox: { photos: number; username: string; password: string } | null
  photoOrigins: string[]
  /** Whether the browser asks for pictures where they lie, or for `/pictures/N/…`, N being a place in photoOrigins. */
  pictures: 'direct' | 'own'
  idleMinutes: number
  /** Which build this is, as its version.txt says. */
  version: string
}

const placeholder = /<meta name="loupe-config" content="[^"]*"\s*\/?>/

export function writeLoupeConfig(html: string, config: LoupeConfig): string {
  if (!placeholder.test(html)) throw new Error('index.html has lost its <meta name="loupe-config">.')
  const content = escapeAttribute(JSON.stringify(config))
  return html.replace(placeholder, () => `<meta name="loupe-config" content="${content}" />`)
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

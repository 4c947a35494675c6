import { checkSite } from './site-checks'

const usage = 'Say which address is to be checked: npm run deploy:check -- https://cards.example.edu'

/**
 * `check https://… [http://…]`: says in words what is right and what is wrong; gives the exit code. With a persistent access token
 * in CLOUDCARD_TOKEN it looks where the photos lie, too.
 */
export async function run([address, httpAddress]: string[]): Promise<number> {
  const isUsable = address !== undefined && URL.canParse(address) && /^https?:\/\//.test(address)
  if (!isUsable) {
    console.error(usage)
    return 1
  }
  const site = new URL(address)
  const findings = await checkSite(
    site,
    httpAddress ?? `http://${site.hostname}`,
    process.env.CLOUDCARD_TOKEN,
  )
  for (const { isRight, words } of findings) console.log(`${isRight ? 'right' : 'WRONG'}  ${words}`)
  const wrong = findings.filter(({ isRight }) => !isRight).length
  console.log(wrong === 0 ? '\nAll is right.' : `\n${wrong} of ${findings.length} are wrong.`)
  return wrong === 0 ? 0 : 1
}

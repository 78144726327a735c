import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { type Row, readable } from '#/scripts/bench/outcome.ts'
import { CODINGS, wireSize } from '#/scripts/bench/wire-size.ts'
import { launchBrowser } from '#/tests/support/browser.ts'

/** Goal of the issue, in bytes of the compressed answers. */
const AT_MOST_BYTES = 130_000
const PATH = '/producten/iwmo/berichten'

/**
 * How much script a browser fetches on its first visit of the page with the list, as it comes over the wire: in brotli,
 * which browsers ask for over https, and in gzip, which is left behind an older proxy.
 */
export async function measureScript(world: BenchWorld): Promise<readonly Row[]> {
  const scripts = await scriptsFetched(world)
  return Promise.all(
    CODINGS.map(async (coding): Promise<Row> => {
      const sizes = await Promise.all(scripts.map((url) => wireSize(url, coding)))
      const bytes = sizes.reduce((sum, size) => sum + size, 0)
      return {
        measure: `script op de berichtenpagina, ${coding}`,
        value: `${readable(bytes / 1_000)} kB in ${scripts.length} bestanden`,
        goal: `<= ${AT_MOST_BYTES / 1_000} kB`,
        isMet: bytes <= AT_MOST_BYTES,
        numbers: { bytes, files: scripts.length },
      }
    }),
  )
}

/** The scripts that a browser asks for until nothing comes any more. */
async function scriptsFetched(world: BenchWorld): Promise<readonly string[]> {
  const { token } = await world.visitor('9804')
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    // Set as over https, which its name asks for; on localhost the browser sends it over http too.
    const url = world.url.replace('http:', 'https:')
    await context.addCookies([
      { name: '__Host-sessie', value: token, url, secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url())
    })
    const answer = await page.goto(`${world.url}${PATH}`, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${PATH} antwoordde ${answer?.status()}`)
    return [...scripts]
  } finally {
    await browser.close()
  }
}

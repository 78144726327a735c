import type { Response } from 'playwright-core'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'
import { type Row, readable } from '#/scripts/bench/outcome.ts'
import { launchBrowser } from '#/tests/support/browser.ts'

/** Goal of the issue, in bytes of the compressed answers. */
const AT_MOST_BYTES = 130_000
const PATH = '/producten/iwmo/berichten'

/** How much script a browser fetches for the page with the list, as it comes over the wire. */
export async function measureScript(world: BenchWorld): Promise<readonly Row[]> {
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
    const scripts: Response[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response)
    })
    const answer = await page.goto(`${world.url}${PATH}`, { waitUntil: 'networkidle' })
    if (answer?.status() !== 200) throw new Error(`${PATH} antwoordde ${answer?.status()}`)
    const sizes = await Promise.all(scripts.map((response) => response.request().sizes()))
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    const encodings = new Set(scripts.map((response) => response.headers()['content-encoding'] ?? 'geen'))
    return [
      {
        measure: 'script op de berichtenpagina',
        value: `${readable(bytes / 1_000)} kB in ${scripts.length} bestanden (${[...encodings].join(', ')})`,
        goal: `<= ${AT_MOST_BYTES / 1_000} kB`,
        isMet: bytes <= AT_MOST_BYTES,
        numbers: { bytes, files: scripts.length },
      },
    ]
  } finally {
    await browser.close()
  }
}

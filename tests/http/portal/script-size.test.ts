import { CODINGS, wireSize } from '#/scripts/bench/wire-size.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()
/** Goal of the project for the list of berichten, with room for what a page may grow before anyone looks at it again. */
const AT_MOST_BYTES = 130_000

/** Every script that the page names for browsers of today, in a tag or in what React reads. */
function scriptsOf(html: string): string[] {
  // Old browsers get one file more, that others pass by.
  const today = html.replace(/<script\b[^>]*\bnoModule\b[^>]*>/gi, '')
  return [...new Set(today.match(/\/_next\/static\/[\w./~-]+\.js/g))]
}

describe('the list of berichten', () => {
  let scripts: string[]

  beforeAll(async () => {
    const jansen = new Visitor(portal)
    await jansen.logIn('jansen')
    scripts = scriptsOf((await jansen.ask('/producten/iwmo/berichten')).text)
  }, 60_000)

  // Gemeenten work on old laptops and behind slow lines; a dependency that lands in the browser unseen costs every visit.
  it.each(CODINGS)('sends no more script than agreed, compressed with %s', async (coding) => {
    const sizes = await Promise.all(scripts.map((path) => wireSize(`${portal.url}${path}`, coding)))
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    expect(scripts.length).toBeGreaterThan(4)
    expect(bytes).toBeLessThan(AT_MOST_BYTES)
  })
})

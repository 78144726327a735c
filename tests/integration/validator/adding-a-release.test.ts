import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CheckReport } from '#/lib/istandaarden/checks/check-report.ts'
import { describeFinding } from '#/lib/istandaarden/describe-finding.ts'
import { release } from '#/tests/fixtures/releases/9.9/release.ts'

const { versie } = release
const project = process.cwd()
let copy = ''

function run(script: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Makes berichten by recipe, as JSON, and checks them: runs in the copy, where the newest release is the invented one. */
const DRIVER = `
import { findBerichtsoort, BERICHTSOORTEN } from '#/lib/istandaarden/berichtsoorten.ts'
import { checkBericht } from '#/lib/istandaarden/checks/check-bericht.ts'
import { createLibxmlEngine } from '#/lib/validator/libxml-engine.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
const engine = createLibxmlEngine()
const reports = JSON.parse(process.argv[2]).map(({ soort, recipe, versie }) => {
  const newest = findBerichtsoort(soort)
  const older = BERICHTSOORTEN.find((one) => one.soort === soort && one.versie === versie)
  let xml = makeBericht(soort, recipe).toString()
  // The structure is the same in both, so an older bericht is this one in the older namespaces and versions.
  if (older !== newest)
    xml = xml.replaceAll('/9_9/', '/3_2/').replace('BerichtVersie>9<', 'BerichtVersie>3<').replace('BerichtSubversie>9<', 'BerichtSubversie>2<')
  const richting = newest.gemeente === 'aanleveren' ? 'aangeleverd' : 'ontvangen'
  return checkBericht(Buffer.from(xml), { product: newest.product, gemeenteCode: '9901', richting }, engine)
})
process.stdout.write(JSON.stringify(reports))
`

type Asked = { readonly soort: string; readonly versie: string; readonly recipe?: object }

function check(...asked: readonly Asked[]): readonly CheckReport[] {
  return JSON.parse(run('driver.ts', JSON.stringify(asked))) as CheckReport[]
}

const codes = ({ bevindingen }: CheckReport) => bevindingen.map(({ code, ernst }) => `${code} ${ernst}`)

describe('adding a release', () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'portaal-release-'))
    for (const folder of ['lib', 'scripts', 'simulators/berichten', 'package.json'])
      cpSync(join(project, folder), join(copy, folder), { recursive: true })
    symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
    mkdirSync(join(copy, 'docs/domain'), { recursive: true })
    cpSync(join(project, 'tests/fixtures/releases', versie), join(copy, 'lib/istandaarden/releases', versie), {
      recursive: true,
    })
    writeFileSync(join(copy, 'driver.ts'), DRIVER)
    run('scripts/generate-release-files.ts')
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  // The next release must not need a change of the checks, on the day that the whole chain changes at once.
  it('is adding a folder and generating: both releases are known side by side', () => {
    const [own, older] = check({ soort: 'WMO301', versie }, { soort: 'WMO301', versie: '3.2' })
    expect([own?.kenmerken.versie, older?.kenmerken.versie]).toEqual([versie, '3.2'])
    expect([own, older].map((report) => report && codes(report))).toEqual([[], []])
  })

  it('lets each release have its codes', () => {
    const recipe = { values: { Eenheid: '84', Frequentie: '4' } }
    const [own, older] = check({ soort: 'WMO301', versie, recipe }, { soort: 'WMO301', versie: '3.2', recipe })
    expect([own, older].map((report) => report && codes(report))).toEqual([['XSD fout'], []])
  })

  it('lets each release have its rules, in the berichten that it names', () => {
    const lapsed = {
      optional: ['Product', 'Code', 'Omvang', 'Einddatum', 'RedenWijziging', 'Adres', 'Huis', 'Postcode', 'LandCode'],
      values: { RedenWijziging: '01' },
    }
    const [own, older] = check(
      { soort: 'JW301', versie, recipe: lapsed },
      { soort: 'JW301', versie: '3.2', recipe: lapsed },
    )
    expect([own, older].map((report) => report && codes(report))).toEqual([[], ['CS336 fout']])
    const [requested, requestedOlder] = check({ soort: 'WMO315', versie }, { soort: 'WMO315', versie: '3.2' })
    expect([requested, requestedOlder].map((report) => report && codes(report))).toEqual([['TR380 fout'], []])
  })

  it('lets it bring rules of its own, which have words for want of better ones', () => {
    const recipe = { values: { Eenheid: '99' } }
    const [wmo, jw] = check({ soort: 'WMO301', versie, recipe }, { soort: 'JW301', versie, recipe })
    expect([wmo, jw].map((report) => report && codes(report))).toEqual([['TR999 fout'], ['TR999 waarschuwing']])
    const [finding] = wmo?.bevindingen ?? []
    expect(finding && describeFinding(finding, 'nl').melding).toContain('regel TR999')
  })
})

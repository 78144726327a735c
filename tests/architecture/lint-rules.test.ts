import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

// A rule that stopped firing passes lint: so each is shown a bad file and must refuse it.
const BAD: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['noExplicitAny', 'lib/a/any.ts', 'export const x: any = 1\n'],
  ['noFloatingPromises', 'lib/a/float.ts', 'const f = async () => 1\nexport function g() {\n  f()\n}\n'],
  ['noMisusedPromises', 'lib/a/misuse.ts', 'const f = async () => true\nexport const g = () => (f() ? 1 : 2)\n'],
  ['noProcessEnv', 'lib/a/env.ts', 'export const home = process.env.HOME\n'],
  ['noDefaultExport', 'lib/a/default.ts', 'export default function f() {\n  return 1\n}\n'],
  ['noConsole', 'lib/a/console.ts', "console.log('x')\nexport {}\n"],
  ['noEmptyBlockStatements', 'lib/a/swallow.ts', 'export function f() {\n  try {\n    f()\n  } catch {}\n}\n'],
  ['noTsIgnore', 'lib/a/ignore.ts', '// @ts-ignore\nexport const x: number = 1\n'],
  [
    'noDangerouslySetInnerHtml',
    'app/html.tsx',
    "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />\n",
  ],
  ['noInlineStyles', 'app/style.tsx', "export const X = () => <p style={{ color: 'red' }}>x</p>\n"],
  ['useAltText', 'app/alt.tsx', 'export const X = () => <img src="/x.png" />\n'],
  [
    'noExcessiveLinesPerFile',
    'lib/a/long.ts',
    Array.from({ length: 320 }, (_, line) => `export const x${line} = ${line}\n`).join(''),
  ],
  [
    'noExcessiveLinesPerFunction',
    'lib/a/function.ts',
    `export function f(x: string[]) {\n${"  x.push('x')\n".repeat(70)}}\n`,
  ],
  ['noSkippedTests', 'tests/unit/skip.test.ts', "test.skip('x', () => {\n  expect(1).toBe(1)\n})\n"],
  ['noFocusedTests', 'tests/unit/only.test.ts', "test.only('x', () => {\n  expect(1).toBe(1)\n})\n"],
  [
    'noRestrictedImports',
    'app/prefetch.tsx',
    'import Link from \'next/link\'\n\nexport const X = () => <Link href="/">x</Link>\n',
  ],
  ['noRestrictedImports', 'app/picture.tsx', "import Image from 'next/image'\n\nexport const X = Image\n"],
  [
    'noRestrictedImports',
    'app/database.ts',
    "import { database } from '#/lib/platform/db/client.ts'\n\nexport const x = database\n",
  ],
  ['noRestrictedImports', 'app/simulator.ts', "import { x } from '#/simulators/x.ts'\n\nexport const y = x\n"],
  ['noRestrictedImports', 'lib/a/page.ts', "import { x } from '#/app/x.ts'\n\nexport const y = x\n"],
  [
    'noRestrictedImports',
    'lib/a/framework.ts',
    "import { redirect } from 'next/navigation'\n\nexport const y = redirect\n",
  ],
  ['noRestrictedImports', 'lib/platform/domain.ts', "import { x } from '#/lib/access/x.ts'\n\nexport const y = x\n"],
  ['noRestrictedImports', 'lib/a/relative.ts', "import { x } from './x.ts'\n\nexport const y = x\n"],
]
const GOOD: readonly (readonly [path: string, text: string])[] = [
  ['lib/a/ring-one.ts', "import { two } from '#/lib/a/ring-two.ts'\n\nexport const one = (): number => two() + 1\n"],
  ['lib/a/ring-two.ts', "import { one } from '#/lib/a/ring-one.ts'\n\nexport const two = (): number => one() + 1\n"],
  ['app/_ui/link.tsx', 'import Link from \'next/link\'\n\nexport const X = () => <Link href="/">x</Link>\n'],
  ['app/page.tsx', 'export default function Page() {\n  return <p>x</p>\n}\n'],
  ['scripts/env.ts', 'export const home = process.env.HOME\n'],
]

type Finding = { readonly category: string; readonly location: { readonly path: string | { readonly file: string } } }

function lint(): { rule: string; path: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-zorg-lint-'))
  try {
    for (const name of ['biome.json', 'package.json', 'tsconfig.json', '.gitignore']) cpSync(name, join(folder, name))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of [...BAD.map(([, path, text]) => [path, text] as const), ...GOOD]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome')
    const args = ['lint', '--reporter=json', '--max-diagnostics=500', '.']
    const run = spawnSync(process.execPath, [biome, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] }
    return diagnostics.map(({ category, location: { path } }) => ({
      rule: category.split('/').at(-1) ?? '',
      path: typeof path === 'string' ? path : path.file,
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const findings = lint()
const refused = (rule: string, path: string) =>
  findings.some((found) => found.rule === rule && found.path.endsWith(path))

describe('the lint rules fire', () => {
  test.each(BAD)('%s refuses %s', (rule, path) => {
    expect(refused(rule, path)).toBe(true)
  })

  test('noImportCycles refuses two files that import each other', () => {
    expect(refused('noImportCycles', 'lib/a/ring-one.ts')).toBe(true)
  })

  test.each([
    ['app/_ui/link.tsx', 'noRestrictedImports'],
    ['app/page.tsx', 'noDefaultExport'],
    ['scripts/env.ts', 'noProcessEnv'],
  ])('leave %s its exception of %s', (path, rule) => {
    expect(refused(rule, path)).toBe(false)
  })
})

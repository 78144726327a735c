import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A source file with what it imports, both as paths from the project's root. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const FOLDERS = ['app', 'lib', 'simulators', 'scripts', 'tests']
// Formatted by Biome, so an import always looks like one of these: `… from '…'`, `import '…'`, `import('…')`.
const IMPORT =
  /(?:^|\n)(?:import|export|\})[^'"\n;]*?from '([^']+)'|(?:^|\n)import '([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((specifier) => specifier.replace(/^#\//, ''))
}

/** Every TypeScript source of the project that people write. */
export function allSources(): Source[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(ts|tsx|mts)$/.test(path) && !path.startsWith('lib/generated/'))
      .sort()
      .map((path) => {
        const text = readFileSync(path, 'utf8')
        return { path, text, imports: importsOf(text) }
      }),
  )
}

const numbers = (versie: string) => versie.split('.').map(Number)

/** Oldest first, by number: 3.10 comes after 3.9. */
function byVersion(one: string, other: string): number {
  const [left, right] = [numbers(one), numbers(other)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** The module that names every release, from the names of their folders. */
export function registerText(folders: readonly string[]): string {
  const versions = folders.filter((name) => /^\d+\.\d+$/.test(name)).toSorted(byVersion)
  const nameOf = (versie: string) => `release${versie.replace('.', '_')}`
  const imports = versions.map(
    (versie) => `import { release as ${nameOf(versie)} } from '#/lib/istandaarden/releases/${versie}/release.ts'`,
  )
  return `${[
    "import type { Release } from '#/lib/istandaarden/release.ts'",
    ...imports,
    '',
    '// Generated from the folders in releases/ by scripts/generate-release-files.ts.',
    '',
    '/** Every release that the portal knows, oldest first. */',
    `export const RELEASES: readonly [Release, ...Release[]] = [${versions.map(nameOf).join(', ')}]`,
  ].join('\n')}\n`
}

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const SOURCES = ['app', 'lib', 'public', 'prisma/schema', 'scripts/building']
const FILES = [
  'instrumentation-client.ts',
  'instrumentation.ts',
  'middleware.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const NOT_OURS = new Set(['generated'])

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}

/** A hash over everything that decides what the build looks like: sources, versions and Node itself. */
export function sourceStamp(project: string): string {
  const hash = createHash('sha256').update(`node ${process.versions.node}\n`)
  const paths = [
    ...SOURCES.flatMap((folder) => filesUnder(join(project, folder))),
    ...FILES.map((name) => join(project, name)),
  ]
  for (const path of paths) {
    if (existsSync(path))
      hash
        .update(`${relative(project, path)}\0`)
        .update(readFileSync(path))
        .update('\0')
  }
  return hash.digest('hex')
}

const stampFile = (project: string) => join(project, '.next/portaal-stamp')

/** Whether the production build at hand was made of exactly these sources. */
export function isBuilt(project: string): boolean {
  const file = stampFile(project)
  return (
    existsSync(file) &&
    existsSync(join(project, '.next/BUILD_ID')) &&
    readFileSync(file, 'utf8') === sourceStamp(project)
  )
}

/** Notes that the build at hand was made of the sources with this stamp. */
export function noteBuilt(project: string, stamp: string): void {
  writeFileSync(stampFile(project), stamp)
}

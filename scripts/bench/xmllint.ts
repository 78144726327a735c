import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Whether libxml2's own program is installed, to compare with. */
export const hasXmllint = (): boolean => spawnSync('xmllint', ['--version']).status === 0

/** The schema of a berichtsoort, as a file. */
export const schemaFile = (project: string, berichtsoort: string): string =>
  join(project, 'lib/istandaarden/releases/3.2/xsd', `${berichtsoort.toLowerCase()}.xsd`)

/** Checks every file with a process of its own, so many at a time. Answers the seconds it took. */
export async function runXmllint(schema: string, files: readonly string[], atOnce: number): Promise<number> {
  const begin = performance.now()
  const child = spawn('xargs', ['-P', String(atOnce), '-n', '1', 'xmllint', '--noout', '--schema', schema], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.end(files.join('\n'))
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('xmllint keurde een bestand van de meting af')
  return (performance.now() - begin) / 1_000
}

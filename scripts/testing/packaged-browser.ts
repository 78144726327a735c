import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

const project = resolve(import.meta.dirname, '../..')
const PACKAGE = '@sparticuz/chromium'

function packagedVersion(): string {
  const file = join(project, 'node_modules', PACKAGE, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}

export type PackagedBrowser = { readonly path: string; readonly fontConfig: string }

/**
 * Tells the browser where the fonts of the package are. The package's own file names places of other machines: where those
 * are empty the browser has no font to fall back on, and what a web font does not draw has no height.
 */
function fontConfigOf(folder: string): string {
  const file = join(folder, 'portaal-fonts.conf')
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')].map(escapeXml)
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return file
  // Whole or not at all: another test process may read it now.
  const own = `${file}-${process.pid}`
  writeFileSync(own, text)
  renameSync(own, file)
  return file
}

/**
 * Unpacks the Chromium of the npm package into the project, once. The package itself would use one place for the whole
 * machine: there another user's copy cannot be run, and two that unpack at once run half of it.
 */
export function packagedBrowser(): PackagedBrowser {
  const folder = join(project, `node_modules/.cache/chromium-${packagedVersion()}`)
  const browser = () => ({ path: join(folder, 'chromium'), fontConfig: fontConfigOf(folder) })
  if (existsSync(folder)) return browser()
  mkdirSync(dirname(folder), { recursive: true })
  const unpacked = mkdtempSync(`${folder}-`)
  execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', `await (await import('${PACKAGE}')).default.executablePath()`],
    { cwd: project, env: { ...process.env, TMPDIR: unpacked }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  try {
    renameSync(unpacked, folder)
  } catch (error) {
    // Another test process was first.
    rmSync(unpacked, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return browser()
}

/** The shared libraries that the browser asks for and this machine does not have. */
export function missingLibraries(path: string): string[] {
  const lines = execFileSync('ldd', [path], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])
}

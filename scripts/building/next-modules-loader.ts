import { existsSync, readFileSync } from 'node:fs'

/** What the bundler tells a loader of the file at hand. */
type LoaderContext = { readonly resourcePath: string; readonly addDependency: (file: string) => void }

const NEXT = /^(.*\/node_modules\/next\/dist\/)(.*)$/

/** Stand-ins for what no browser needs that Next itself supports (Chrome 111, Firefox 111, Safari 16.4, or newer). */
const STAND_INS: Readonly<Record<string, string>> = {
  // Array.prototype.flat, Object.fromEntries and the like, of 2019 to 2022.
  'build/polyfills/polyfill-module.js': '',
  // Node's process, for React's way of reporting an error where there is no window.
  'build/polyfills/process.js': 'module.exports = globalThis.process ?? { env: {} }',
}

/**
 * Next brings its own source twice: as CommonJS, of which the browser is sent every export of every file, and the same
 * files as ES modules under `dist/esm`, which it uses on the server and from which a bundler can drop what nobody imports.
 * This puts the second in the place of the first. A file without such a copy stays as it is.
 */
export default function nextModulesLoader(this: LoaderContext, source: string): string {
  const [, dist, file] = NEXT.exec(this.resourcePath.replaceAll('\\', '/')) ?? []
  if (dist === undefined || file === undefined) return source
  const standIn = STAND_INS[file]
  if (standIn !== undefined) return standIn
  const copy = `${dist}esm/${file}`
  if (!existsSync(copy)) return source
  this.addDependency(copy)
  return readFileSync(copy, 'utf8')
}

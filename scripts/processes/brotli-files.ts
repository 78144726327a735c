import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** What a browser fetches of a build under this address has a hash in its name and never changes. */
const ADDRESS = '/_next/static/'
const FOLDER = '.next/static'
const ENDING = '.br'

/** What is compressed, and what Next calls it. Fonts and pictures are compressed in themselves. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
}

const filesOf = (project: string): string[] =>
  readdirSync(join(project, FOLDER), { recursive: true, encoding: 'utf8' }).map((name) => join(project, FOLDER, name))

const addressOf = (project: string, file: string): string =>
  `${ADDRESS}${relative(join(project, FOLDER), file).split(sep).join('/')}`

/**
 * Writes a brotli copy beside every script and style sheet of the build. Next itself compresses with gzip while it
 * answers; brotli at its strongest is a sixth smaller and too slow for that.
 */
export function compressBuild(project: string): void {
  for (const file of filesOf(project)) {
    if (!(extname(file) in CONTENT_TYPES)) continue
    const content = readFileSync(file)
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
    }
    writeFileSync(`${file}${ENDING}`, brotliCompressSync(content, { params }))
  }
}

/** Addresses of the style sheets of the build. */
export const styleSheets = (project: string): string[] =>
  filesOf(project)
    .filter((file) => extname(file) === '.css')
    .map((file) => addressOf(project, file))
    .toSorted()

/** Whether the browser takes brotli; `;q=0` says that it does not. */
const takesBrotli = (accepted: string): boolean =>
  accepted.split(',').some((coding) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding))

/** Answers a request and tells that it did; false leaves it to Next. */
export type AnswerFirst = (req: IncomingMessage, res: ServerResponse) => boolean

function notFound(res: ServerResponse): true {
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end('Not Found')
  return true
}

/**
 * Answers requests for the compressed files of the build from memory (about 1 MB in all): a build that is replaced under
 * a running process harms nobody. A name that is no file of the build is 404 at once: it is no page. Everything else stays
 * Next's: other codings, ranges, fonts.
 */
export function brotliFiles(project: string): AnswerFirst {
  if (!existsSync(join(project, FOLDER))) return () => false
  const files = new Map<string, { readonly content: Buffer; readonly type: string }>()
  const names = new Set(filesOf(project).map((file) => addressOf(project, file)))
  for (const file of filesOf(project)) {
    const plain = file.slice(0, -ENDING.length)
    const type = CONTENT_TYPES[extname(plain)]
    if (!(file.endsWith(ENDING) && type)) continue
    files.set(addressOf(project, plain), { content: readFileSync(file), type })
  }
  return (req, res) => {
    const name = req.url?.split('?', 1)[0] ?? ''
    if (name.startsWith(ADDRESS) && !names.has(decodeURI(name))) return notFound(res)
    if (req.method !== 'GET' || req.headers.range) return false
    const file = files.get(name)
    if (!(file && takesBrotli(String(req.headers['accept-encoding'] ?? '')))) return false
    res.writeHead(200, {
      'content-type': file.type,
      'content-encoding': 'br',
      'content-length': file.content.byteLength,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    res.end(file.content)
    return true
  }
}

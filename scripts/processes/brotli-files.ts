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

/** Whether the browser takes brotli; `;q=0` says that it does not. */
const takesBrotli = (accepted: string): boolean =>
  accepted.split(',').some((coding) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding))

/** Answers a request and tells that it did; false leaves it to Next. */
export type AnswerFirst = (req: IncomingMessage, res: ServerResponse) => boolean

/**
 * Answers requests for the compressed files of the build from memory (about 1 MB in all): a build that is replaced under
 * a running process harms nobody. Everything else stays Next's: other codings, ranges, fonts, unknown names.
 */
export function brotliFiles(project: string): AnswerFirst {
  if (!existsSync(join(project, FOLDER))) return () => false
  const files = new Map<string, { readonly content: Buffer; readonly type: string }>()
  for (const file of filesOf(project)) {
    const plain = file.slice(0, -ENDING.length)
    const type = CONTENT_TYPES[extname(plain)]
    if (!(file.endsWith(ENDING) && type)) continue
    const name = relative(join(project, FOLDER), plain).split(sep).join('/')
    files.set(`${ADDRESS}${name}`, { content: readFileSync(file), type })
  }
  return (req, res) => {
    if (req.method !== 'GET' || req.headers.range) return false
    const file = files.get(req.url?.split('?', 1)[0] ?? '')
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

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import { brotliFiles, compressBuild } from '#/scripts/processes/brotli-files.ts'

const SCRIPT = 'export const text = "een bericht"\n'.repeat(50)
const ADDRESS = '/_next/static/chunks/a-1.js'

describe('brotliFiles', () => {
  const project = mkdtempSync(join(tmpdir(), 'portaal-zorg-brotli-'))
  const chunks = join(project, '.next/static/chunks')
  let server: Server

  beforeAll(async () => {
    mkdirSync(chunks, { recursive: true })
    writeFileSync(join(chunks, 'a-1.js'), SCRIPT)
    writeFileSync(join(chunks, 'font-1.woff2'), SCRIPT)
    compressBuild(project)
    const answer = brotliFiles(project)
    server = createServer((req, res) => {
      if (!answer(req, res)) res.writeHead(204, { 'x-left-to': 'next' }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(project, { recursive: true })
  })

  async function ask(path: string, headers: OutgoingHttpHeaders, method = 'GET') {
    const { port } = server.address() as AddressInfo
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, method, agent: false }, resolve).once('error', reject).end()
    })
    return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
  }

  it('gives a browser that takes brotli the whole script, compressed, to keep for ever', async () => {
    const answer = await ask(`${ADDRESS}?v=1`, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=UTF-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(brotliDecompressSync(answer.body).toString()).toBe(SCRIPT)
    expect(answer.body.byteLength).toBeLessThan(SCRIPT.length / 4)
  })

  // What it cannot answer rightly goes to Next: otherwise somebody gets a file that cannot be read, or a wrong part of one.
  it.each([
    ['a browser without brotli', ADDRESS, { 'accept-encoding': 'gzip' }, 'GET'],
    ['a browser that refuses brotli', ADDRESS, { 'accept-encoding': 'gzip, br;q=0' }, 'GET'],
    ['no word about codings', ADDRESS, {}, 'GET'],
    ['a range', ADDRESS, { 'accept-encoding': 'br', range: 'bytes=5-2' }, 'GET'],
    ['another method', ADDRESS, { 'accept-encoding': 'br' }, 'POST'],
    ['a font', '/_next/static/chunks/font-1.woff2', { 'accept-encoding': 'br' }, 'GET'],
    ['the compressed file by its own name', `${ADDRESS}.br`, { 'accept-encoding': 'br' }, 'GET'],
  ])('leaves %s to Next', async (_, path, headers, method) => {
    expect((await ask(path, headers, method)).headers['x-left-to']).toBe('next')
  })

  // Otherwise Next answers by a page, made outside the gate, for every script of an earlier build.
  it.each(['/_next/static/chunks/b-1.js', '/_next/static/../BUILD_ID', '/_next/static/'])(
    'says at once that %s is no file of the build',
    async (path) => {
      const answer = await ask(path, { 'accept-encoding': 'br' })
      expect([answer.status, answer.body.toString()]).toEqual([404, 'Not Found'])
    },
  )

  it('answers from memory, so that a new build under a running process harms nobody', async () => {
    const whole = readFileSync(join(chunks, 'a-1.js.br'))
    rmSync(join(chunks, 'a-1.js.br'))
    expect((await ask(ADDRESS, { 'accept-encoding': 'br' })).body).toEqual(whole)
  })
})

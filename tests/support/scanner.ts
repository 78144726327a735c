import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScannerAddress } from '#/lib/platform/settings/scanner-address.ts'

/** The harmless file that every scanner calls a virus, in two parts: else a scanner would object to this file. */
export const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** What it answers to a stream; null: it breaks off without a word. */
type Verdict = (stream: Buffer) => string | null

const honest: Verdict = (stream) => (stream.includes(TEST_VIRUS) ? 'stream: Eicar-Signature FOUND' : 'stream: OK')

export type TestScanner = {
  readonly address: ScannerAddress
  /** For CLAMD_ADRES. */
  readonly setting: string
  /** The streams that it got from beginning to end. */
  readonly seen: Buffer[]
  /** How it judges from now on; as clamd does when nothing is given. */
  judge(verdict?: Verdict): void
  /** Answers so after so many bytes, without waiting for the rest. */
  interrupt(afterBytes: number, answer: string): void
  start(): Promise<void>
  stop(): Promise<void>
}

type Session = { received: Buffer; stream: Buffer[]; size: number; isOpen: boolean }

/**
 * What speaks the protocol of clamd (INSTREAM) over a socket, for what a real one cannot be made to do at will: falling silent,
 * breaking off, answering too early. Call it at the top of a test file and start it where it is needed.
 */
export function testScanner(): TestScanner {
  const folder = mkdtempSync(join(tmpdir(), 'portaal-scanner-'))
  const path = join(folder, 'clamd.ctl')
  const connections = new Set<Socket>()
  const seen: Buffer[] = []
  let verdict = honest
  let interruption: { readonly afterBytes: number; readonly answer: string } | null = null

  function end(socket: Socket, session: Session, answer: string | null): void {
    session.isOpen = false
    if (answer === null) socket.destroy()
    else socket.end(`${answer}\0`)
  }

  function take(socket: Socket, session: Session): void {
    while (session.isOpen && session.received.length >= 4) {
      const length = session.received.readUInt32BE()
      if (length === 0) {
        const stream = Buffer.concat(session.stream)
        seen.push(stream)
        end(socket, session, verdict(stream))
        return
      }
      if (session.received.length < 4 + length) return
      session.stream.push(session.received.subarray(4, 4 + length))
      session.size += length
      session.received = session.received.subarray(4 + length)
      if (interruption && session.size >= interruption.afterBytes) end(socket, session, interruption.answer)
    }
  }

  const server = createServer((socket) => {
    const session: Session = { received: Buffer.alloc(0), stream: [], size: 0, isOpen: true }
    let isCommandRead = false
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    // Whoever talks to it may leave at any moment.
    socket.on('error', () => socket.destroy())
    socket.on('data', (piece) => {
      session.received = Buffer.concat([session.received, piece])
      const command = session.received.indexOf(0)
      if (!isCommandRead && command >= 0) {
        if (session.received.toString('latin1', 0, command) !== 'zINSTREAM')
          return end(socket, session, 'UNKNOWN COMMAND')
        isCommandRead = true
        session.received = session.received.subarray(command + 1)
      }
      if (isCommandRead) take(socket, session)
    })
  })

  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of connections) socket.destroy()
    })
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })

  return {
    address: { kind: 'socket', path },
    setting: `unix:${path}`,
    seen,
    judge(given = honest) {
      verdict = given
      interruption = null
    },
    interrupt(afterBytes, answer) {
      interruption = { afterBytes, answer }
    },
    start: () => new Promise((resolve) => server.listen(path, resolve)),
    stop,
  }
}

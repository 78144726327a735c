import { isIP, Socket } from 'node:net'
import { format } from 'node:util'

// Runs before every test file: no test reaches another machine, prints a complaint, or shares its name with another.

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
// next-auth 4 parses addresses the old way; one warning per process that nobody can act on.
const EXPECTED_WARNINGS = [/DEP0169/]

type Destination = { host?: string; path?: string; port?: number }

function destination(args: readonly unknown[]): Destination {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) return first
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first }
  const host = (Array.isArray(args[0]) ? args[0] : args)[1]
  return typeof host === 'string' ? { host } : {}
}

const connect = Socket.prototype.connect
Socket.prototype.connect = function (this: Socket, ...args: Parameters<typeof connect>) {
  const { host = 'localhost', path } = destination(args)
  if (!path && !LOOPBACK.test(host)) throw new Error(`a test may not reach ${isIP(host) ? host : `host ${host}`}`)
  return connect.apply(this, args)
} as typeof connect

const complaints: string[] = []
for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => {
    const text = format(...args)
    if (!EXPECTED_WARNINGS.some((expected) => expected.test(text))) complaints.push(`console.${level}: ${text}`)
  }
}

const names = new Set<string>()
beforeEach(() => {
  const name = expect.getState().currentTestName ?? ''
  if (names.has(name)) throw new Error(`two tests are named "${name}"`)
  names.add(name)
})

afterEach(() => {
  const found = complaints.splice(0)
  if (found.length > 0) throw new Error(found.join('\n'))
})

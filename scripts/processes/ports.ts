import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

async function listen(port: number, host: string): Promise<Server | NodeJS.ErrnoException> {
  const server = createServer()
  try {
    server.listen({ port, host, exclusive: true })
    await once(server, 'listening')
    return server
  } catch (error) {
    return error as NodeJS.ErrnoException
  }
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

/** Whether nobody listens on the port, on either loopback address. */
export async function portIsFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = await listen(port, host)
    if ('close' in server) await close(server)
    else if (server.code === 'EADDRINUSE' || server.code === 'EACCES') return false
  }
  return true
}

// Below those that systems lend to outgoing connections: such a one may be lent again before anybody listens on it.
const LOWEST = 10_000
const HIGHEST = 32_000

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST)
    if (await portIsFree(port)) return port
  }
}

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

/** A port that was free a moment ago, below the range from which the system picks ports by itself when `from` says so. */
export async function freePort(): Promise<number> {
  const server = await listen(0, '127.0.0.1')
  if (!('close' in server)) throw server
  const address = server.address()
  await close(server)
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}

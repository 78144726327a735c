import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to the database on which something happens at a chosen message. */
export type DatabaseProxy = {
  /** The address of the database by this way. */
  urlBy(databaseUrl: string): string
  /**
   * From now on the answer to the message with this number (1 is the next one) reaches nobody: the database has done what it said,
   * and `act` is called instead. Answers how many messages came since it was last asked.
   */
  arm(number: number, act: () => void): void
  /** Messages since it was armed. */
  count(): number
  close(): Promise<void>
}

/** Starts one in front of the server of `databaseUrl`. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let count = 0
  let armed: { readonly number: number; readonly act: () => void } | null = null

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let isDoomed = false
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      // A killed process resets its connections; that is what this is for.
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    client.on('data', (piece) => {
      count += 1
      if (armed?.number === count) isDoomed = true
      upstream.write(piece)
    })
    upstream.on('data', (piece) => {
      if (!isDoomed) {
        client.write(piece)
        return
      }
      const act = armed?.act
      armed = null
      act?.()
      end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    urlBy: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    arm(number, act) {
      count = 0
      armed = { number, act }
    },
    count: () => count,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

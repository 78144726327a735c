import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/**
 * The connections of the web service. A certificate is judged when a connection is made; so one that was made under what held
 * before takes no further request.
 */
export class Connections {
  /** What is being answered on each. */
  readonly #open = new Map<Socket, Set<ServerResponse>>()
  readonly #outdated = new WeakSet<Socket>()

  constructor(server: Server) {
    server.on('secureConnection', (socket) => {
      this.#open.set(socket, new Set())
      socket.once('close', () => this.#open.delete(socket))
    })
  }

  /** Counts an answer as in hand until it has gone. False: the connection takes no more, and was closed. */
  admit({ socket }: IncomingMessage, res: ServerResponse): boolean {
    if (this.#outdated.has(socket)) {
      socket.destroy()
      return false
    }
    const answers = this.#open.get(socket)
    answers?.add(res)
    res.once('close', () => answers?.delete(res))
    return true
  }

  /** Lets every connection end: at once, or with the answer that is in hand. */
  renew(): void {
    for (const [socket, answers] of this.#open) {
      this.#outdated.add(socket)
      for (const res of answers) res.shouldKeepAlive = false
      if (answers.size === 0) socket.destroy()
    }
  }
}

import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { MINUTE_MS } from '#/lib/platform/clock.ts'
import { log } from '#/lib/platform/log.ts'
import { SparingTeller } from '#/lib/platform/sparing-teller.ts'

/** VECOZO brings for all gemeenten at once, and needs far fewer. */
export const MOST_OF_ONE_CALLER = 100
const MOST_CONNECTIONS = 1_000
const TOLD_PER_MINUTE = 10

/** How long a request may take to begin on a connection that was made just before the end. */
const UNUSED_MS = 500

/**
 * The connections of the web service. A certificate is judged when a connection is made; so one that was made under what held
 * before takes no further request.
 */
export class Connections {
  /** What is being answered on each. */
  readonly #open = new Map<Socket, Set<ServerResponse>>()
  readonly #outdated = new WeakSet<Socket>()
  /** How many each caller has, by certificate. */
  readonly #callers = new Map<string, number>()
  /** What comes before a caller is known: a stranger must not fill the process log. */
  readonly #refusals = new SparingTeller(TOLD_PER_MINUTE, MINUTE_MS)
  readonly #server: Server
  #isEnding = false

  constructor(server: Server) {
    this.#server = server
    server.maxConnections = MOST_CONNECTIONS
    server.on('secureConnection', (socket) => {
      const caller = socket.getPeerX509Certificate()?.fingerprint256 ?? ''
      const count = (this.#callers.get(caller) ?? 0) + 1
      if (count > MOST_OF_ONE_CALLER) {
        this.#refusals.tell((others) =>
          log().warn({ caller, others }, 'web service: too many connections of one caller'),
        )
        socket.destroy()
        return
      }
      this.#callers.set(caller, count)
      this.#open.set(socket, new Set())
      socket.once('close', () => {
        this.#open.delete(socket)
        const left = (this.#callers.get(caller) ?? 1) - 1
        if (left > 0) this.#callers.set(caller, left)
        else this.#callers.delete(caller)
      })
    })
    server.on('tlsClientError', (error) =>
      this.#refusals.tell((others) =>
        log().warn({ err: error.message, others }, 'web service: refused at the handshake'),
      ),
    )
    server.on('drop', () =>
      this.#refusals.tell((others) => log().warn({ others }, 'web service: too many connections')),
    )
  }

  /** Counts an answer as in hand until it has gone. False: the connection takes no more, and was closed. */
  admit({ socket }: IncomingMessage, res: ServerResponse): boolean {
    if (this.#outdated.has(socket)) {
      socket.destroy()
      return false
    }
    const answers = this.#open.get(socket)
    if (this.#isEnding) res.shouldKeepAlive = false
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

  #closeUnused(): void {
    for (const [socket, answers] of this.#open) if (answers.size === 0) socket.destroy()
  }

  /**
   * Ends the service: nobody comes in any more, what is in hand is answered and takes its connection with it. Whatever still stands
   * after `finishMs` is cut off.
   */
  async end(finishMs: number): Promise<void> {
    this.#isEnding = true
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const answers of this.#open.values()) for (const res of answers) res.shouldKeepAlive = false
    this.#server.closeIdleConnections()
    // One that said nothing yet is not idle for Node, and an answer may have begun before with word that its connection stays.
    const unused = setInterval(() => this.#closeUnused(), UNUSED_MS)
    const force = setTimeout(() => this.#server.closeAllConnections(), finishMs)
    await closed
    clearInterval(unused)
    clearTimeout(force)
  }
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import type { MemberActor } from '#/lib/access/actor.ts'

/** What a process does that is going to be killed. Contents are base64. */
export type Act =
  | { readonly kind: 'send' }
  | {
      readonly kind: 'deliver'
      readonly actor: MemberActor
      readonly content: string
      readonly idempotencyKey: string
    }
  | { readonly kind: 'receive'; readonly organisationId: string; readonly content: string }

const Told = z.object({ outcome: z.string() })

/** A process that waits to do something. */
export class Victim {
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>

  constructor(environment: Readonly<Record<string, string>>) {
    this.#child = fork(join(import.meta.dirname, 'act-process.ts'), [], {
      execPath: process.execPath,
      execArgv: [],
      env: { ...environment, PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#gone = once(this.#child, 'exit')
  }

  async #told(): Promise<string | null> {
    const message = once(this.#child, 'message').then(([value]) => Told.parse(value).outcome)
    return Promise.race([message, this.#gone.then(() => null)])
  }

  /** Resolves when it has read all of its code and has done nothing yet. */
  async ready(): Promise<void> {
    if ((await this.#told()) !== 'ready') throw new Error('the process ended before it did anything')
  }

  /** Has it act. Answers what came of it, or null when it was killed meanwhile. */
  async act(act: Act): Promise<string | null> {
    const told = this.#told()
    this.#child.send({ act })
    return told
  }

  /** As `kill -9`. */
  readonly kill = (): void => {
    this.#child.kill('SIGKILL')
  }

  async gone(): Promise<void> {
    await this.#gone
  }
}

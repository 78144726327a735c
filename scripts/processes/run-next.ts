import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { get, type RequestListener, type Server } from 'node:http'
import { mostBytesOf } from '#/app/_server/body-limits.ts'
import { wholeAnswer } from '#/app/_server/whole-answer.ts'
import { replaceBareAnswers } from '#/lib/platform/http/bare-answers.ts'
import { refuseOddRequest, refuseOtherProtocols } from '#/lib/platform/http/odd-requests.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type AnswerFirst, brotliFiles, styleSheets } from '#/scripts/processes/brotli-files.ts'

export type NextMode = 'start' | 'dev'

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    }).once('error', () => resolve(false))
  })
}

async function tellWhenReady(host: string, port: number): Promise<void> {
  const address = `http://${host}:${port}/api/health/ready`
  while (!(await answers(address))) await new Promise((resolve) => setTimeout(resolve, 100))
  process.send?.({ type: 'ready' })
}

/** Node tells of every request here before the server's listeners hear of it. */
const REQUESTS = 'http.server.request.start'

/**
 * Puts `answer` before Next's own listener, on the server that Next makes: starting, ending and everything not answered
 * stay Next's. A server of ours around Next would have to do over again what `next start` does at a signal.
 */
function answerBeforeNext(answer: AnswerFirst): void {
  const atFirstRequest = (message: unknown) => {
    unsubscribe(REQUESTS, atFirstRequest)
    const { server } = message as { readonly server: Server }
    refuseOtherProtocols(server)
    const listeners = server.listeners('request') as RequestListener[]
    server.removeAllListeners('request')
    server.on('request', (req, res) => {
      if (!answer(req, res)) for (const listener of listeners) listener.call(server, req, res)
    })
  }
  subscribe(REQUESTS, atFirstRequest)
}

/** What the production build leaves to us: files in brotli, requests that Next breaks on, and what it answers bare. */
function answerForNext(project: string): void {
  const bounds = { portaalUrl: settings().portaalUrl, mostBytes: mostBytesOf }
  const files = brotliFiles(project)
  const styles = styleSheets(project)
  replaceBareAnswers((bare) => wholeAnswer(bare, styles))
  answerBeforeNext((req, res) => refuseOddRequest(req, res, bounds) || files(req, res))
}

/**
 * How long an idle connection stays open. Longer than a reverse proxy keeps one (nginx and Envoy: 60 s): whoever closes first
 * must be the side that sends requests, or now and then one goes into a connection that is just being closed and is lost.
 */
const IDLE_CONNECTION_MS = 75_000

/**
 * Runs Next in this very process, so that signals reach it: `start` serves the build, `dev` reloads. Ends when the process
 * that forked it is gone. With an IPC channel it tells `{type: 'ready'}` once the portal and its parts answer.
 */
export async function runNext(mode: NextMode, host: string, port: number): Promise<void> {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  const idle = mode === 'start' ? ['--keepAliveTimeout', String(IDLE_CONNECTION_MS)] : []
  process.argv.splice(2, process.argv.length, mode, '-H', host, '-p', String(port), ...idle)
  if (mode === 'start') answerForNext(process.cwd())
  await import('next/dist/bin/next')
  if (process.send) await tellWhenReady(host, port)
}

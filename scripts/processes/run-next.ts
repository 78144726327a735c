import { get } from 'node:http'

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

/**
 * Runs Next in this very process, so that signals reach it: `start` serves the build, `dev` reloads. Ends when the process
 * that forked it is gone. With an IPC channel it tells `{type: 'ready'}` once the portal and its parts answer.
 */
export async function runNext(mode: NextMode, host: string, port: number): Promise<void> {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.argv.splice(2, process.argv.length, mode, '-H', host, '-p', String(port))
  await import('next/dist/bin/next')
  if (process.send) await tellWhenReady(host, port)
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

type ProcessLine = { readonly pid: number; readonly parent: number; readonly bytes: number; readonly command: string }

async function allProcesses(): Promise<readonly ProcessLine[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,rss=,args='], { maxBuffer: 16 * 1_048_576 })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && command ? [{ pid: +pid, parent: Number(parent), bytes: Number(kilobytes) * 1_024, command }] : []
  })
}

/** Resident memory, in bytes. */
export type Resident = { readonly web: number; readonly largestValidator: number }

/** Memory of the web process and of the largest of its validators now. */
export async function residentMemory(webPid: number): Promise<Resident> {
  const all = await allProcesses()
  const validators = all.filter(({ parent, command }) => parent === webPid && command.includes('validator-process'))
  return {
    web: all.find(({ pid }) => pid === webPid)?.bytes ?? 0,
    largestValidator: Math.max(0, ...validators.map(({ bytes }) => bytes)),
  }
}

const BETWEEN_MS = 100

/** Looks at the memory all the time that `work` takes, and answers the highest of each beside its result. */
export async function watchingMemory<T>(
  webPid: number,
  work: () => Promise<T>,
): Promise<{ result: T; peak: Resident }> {
  let peak: Resident = { web: 0, largestValidator: 0 }
  const look = async () => {
    const now = await residentMemory(webPid)
    peak = {
      web: Math.max(peak.web, now.web),
      largestValidator: Math.max(peak.largestValidator, now.largestValidator),
    }
  }
  let isOver = false
  const watch = async () => {
    while (!isOver) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    }
  }
  const [result] = await Promise.all([
    work().finally(() => {
      isOver = true
    }),
    watch(),
  ])
  return { result, peak }
}

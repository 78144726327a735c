import { readdirSync, readFileSync } from 'node:fs'
import type { BenchWorld } from '#/scripts/bench/bench-world.ts'

/** Processor time in milliseconds, by who used it. `client` is this process. */
export type ProcessorTime = {
  readonly web: number
  readonly validators: number
  readonly database: number
  readonly client: number
}

type Used = { readonly pid: number; readonly parent: number; readonly milliseconds: number }

/** Linux counts in hundredths of a second for whoever reads it (USER_HZ), on every machine. */
const MS_PER_TICK = 10
/** Places after the name in /proc/pid/stat (proc(5)): ppid is field 4, utime 14, stime 15; the name is field 2. */
const PARENT = 1
const USER = 11
const SYSTEM = 12

function usedBy(pid: number): Used | null {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It ended between the listing and this line.
    return null
  }
  // The name stands in brackets and may hold spaces and brackets itself.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[USER]) + Number(fields[SYSTEM])
  return { pid, parent: Number(fields[PARENT]), milliseconds: ticks * MS_PER_TICK }
}

const allUsed = () => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (usedBy(Number(name)) ?? []) : []))

const sum = (used: readonly Used[]) => used.reduce((total, { milliseconds }) => total + milliseconds, 0)

function readAll({ webPid }: BenchWorld, backend: number): ProcessorTime {
  const all = allUsed()
  const postmaster = all.find(({ pid }) => pid === backend)?.parent
  const { user, system } = process.cpuUsage()
  return {
    web: sum(all.filter(({ pid }) => pid === webPid)),
    validators: sum(all.filter(({ parent }) => parent === webPid)),
    database: sum(all.filter(({ parent }) => parent === postmaster)),
    client: (user + system) / 1_000,
  }
}

/** What `work` and everything that it asked of others cost the processors. Linux only; null elsewhere. */
export async function processorTimeOf<T>(
  world: BenchWorld,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly used: ProcessorTime | null }> {
  if (process.platform !== 'linux') return { result: await work(), used: null }
  const [row] = await world.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  if (!row) throw new Error('the database does not tell which process answers')
  const before = readAll(world, row.pid)
  const result = await work()
  const after = readAll(world, row.pid)
  const used = {
    web: after.web - before.web,
    validators: after.validators - before.validators,
    database: after.database - before.database,
    client: after.client - before.client,
  }
  return { result, used }
}

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dataFolder, programFolder } from '#/simulators/postgres/places.ts'
import { databaseUser, type SystemUser } from '#/simulators/postgres/system-user.ts'

export const ADMIN_ROLE = 'portaal_admin'

export type ClusterOptions = {
  readonly folder: string
  readonly port: number
  /** Of role portaal_admin; used at the first start, kept by the data afterwards. */
  readonly adminPassword: string
  /** True gives up safety against a crash of the machine for speed: for tests. */
  readonly forgetful: boolean
}

export type Cluster = {
  /** Ends the server at once, cleanly; resolves when it is gone. */
  stop(): Promise<void>
  /** Resolves when the server is gone, for whatever reason. */
  readonly gone: Promise<void>
}

const run = promisify(execFile)
// Messages in one language, and no file of the machine decides on order or time.
const ENVIRONMENT: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const CONFIGURATION = [
  'listen_addresses=localhost',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'max_connections=200',
  'shared_buffers=128MB',
  'log_min_messages=warning',
]

async function initialise(folder: string, bin: string, user: SystemUser, password: string): Promise<void> {
  const passwordFile = join(folder, '..', `.password-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o644 })
  try {
    // The built-in collation: equal on every machine, whatever its C library knows.
    const collation = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const access = ['--auth=scram-sha-256', `--username=${ADMIN_ROLE}`, `--pwfile=${passwordFile}`]
    await run(join(bin, 'initdb'), [`--pgdata=${folder}`, '--no-sync', ...collation, ...access], {
      env: ENVIRONMENT,
      cwd: folder,
      ...user,
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000)
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL stopte met code ${code}:\n${said}`)))
  })
}

/** Starts PostgreSQL on its folder, making the folder at the first start. Rejects with what the server said when it does not start. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = databaseUser()
  const folder = dataFolder(user, options.folder)
  const bin = join(programFolder(user), 'bin')
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder, bin, user, options.adminPassword)
  const settings = options.forgetful ? [...CONFIGURATION, ...FORGETFUL] : CONFIGURATION
  const flags = settings.flatMap((setting) => ['-c', setting])
  const server = spawn(join(bin, 'postgres'), ['-D', folder, '-p', String(options.port), ...flags], {
    env: ENVIRONMENT,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  })
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await whenReady(server)
  return {
    gone,
    async stop() {
      server.kill('SIGINT') // "fast": ends open connections, keeps what was committed
      await gone
    },
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { portIsFree } from '#/scripts/processes/ports.ts'
import { removeData } from '#/simulators/postgres/places.ts'

/** Ports of the demo, by the environment variable that moves each of them. */
export const DEMO_PORTS = {
  PORT: 3000,
  BROKER_PORT: 4100,
  CHAIN_PORT: 4200,
  CHAIN_TLS_PORT: 4243,
  MAIL_PORT: 4300,
  SMTP_PORT: 4325,
  POSTGRES_PORT: 4432,
  WEBSERVICE_PORT: 4443,
} as const
export type DemoPorts = Readonly<Record<keyof typeof DEMO_PORTS, number>>

/** Why the demo cannot start, in words for whoever started it. */
export class DemoError extends Error {}

/** The ports of this run. Throws DemoError when a variable holds no port. */
export function demoPorts(environment: Readonly<Record<string, string | undefined>>): DemoPorts {
  const ports: Record<string, number> = {}
  for (const [variable, usual] of Object.entries(DEMO_PORTS)) {
    const port = Number(environment[variable] || usual)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new DemoError(`${variable} moet een poort van 1 tot en met 65535 zijn, niet "${environment[variable]}".`)
    ports[variable] = port
  }
  return ports as DemoPorts
}

/** Throws DemoError that names every port at which somebody else listens, with the variable that chooses another. */
export async function requireFreePorts(ports: DemoPorts): Promise<void> {
  const taken: string[] = []
  for (const [variable, port] of Object.entries(ports)) {
    if (await portIsFree(port)) continue
    taken.push(
      `Poort ${port} is al in gebruik. Stop het programma dat daar luistert, of kies een andere poort met ${variable}.`,
    )
  }
  if (taken.length > 0) throw new DemoError(taken.join('\n'))
}

export type DemoSecrets = {
  readonly portaalSecret: string
  readonly masterKey: string
  readonly adminPassword: string
  readonly appPassword: string
}

const newSecrets = (): DemoSecrets => ({
  portaalSecret: randomBytes(48).toString('base64url'),
  masterKey: `demo-1:${randomBytes(32).toString('base64')}`,
  adminPassword: randomBytes(24).toString('hex'),
  appPassword: randomBytes(24).toString('hex'),
})

/** The secrets of this demo: made at its first start, kept with its data, readable by its owner only. */
export function demoSecrets(dataFolder: string): DemoSecrets {
  const file = join(dataFolder, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets
  const secrets = newSecrets()
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  return secrets
}

/** Where the demo keeps its data. */
export const demoDataFolder = (project: string) => resolve(process.env.PORTAAL_DATA_DIR ?? join(project, '.data'))
export const postgresFolder = (dataFolder: string) => join(dataFolder, 'postgres')

// What the demo makes there; other things in the folder (measurements, for one) stay.
const MADE = ['storage', 'secrets.json', 'brokers.json', 'makelaar-client-key.json', 'keten', 'logs']

/** Throws the demo's data away, for a fresh start. */
export function removeDemoData(dataFolder: string): void {
  removeData(postgresFolder(dataFolder))
  for (const name of MADE) rmSync(join(dataFolder, name), { recursive: true, force: true })
}

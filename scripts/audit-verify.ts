import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { type ChainVerdict, verifyAuditLog } from '#/lib/audit/verify-chain.ts'
import { demoDataFolder, demoPorts, demoSecrets } from '#/scripts/processes/demo-places.ts'

const FAULTS: Readonly<Record<Extract<ChainVerdict, { ok: false }>['fault'], string>> = {
  changed: 'is veranderd: de inhoud past niet bij de hash',
  gap: 'ontbreekt',
  link: 'sluit niet aan op de regel ervoor',
  head: 'is niet de regel waar de keten eindigt',
  'missing-head': 'de keten heeft geen einde meer',
  'beyond-head': 'is buiten het portaal om toegevoegd',
}

const line = (verdict: ChainVerdict): string =>
  verdict.ok
    ? `keten ${String(verdict.chain).padStart(2)}  goed   ${String(verdict.rows).padStart(9)} regels  einde ${verdict.head}`
    : `keten ${String(verdict.chain).padStart(2)}  FOUT   regel ${verdict.atSeq} ${FAULTS[verdict.fault]}`

/** The database to check: that of the settings, else that of the demo on this machine. Null when there is neither. */
function databaseUrl(): string | null {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const folder = demoDataFolder(resolve(import.meta.dirname, '..'))
  if (!existsSync(join(folder, 'secrets.json'))) return null
  const { POSTGRES_PORT } = demoPorts(process.env)
  return `postgresql://portaal_app:${demoSecrets(folder).appPassword}@localhost:${POSTGRES_PORT}/portaal`
}

async function verify(client: Client): Promise<void> {
  await client.connect()
  // The servicedesk's realm sees every row of the log; this command needs no administrator.
  await client.query("SELECT set_config('portaal.bereik', 'servicedesk', false)")
  const verdicts = await verifyAuditLog(
    async <R extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
      (await client.query<R>(sql, [...values])).rows,
  )
  const broken = verdicts.filter(({ ok }) => !ok).length
  const rows = verdicts.reduce((sum, verdict) => sum + (verdict.ok ? verdict.rows : 0n), 0n)
  const end =
    broken === 0
      ? `Het logboek is heel: ${rows} regels in ${verdicts.length} ketens.`
      : `Het logboek is NIET heel: ${broken} van ${verdicts.length} ketens klopt niet.`
  process.stdout.write(`${[...verdicts.map(line), end].join('\n')}\n`)
  process.exitCode = broken === 0 ? 0 : 1
}

/** `npm run audit:verify`: one line per chain, then the verdict; exit code 1 when the log was tampered with. */
async function main(): Promise<void> {
  const connectionString = databaseUrl()
  if (!connectionString) {
    process.stderr.write('DATABASE_URL ontbreekt, en op deze machine is geen demo gestart.\n')
    process.exitCode = 1
    return
  }
  const client = new Client({ connectionString })
  try {
    await verify(client)
  } catch (error) {
    process.stderr.write(
      `Het logboek kon niet worden gelezen: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exitCode = 1
  } finally {
    await client.end()
  }
}

await main()

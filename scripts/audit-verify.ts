import { type ChainVerdict, verifyAuditLog } from '#/lib/audit/verify-chain.ts'
import { closeDatabase } from '#/lib/platform/db/client.ts'

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

/** `npm run audit:verify`: one line per chain, then the verdict; exit code 1 when the log was tampered with. */
async function main(): Promise<void> {
  const verdicts = await verifyAuditLog()
  const broken = verdicts.filter(({ ok }) => !ok).length
  const rows = verdicts.reduce((sum, verdict) => sum + (verdict.ok ? verdict.rows : 0n), 0n)
  const end =
    broken === 0
      ? `Het logboek is heel: ${rows} regels in ${verdicts.length} ketens.`
      : `Het logboek is NIET heel: ${broken} van ${verdicts.length} ketens klopt niet.`
  process.stdout.write(`${[...verdicts.map(line), end].join('\n')}\n`)
  process.exitCode = broken === 0 ? 0 : 1
  await closeDatabase()
}

await main()

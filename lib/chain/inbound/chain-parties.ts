import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sharedState } from '#/lib/platform/shared-state.ts'

/** Parts of the chain that may come to the web service. */
export const CHAIN_PARTIES = ['VECOZO', 'CAK'] as const
export type ChainParty = (typeof CHAIN_PARTIES)[number]

const Fingerprint = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/))

/** The file: who has which certificates, by SHA-256. Two at a time while one is being renewed. */
const PartiesFile = z.array(
  z.strictObject({ partij: z.enum(CHAIN_PARTIES), vingerafdrukken: z.array(Fingerprint).min(1).max(10) }),
)

type Parties = ReadonlyMap<string, ChainParty>
const held = () => sharedState('chain-parties', () => new Map<string, Parties>())

/** Reads the chain parties by the fingerprint of their certificate, from now on. Throws when the file is not there or not right. */
export function renewChainParties(partiesFile: string): Parties {
  const file = PartiesFile.parse(JSON.parse(readFileSync(partiesFile, 'utf8')))
  const parties = new Map(file.flatMap(({ partij, vingerafdrukken }) => vingerafdrukken.map((one) => [one, partij])))
  held().set(partiesFile, parties)
  return parties
}

/** The chain parties as they were read last. */
export const chainParties = (partiesFile: string): Parties => held().get(partiesFile) ?? renewChainParties(partiesFile)

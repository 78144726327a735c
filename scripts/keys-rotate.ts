import { systemActor } from '#/lib/access/actor.ts'
import { countContentKeys, rotateContentKeys } from '#/lib/berichten/keys/rotate-content-keys.ts'
import { sealingKeyId } from '#/lib/platform/crypto/master-keyrings.ts'
import { closeDatabase } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'

const CHECK_ONLY = '--controle'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** How many contents lie under which key. True when all are under the first. */
async function tellKeys(actor: ReturnType<typeof systemActor>, signal: AbortSignal): Promise<boolean> {
  const current = sealingKeyId()
  const counts = await countContentKeys(actor, signal)
  for (const [keyId, count] of counts)
    say(
      keyId === null
        ? `${count} onleesbaar`
        : `${count} onder ${keyId}${keyId === current ? ' (de eerste sleutel)' : ''}`,
    )
  if (counts.size === 0) say('Er is geen inhoud.')
  return [...counts.keys()].every((keyId) => keyId === current)
}

/**
 * `npm run keys:rotate`: puts the content of all berichten under the first key of PORTAAL_MASTER_KEY, then counts. With
 * `--controle` it counts only. Exit code 1 while anything lies under another key: that one cannot be removed yet.
 */
async function main(): Promise<void> {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
  const actor = systemActor('keys-rotate', ids.rowId())
  try {
    if (!process.argv.includes(CHECK_ONLY)) {
      const { resealed, current, unreadable } = await rotateContentKeys(actor, stop.signal)
      say(`${resealed} inhouden staan nu onder ${sealingKeyId()}; ${current} stonden dat al.`)
      for (const id of unreadable) say(`Niet te openen, en zo gelaten: bericht ${id}`)
    }
    const isDone = await tellKeys(actor, stop.signal)
    say(isDone ? 'Klaar.' : 'Nog niet alles staat onder de eerste sleutel. Laat de andere sleutels staan.')
    process.exitCode = isDone ? 0 : 1
  } catch (error) {
    if (!stop.signal.aborted) throw error
    say('Onderbroken. Wat gedaan is, blijft gedaan; start de opdracht opnieuw om verder te gaan.')
    process.exitCode = 1
  } finally {
    await closeDatabase()
  }
}

await main()

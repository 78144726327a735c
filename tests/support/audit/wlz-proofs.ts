import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '#/lib/access/actor.ts'
import { closeChainConnections } from '#/lib/chain/outbound/post-envelope.ts'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { clock, DAY_MS } from '#/lib/platform/clock.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeSignals } from '#/lib/settings/change-signals.ts'
import { compareWatched } from '#/lib/wlz/signals/compare-watched.ts'
import { listSignals, readSignal } from '#/lib/wlz/signals/read-signals.ts'
import { showSignalBsn } from '#/lib/wlz/signals/show-signal-bsn.ts'
import { ensureCertificates, filesOf } from '#/simulators/keten/certificates.ts'
import { ChainState } from '#/simulators/keten/chain-state.ts'
import { serveRegister } from '#/simulators/keten/ciz-register.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { untilDone } from '#/tests/support/berichten/deliveries.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenSignal, givenSignalsOn, givenToewijzing, givenWlzUser } from '#/tests/support/wlz.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const portal = systemActor('wlz.signalen', 'test-run')

const folder = mkdtempSync(join(tmpdir(), 'portaal-register-'))
const register = new ChainState()
let server: Server

beforeAll(async () => {
  await ensureCertificates(folder)
  server = createServer({ ...tlsIdentity(filesOf(folder, 'keten')), requestCert: true }, (req, res) => {
    serveRegister(register, req, res).catch(() => res.destroy())
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
})
afterAll(() => {
  closeChainConnections()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Does it in a portal that has a register; elsewhere in these tests there is none. */
async function registered<T>(work: () => Promise<T>): Promise<T> {
  const before = settings()
  const ciz = new URL(`https://localhost:${(server.address() as AddressInfo).port}/ciz`)
  const chain = { url: ciz, cakUrl: null, timeoutSeconds: 2, tries: 4, longestPauseSeconds: 1 }
  setSettings({ ...before, ciz, chain: { ...chain, ...filesOf(folder, 'portaal') } })
  try {
    return await work()
  } finally {
    setSettings(before)
  }
}

/** A gemeente that has people compared, and one to compare. */
async function comparing(database: TestDatabase, client: number) {
  const gemeente = await givenGemeente(database)
  const user = await givenWlzUser(database, gemeente)
  await givenSignalsOn(database, gemeente)
  const bericht = await givenToewijzing(user, { ...runningNow(), client })
  const row = { object_id: bericht.id, organisation_id: gemeente.id }
  return { gemeente, bericht, row, act: () => registered(() => compareWatched(portal, gemeente.id, untilDone())) }
}

/** A toewijzing of this month, by the clock. */
function runningNow() {
  const dayIn = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10)
  const today = dayIn(0)
  return { from: today, until: dayIn(30), dagtekening: today, besluit: today }
}

async function signalled(database: TestDatabase) {
  const gemeente = await givenGemeente(database)
  const actor = await givenWlzUser(database, gemeente)
  const bericht = await givenToewijzing(actor)
  const id = await givenSignal(database, gemeente, bericht.id)
  return { gemeente, actor, bericht, id, about: { object_id: gemeente.id, organisation_id: gemeente.id } }
}

/** The daily Wlz-signalen. */
export const WLZ_PROOFS: readonly Proof[] = [
  {
    path: 'lib/settings/change-signals.ts#changeSignals',
    events: ['settings.changed'],
    async arrange(database) {
      const gemeente = await givenGemeente(database)
      await givenSignalsOn(database, gemeente)
      const { actor } = await givenMember(database, gemeente, { roles: { 'wlz-registertoets': 'PRODUCTBEHEERDER' } })
      const row = { object_kind: 'settings', object_id: 'wlz-registertoets' }
      return { actor, act: () => changeSignals(actor, { version: 1, signals: 'UIT' }), row }
    },
  },
  {
    path: 'lib/wlz/signals/compare-watched.ts#compareWatched',
    events: ['bericht.content-read', 'wlz.answered', 'wlz.asked', 'wlz.comparing-begun', 'wlz.signalled'],
    async arrange(database) {
      const { act, row } = await comparing(database, 1)
      return { actor: portal, act, row }
    },
  },
  {
    path: 'lib/wlz/signals/compare-watched.ts#compareWatched',
    events: ['bericht.content-read', 'wlz.comparing-ended'],
    async arrange(database) {
      const { gemeente, bericht, act, row } = await comparing(database, 1)
      await database.query(
        `INSERT INTO wlz_watch (organisation_id, client, bericht_id, listed_on)
         SELECT organisation_id, client, bericht_id, (now() AT TIME ZONE 'Europe/Amsterdam')::date FROM bericht_fact
         WHERE organisation_id = $1 AND kind = 'toewijzing'`,
        [gemeente.id],
      )
      await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [bericht.id])
      return { actor: portal, act, row }
    },
  },
  {
    path: 'lib/wlz/signals/read-signals.ts#listSignals',
    events: ['wlz.signals-read'],
    async arrange(database) {
      const { actor, about } = await signalled(database)
      return { actor, act: () => listSignals(actor, null), row: about }
    },
  },
  {
    path: 'lib/wlz/signals/read-signals.ts#readSignal',
    events: ['wlz.signals-read'],
    async arrange(database) {
      const { actor, id, about } = await signalled(database)
      return { actor, act: () => readSignal(actor, id), row: about }
    },
  },
  {
    path: 'lib/wlz/signals/show-signal-bsn.ts#showSignalBsn',
    events: ['bericht.bsn-shown'],
    async arrange(database) {
      const { actor, id, bericht } = await signalled(database)
      const form = { signaalId: id, reden: 'opzoeken', toelichting: '' } as const
      const row = { object_kind: 'bericht', object_id: bericht.id, subject_kind: 'client' }
      return { actor, act: () => showSignalBsn(actor, form, untilDone()), row }
    },
  },
]

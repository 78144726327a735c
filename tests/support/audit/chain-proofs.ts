import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { systemActor } from '#/lib/access/actor.ts'
import { resendAsPortal, resendBericht } from '#/lib/berichten/resend-bericht.ts'
import { recordRefusedCall } from '#/lib/chain/inbound/record-refusal.ts'
import { orderResend } from '#/lib/chain/operations/order-resend.ts'
import { readChain } from '#/lib/chain/operations/read-chain.ts'
import { SOFTWARE } from '#/lib/chain/outbound/pair.ts'
import { sendNext } from '#/lib/chain/outbound/send-next.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { changeConnection } from '#/lib/settings/change-connection.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import { ChangeConnection } from '#/lib/settings/connection-schema.ts'
import { testConnection } from '#/lib/settings/test-connection.ts'
import { warnOfCertificates } from '#/lib/settings/warn-certificates.ts'
import { consultRegister } from '#/lib/wlz/consult-register.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { certify, filesOf, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import type { Proof } from '#/tests/support/audit/proof.ts'
import { accepted, deliver, received, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { ANSWERS, testChain } from '#/tests/support/chain/test-chain.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import { givenGemeente, givenMember, givenStaff } from '#/tests/support/world.ts'

// One try, so that the first failure is the last.
const chain = testChain({ tries: 1 })
const AGB = '99990001'
let number = 0

/** A bericht of a gemeente of its own that waits to be sent. */
async function waiting(database: TestDatabase) {
  number += 1
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  const file = makeBericht('WMO301', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: `K-${number}` })
  const { id } = accepted(await deliver(actor, file))
  const pair = { organisationId: gemeente.id, sender: gemeente.code, receiver: AGB }
  return { actor, id, pair, about: { object_kind: 'bericht', object_id: id, organisation_id: gemeente.id } }
}

const sending = (answer: 'received' | 'down', events: Proof['events']): Proof => ({
  path: 'lib/chain/outbound/send-next.ts#sendNext',
  events,
  async arrange(database) {
    const { id, pair, about } = await waiting(database)
    const act = () => {
      chain.answer(ANSWERS[answer])
      return sendNext(pair, untilDone())
    }
    return { actor: systemActor('keten.verzenden', id), act, row: about }
  },
})

/** A gemeente whose software gets its berichten, and somebody who may change that. */
async function connected(database: TestDatabase) {
  const gemeente = await givenGemeente(database)
  const { actor } = await givenMember(database, gemeente, { roles: { iwmo: 'PRODUCTBEHEERDER' } })
  const endpoint = `https://localhost:${chain.port}/software/9901/ggk0210`
  await database.query(
    `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
       changed_at, channel, endpoint, client_certificate, client_fingerprint)
     VALUES ($1, 'iwmo', '{}', 'TWEE_MAANDEN', 1, 'x', now(), 'WEBSERVICE', $2, 'pem', $3)`,
    [gemeente.id, endpoint, randomBytes(32).toString('hex')],
  )
  setSettings({ ...settings(), endpointNetworks: ['127.0.0.0/8', '::1/128'] })
  return {
    gemeente,
    actor,
    endpoint,
    about: { object_kind: 'settings', object_id: 'iwmo', organisation_id: gemeente.id },
  }
}

/** What the log says of the way to the chain. */
export const CHAIN_PROOFS: readonly Proof[] = [
  sending('received', ['bericht.confirmed', 'bericht.sent']),
  sending('down', ['bericht.parked', 'bericht.sent']),
  {
    path: 'lib/chain/outbound/send-next.ts#sendNext',
    events: ['bericht.forward-begun', 'bericht.forwarded'],
    async arrange(database) {
      const { gemeente } = await connected(database)
      const content = makeBericht('WMO305', { gemeenteCode: gemeente.code, agbCode: AGB, identificatie: 'F-1' })
      const envelope = await makeEnvelope('WMO305', content, { gemeenteCode: gemeente.code })
      const { id } = await received(gemeente.id, envelope)
      const pair = { organisationId: gemeente.id, sender: AGB, receiver: SOFTWARE }
      const act = () => {
        chain.answer(ANSWERS.received)
        return sendNext(pair, untilDone())
      }
      return { actor: systemActor('keten.verzenden', id), act, row: { object_id: id, organisation_id: gemeente.id } }
    },
  },
  {
    path: 'lib/chain/inbound/record-refusal.ts#recordRefusedCall',
    events: ['webservice.refused'],
    async arrange() {
      const origin = { requestId: 'test-run', ipPrefix: 'intern' }
      const call = { fingerprint: 'cd'.repeat(32), code: 'IB002', referentienummer: null, origin }
      const row = { organisation_id: null, reason_code: 'IB002' }
      return { actor: systemActor('keten.ontvangen', 'test-run'), act: () => recordRefusedCall(call), row }
    },
  },
  {
    path: 'lib/settings/change-connection.ts#changeConnection',
    events: ['settings.changed'],
    async arrange(database) {
      const { actor, about } = await connected(database)
      const input = ChangeConnection.parse({
        product: 'iwmo',
        version: 1,
        channel: 'PORTAAL',
        endpoint: '',
        certificate: '',
      })
      return { actor, act: () => changeConnection(actor, input), row: about }
    },
  },
  {
    path: 'lib/settings/change-connection.ts#changeConnection',
    events: ['settings.certificate-of-other'],
    async arrange(database) {
      const { gemeente: owner } = await connected(database)
      const { actor, about } = await connected(database)
      const certificate = readFileSync(filesOf(chain.folder, 'voorbeeldstad').certificateFile, 'utf8')
      const fingerprint = describeCertificate(certificate)?.fingerprint
      // A proof is arranged more than once, and a certificate is of one gemeente.
      await database.query('DELETE FROM product_settings WHERE client_fingerprint = $1', [fingerprint])
      await database.query('UPDATE product_settings SET client_fingerprint = $2 WHERE organisation_id = $1', [
        owner.id,
        fingerprint,
      ])
      const input = ChangeConnection.parse({
        product: 'iwmo',
        version: 1,
        channel: 'PORTAAL',
        endpoint: '',
        certificate,
      })
      return { actor, act: () => changeConnection(actor, input), row: about }
    },
  },
  {
    path: 'lib/settings/test-connection.ts#testConnection',
    events: ['settings.tested'],
    async arrange(database) {
      const { actor, about } = await connected(database)
      return { actor, act: () => testConnection(actor, { product: 'iwmo' }), row: about }
    },
  },
  {
    path: 'lib/settings/warn-certificates.ts#warnOfCertificates',
    events: ['settings.certificate-expires'],
    async arrange(database) {
      const { gemeente, about } = await connected(database)
      const authority = await makeAuthority('Bijna verlopen')
      const { cert } = await pemOf(await certify(authority, { name: 'x', until: new Date(Date.now() + 5 * DAY_MS) }))
      await database.query('UPDATE product_settings SET client_certificate = $2 WHERE organisation_id = $1', [
        gemeente.id,
        cert,
      ])
      const actor = systemActor('instellingen.certificaten', 'test-run')
      return { actor, act: () => warnOfCertificates('test-run'), row: about }
    },
  },
  {
    path: 'lib/wlz/put-question.ts#putQuestion',
    events: ['wlz.answered', 'wlz.asked'],
    async arrange(database) {
      const gemeente = await givenGemeente(database)
      const { actor } = await givenMember(database, gemeente, { roles: { 'wlz-registertoets': 'GEBRUIKER' } })
      const question = { bsn: '900000016', peildatum: '2026-02-02', grond: 'signaal' } as const
      const row = { object_id: gemeente.id, subject_kind: 'client', organisation_id: gemeente.id }
      return { actor, act: () => consultRegister(actor, question), row }
    },
  },
  {
    path: 'lib/chain/operations/read-chain.ts#readChain',
    events: ['chain.read'],
    async arrange(database) {
      const actor = await givenStaff(database)
      return { actor, act: () => readChain(actor), row: { object_kind: 'page', object_id: 'keten' } }
    },
  },
  {
    path: 'lib/chain/operations/order-resend.ts#orderResend',
    events: ['chain.resend-ordered'],
    async arrange(database) {
      const { id, about } = await waiting(database)
      await database.query('UPDATE dispatch SET parked_at = now() WHERE bericht_id = $1', [id])
      const actor = await givenStaff(database)
      return { actor, act: () => orderResend(actor, { berichtId: id }), row: about }
    },
  },
  {
    path: 'lib/berichten/resend-bericht.ts#resendAsPortal',
    events: ['bericht.resent'],
    async arrange(database) {
      const { id, pair, about } = await waiting(database)
      await database.query("UPDATE bericht SET status = 'MISLUKT' WHERE id = $1", [id])
      const actor = systemActor('keten.opnieuw', id)
      const which = { organisationId: pair.organisationId, product: 'iwmo', berichtId: id } as const
      return { actor, act: () => resendAsPortal(actor, which), row: about }
    },
  },
  {
    path: 'lib/berichten/resend-bericht.ts#resendBericht',
    events: ['bericht.resent'],
    async arrange(database) {
      const { actor, id, about } = await waiting(database)
      await database.query("UPDATE bericht SET status = 'MISLUKT' WHERE id = $1", [id])
      return { actor, act: () => resendBericht(actor, { product: 'iwmo', berichtId: id }), row: about }
    },
  },
]

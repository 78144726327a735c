import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { TestDatabase } from '#/tests/support/database.ts'
import { type GivenGemeente, type GivenMember, givenMember, givenSession } from '#/tests/support/world.ts'

async function insert(database: TestDatabase, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  await database.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row))
}

/** A row in every table for this gemeente, and a person whose rows they are. */
export async function givenRowsEverywhere(database: TestDatabase, gemeente: GivenGemeente): Promise<GivenMember> {
  const insertRow = (table: string, row: Readonly<Record<string, unknown>>) => insert(database, table, row)
  const person = await givenMember(database, gemeente, { state: 'VERIFICATIE', roles: { iwmo: 'GEBRUIKER' } })
  const { actor } = person
  await givenSession(database, actor)
  const now = new Date()
  const own = { organisation_id: gemeente.id }
  const member = { ...own, member_id: actor.memberId }
  const code = { kind: 'GEBRUIKER', locator: randomBytes(2).toString('hex'), secret_hash: 'x', issued_by_id: v7() }
  await insertRow('verification_code', { id: v7(), ...member, ...code, issued_at: now, expires_at: now })
  await insertRow('code_request', { id: v7(), ...member, requested_at: now })
  const nominated = { nominated_by_id: v7(), nominated_by_name: 'x', nominated_at: now }
  await insertRow('manager_nomination', { ...member, ...nominated })
  await insertRow('form_draft', { user_id: actor.userId, ...own, form: 'f', sealed_values: 'x', saved_at: now })
  await insertRow('saved_view', { id: v7(), ...member, product: 'iwmo', name: 'x', filters: '{}', created_at: now })
  const told = { product: 'iwmo', kind: 'NIEUWE_BERICHTEN', amount: 1 }
  await insertRow('notification', { id: v7(), ...member, ...told, first_at: now, last_at: now })
  await insertRow('notification_cause', { id: v7(), ...own, ...told, created_at: now })
  await insertRow('notification_preference', { ...member, changed_at: now })
  const changed = { changed_by_name: 'x', changed_at: now }
  await insertRow('product_settings', { ...own, product: 'iwmo', retention: 'TWEE_MAANDEN', version: 1, ...changed })
  const change = { product: 'iwmo', version: 1, field: 'retention', from_value: '[]', to_value: '[]' }
  await insertRow('product_settings_change', { id: v7(), ...own, ...change, changed_by_id: v7(), ...changed })
  await insertRow('product_settings_version', { ...own, product: 'iwmo', version: 1, chosen: '{}', ...changed })
  await insertRow('notification_address', { id: v7(), ...own, product: 'iwmo', address: 'a@x.example', asked_at: now })
  const [bericht, answer] = [v7(), v7()]
  const row = {
    ...own,
    product: 'iwmo',
    direction: 'ONTVANGEN',
    status: 'BESCHIKBAAR',
    file_name: 'x',
    size_bytes: 1,
    sha256: randomBytes(32),
    findings: '[]',
    error_count: 0,
    warning_count: 0,
    created_at: now,
  }
  for (const id of [bericht, answer]) await insertRow('bericht', { id, ...row })
  await insertRow('bericht_link', { from_id: answer, to_id: bericht, kind: 'RETOUR', ...own })
  const outage = { began_at: now, ended_at: now }
  await insertRow('chain_outage', { id: v7(), ...outage })
  const parties = { product: 'iwmo', sender: '9901', receiver: '99990001', referentienummer: v7() }
  await insertRow('dispatch', { bericht_id: bericht, ...own, ...parties, queued_at: now, next_at: now })
  const fact = { kind: 'start', key: randomBytes(16), details: '{}', keep_until: '2099-01-01' }
  await insertRow('bericht_fact', { bericht_id: bericht, place: 0, ...own, product: 'iwmo', ...fact })
  await insertRow('bericht_client', { bericht_id: bericht, client: randomBytes(16), ...own })
  await insertRow('bericht_status_change', { id: v7(), bericht_id: bericht, ...own, status: 'BESCHIKBAAR', at: now })
  const watched = { ...own, client: randomBytes(16), bericht_id: bericht }
  await insertRow('wlz_watch', { ...watched, listed_on: now })
  await insertRow('wlz_signal', { id: v7(), ...watched, since: now, bsn_end: '123', signalled_at: now })
  const upload = { id: v7(), ...own, user_id: actor.userId, product: 'iwmo', file_name: 'x', is_zip: false }
  const state = { size_bytes: 2, received_bytes: 1, idempotency_key: 'x', turn: 0, touched_at: now }
  // Its term is far away: a job that tidies up every hour must not move it under a test.
  await insertRow('upload', { ...upload, ...state, expires_at: '2099-01-01' })
  await insertRow('upload_part', {
    upload_id: upload.id,
    start_byte: 0,
    ...own,
    storage_key: randomBytes(16).toString('hex'),
  })
  const event = { event: 'login.succeeded', action: 'E', result: 'ok', actor_kind: 'system', details: '{}' }
  await insertRow('audit_event', { id: v7(), at: now, ...event, ...own })
  return person
}

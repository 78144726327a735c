import { installQueues } from '#/lib/jobs/install.ts'
import { DAY_MS } from '#/lib/platform/clock.ts'
import { certificateStage } from '#/lib/settings/certificate-stage.ts'
import { warnOfCertificates } from '#/lib/settings/warn-certificates.ts'
import { certify, makeAuthority, pemOf } from '#/simulators/keten/certificates.ts'
import { stopClockAt } from '#/tests/support/clock.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { auditRows, givenGemeente } from '#/tests/support/world.ts'

const database = testDatabase()
const UNTIL = new Date('2026-06-30T12:00:00.000Z')

beforeAll(() => installQueues(database.adminUrl))

test.each([
  [61, null],
  [60, 60],
  [31, 60],
  [30, 30],
  [8, 30],
  [7, 7],
  [0.5, 7],
  [0, 0],
  [-3, 0],
])('with %d days to go a certificate is in stage %p', (days, stage) => {
  expect(certificateStage(days * DAY_MS)).toBe(stage)
})

describe('the end of a certificate', () => {
  const mails = async () =>
    (await database.query("SELECT FROM pgboss.job WHERE data::text LIKE '%certificate-expires%'")).length

  // Guards issue "expiry warnings 60/30/7 days": once each, to the addresses of the settings, and anew for a new certificate.
  it('is told at 60, 30 and 7 days and when it is over, once each', async () => {
    const gemeente = await givenGemeente(database)
    const authority = await makeAuthority('CA', new Date('2026-01-01T00:00:00.000Z'))
    const { cert } = await pemOf(await certify(authority, { name: 'software', until: UNTIL }))
    await database.query(
      `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
         changed_at, client_certificate, client_fingerprint)
       VALUES ($1, 'iwmo', '{a@x.example,b@x.example}', 'TWEE_MAANDEN', 1, 'x', now(), $2, $3)`,
      [gemeente.id, cert, 'ab'.repeat(32)],
    )
    // One that is not confirmed gets nothing.
    await database.query(
      `INSERT INTO notification_address SELECT gen_random_uuid(), $1, 'iwmo', address, now(), confirmed_at
       FROM (VALUES ('a@x.example', now()), ('b@x.example', now()), ('c@x.example', NULL)) AS row (address, confirmed_at)`,
      [gemeente.id],
    )
    const told: [string, number, number][] = []
    for (const moment of [
      '2026-04-30',
      '2026-05-02',
      '2026-05-03',
      '2026-06-01',
      '2026-06-02',
      '2026-06-29',
      '2026-07-01',
    ]) {
      stopClockAt(`${moment}T12:00:00.000Z`)
      told.push([moment, await warnOfCertificates('run'), await mails()])
    }
    expect(told).toEqual([
      ['2026-04-30', 0, 0],
      ['2026-05-02', 1, 2],
      ['2026-05-03', 0, 2],
      ['2026-06-01', 1, 4],
      ['2026-06-02', 0, 4],
      ['2026-06-29', 1, 6],
      ['2026-07-01', 1, 8],
    ])
    expect((await auditRows(database, gemeente.id)).map(({ details }) => (details as { dagen: number }).dagen)).toEqual(
      [60, 30, 7, 0],
    )
  })
})

// Guards "nobody is told of a certificate that is not there any more": it was replaced since the list was made.
test('a certificate that is replaced meanwhile is not warned about, and keeps its own warnings', async () => {
  stopClockAt('2026-06-29T12:00:00.000Z')
  await database.query('DELETE FROM product_settings')
  const authority = await makeAuthority('CA', new Date('2026-01-01T00:00:00.000Z'))
  const { cert } = await pemOf(await certify(authority, { name: 'software', until: UNTIL }))
  for (const fingerprint of ['cd'.repeat(32), 'ef'.repeat(32)])
    await database.query(
      `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
         changed_at, client_certificate, client_fingerprint)
       VALUES ($1, 'iwmo', '{a@x.example}', 'TWEE_MAANDEN', 1, 'x', now(), $2, $3)`,
      [(await givenGemeente(database)).id, cert, fingerprint],
    )
  // Whichever is warned first, at that moment the other one is replaced.
  await database.query(`CREATE FUNCTION replaced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    UPDATE product_settings SET client_fingerprint = repeat('0', 64) WHERE organisation_id <> NEW.organisation_id;
    RETURN NULL; END $$`)
  await database.query(`CREATE TRIGGER replaced AFTER UPDATE OF certificate_stage ON product_settings
    FOR EACH ROW EXECUTE FUNCTION replaced()`)
  expect(await warnOfCertificates('run')).toBe(1)
  expect(
    await database.query('SELECT certificate_stage FROM product_settings WHERE client_fingerprint = $1', [
      '0'.repeat(64),
    ]),
  ).toEqual([{ certificate_stage: null }])
})

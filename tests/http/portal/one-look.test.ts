import { deliverOne } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()

// Title and page are made apart from each other and both need the bericht: a log that counts double says nothing about
// who looked how often.
test('looking at a bericht once is one row of the log', async () => {
  const jansen = new Visitor(portal)
  await jansen.logIn('jansen')
  const id = await deliverOne(jansen, 'EEN-BLIK-1')
  expect((await jansen.ask(`/producten/iwmo/berichten/${id}`)).status).toBe(200)
  const rows = await portal.database.query(
    "SELECT id FROM audit_event WHERE event = 'bericht.read' AND object_id = $1",
    [id],
  )
  expect(rows).toHaveLength(1)
})

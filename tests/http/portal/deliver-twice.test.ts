import { someBericht } from '#/tests/support/addresses.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()

// The index of the database refuses the second one. In the built portal that error is of another class than in the
// sources: it once became a 500, while every test of the use case was green.
test('a delivery of the same content is answered 409 by the production build, with the earlier one', async () => {
  const jansen = new Visitor(portal)
  await jansen.logIn('jansen')
  const deliver = () =>
    jansen.ask('/api/berichten/iwmo', {
      method: 'POST',
      headers: { 'content-type': 'application/xml', 'x-bestandsnaam': 'tweemaal.xml' },
      body: someBericht('TWEEMAAL-1'),
    })
  const first = await deliver()
  expect(first.status).toBe(201)
  const second = await deliver()
  expect(second.status).toBe(409)
  expect(JSON.parse(second.text)).toMatchObject({ eerder: { id: (JSON.parse(first.text) as { id: string }).id } })
})

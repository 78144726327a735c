import { testPortal } from '#/tests/support/portal.ts'
import { Visitor } from '#/tests/support/visitor.ts'

const portal = testPortal()

// Guards issue 3 item 5: a finding stands where it was found, in the reader and in the lines of the file.
it('shows the finding on a start of care at its client and at its line', async () => {
  const visitor = new Visitor(portal)
  await visitor.logIn('jansen')
  const [row] = await portal.database.query<{ id: string }>(
    `SELECT id FROM bericht WHERE berichtsoort = 'WMO305' AND findings @> '[{"code": "TR019"}]'
     AND organisation_id = (SELECT id FROM organisation WHERE gemeente_code = '9901') LIMIT 1`,
  )
  const address = `/producten/iwmo/berichten/${row?.id}`
  const reader = await visitor.ask(`${address}/inhoud`)
  const html = reader.text
  const card = html.slice(html.indexOf('Cliënt 1'))
  expect(card).toContain('TR019')
  expect(html.slice(0, html.indexOf('Cliënt 1'))).not.toContain('TR019')
  const [, query, line] = /\/xml(\?regel=\d+)#regel-(\d+)"/.exec(card) ?? []
  const lines = (await visitor.ask(`${address}/xml${query}`)).text
  const at = lines.slice(lines.indexOf(`id="regel-${line}"`))
  expect(at.slice(0, at.indexOf('</li>'))).toMatch(/StartProduct[\s\S]*TR019/)
})

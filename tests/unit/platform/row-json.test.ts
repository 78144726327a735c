import { rowsJson } from '#/lib/platform/db/row-json.ts'

const one = (row: object): Record<string, unknown> => JSON.parse(rowsJson([row]))[0]

describe('rowsJson', () => {
  it('names the columns and leaves the names inside a JSON column alone', () => {
    expect(one({ fileName: 'a.xml', sha256: null, details: { rolVan: 'GEBRUIKER' } })).toEqual({
      file_name: 'a.xml',
      sha256: null,
      details: { rolVan: 'GEBRUIKER' },
    })
  })

  it('writes bytes and moments as PostgreSQL reads them', () => {
    const row = one({ sha256: new Uint8Array([0, 255]), createdAt: new Date(0), dagtekening: new Date('2026-02-02') })
    expect(row).toEqual({
      sha256: '\\x00ff',
      created_at: '1970-01-01T00:00:00.000Z',
      dagtekening: '2026-02-02T00:00:00.000Z',
    })
  })

  // PostgreSQL refuses half a pair in jsonb, and a refused row of the log would undo the delivery it tells of.
  it('replaces halves of pairs, at every depth', () => {
    expect(one({ fileName: 'a\ud800.xml', findings: [{ waarde: '\udc00' }] })).toEqual({
      file_name: 'a\ufffd.xml',
      findings: [{ waarde: '\ufffd' }],
    })
  })

  it('keeps signs that mean something in JSON or SQL', () => {
    const text = `'; DROP TABLE bericht; -- "\\ \n € 🙂`
    expect(one({ fileName: text }).file_name).toBe(text)
  })
})

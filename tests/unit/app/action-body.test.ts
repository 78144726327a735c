import fc from 'fast-check'
import { actionBodyFault } from '#/app/_server/action-body.ts'

const ID = '7f'.padEnd(42, '0')
const STATE = '[{"kind":"idle"}]'
const CALL = { 'next-action': ID }

type Fields = readonly (readonly [string, string | Blob])[]
const formOf = (fields: Fields) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}
const posted = (fields: Fields, headers: Readonly<Record<string, string>> = {}) =>
  new Request('http://portaal/mijn/sessies', { method: 'POST', headers, body: formOf(fields) })
const raw = (type: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  new Request('http://portaal/mijn/sessies', { method: 'POST', headers: { 'content-type': type, ...headers }, body })

const submitted = (changes: Readonly<Record<string, string>> = {}, more: Fields = []): Fields => [
  ...Object.entries({
    $ACTION_REF_1: '',
    '$ACTION_1:0': JSON.stringify({ id: ID, bound: '$@1' }),
    '$ACTION_1:1': STATE,
    $ACTION_KEY: 'k1',
    lastName: '$Jansen',
    ...changes,
  }),
  ...more,
]
const called = (root: string, more: Fields = [['_1_lastName', '$Jansen']]): Fields => [...more, ['0', root]]
const stateWith = (value: unknown) =>
  JSON.stringify([{ kind: 'error', errors: [], values: { lastName: value } }, '$K1'])
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)])

describe('a form as the portal itself sends it', () => {
  it.each([
    ['without script', posted(submitted())],
    ['without script, with the file of a certificate', posted(submitted({}, [['certificateFile', new Blob(['x'])]]))],
    [
      'with script and that file',
      posted(called('[{"kind":"idle"},"$K1"]', [['_1_certificateFile', new Blob()]]), CALL),
    ],
    [
      'without script, for the third form of a page',
      posted([
        ['$ACTION_REF_3', ''],
        ['$ACTION_3:0', JSON.stringify({ id: ID, bound: '$@1' })],
        ['$ACTION_3:1', STATE],
        ['$ACTION_KEY', 'k1'],
      ]),
    ],
    ['by script', posted(called('[{"kind":"idle"},"$K1"]'), CALL)],
    [
      'by script, with a field that is there twice',
      posted(
        called('[{"kind":"idle"},"$K1"]', [
          ['_1_a', '1'],
          ['_1_a', '2'],
        ]),
        CALL,
      ),
    ],
    ['by script, after a fault in a text with a $', posted(called(stateWith('$$100')), CALL)],
    ['by script, after a fault in a field that is no longer there', posted(called(stateWith('$undefined')), CALL)],
  ])('is let through: %s', async (_name, request) => {
    expect(await actionBodyFault(request)).toBeNull()
  })
})

// Guards the decoder behind it (CVE-2025-55182 was a fault in one): it gets data, and nothing that stands for something else.
describe('everything else', () => {
  it.each([
    ['no form at all', 400, raw('text/plain', '[]', CALL)],
    ['another kind of form', 400, raw('application/x-www-form-urlencoded', 'a=b')],
    ['no boundary', 400, raw('multipart/form-data', 'x')],
    ['garbage', 400, raw('multipart/form-data; boundary=b', 'garbage')],
    [
      'a form that breaks off',
      400,
      raw('multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'),
    ],
    ['an empty form', 400, raw('multipart/form-data; boundary=b', '--b--\r\n')],
    ['too much', 413, posted(submitted({ lastName: 'x'.repeat(1_100_000) }))],
    ['too much, by its own word', 413, raw('multipart/form-data; boundary=b', 'x', { 'content-length': '2000000' })],
    ['a file', 400, posted(submitted({}, [['upload', new Blob(['x'])]]))],
    ['an action by its bare id', 400, posted([[`$ACTION_ID_${ID}`, '']])],
    ['two actions', 400, posted(submitted({ $ACTION_REF_2: '' }))],
    ['an action twice', 400, posted(submitted({}, [['$ACTION_1:0', '{}']]))],
    ['an action without its state', 400, posted(submitted().filter(([name]) => name !== '$ACTION_1:1'))],
    [
      'an action bound to something else',
      400,
      posted(submitted({ '$ACTION_1:0': JSON.stringify({ id: ID, bound: '$@2' }) })),
    ],
    ['a further chunk', 400, posted(submitted({ '$ACTION_1:2': '1' }))],
    ['a state that refers', 400, posted(submitted({ '$ACTION_1:1': '["$1:0"]' }))],
    ['a state that is no list', 400, posted(submitted({ '$ACTION_1:1': '"x"' }))],
    ['broken JSON', 400, posted(called('['), CALL)],
    ['no arguments', 400, posted(called('[]'), CALL)],
    ['one argument', 400, posted(called('[{"kind":"idle"}]'), CALL)],
    ['a promise', 400, posted(called('[{"kind":"idle"},"$@1"]'), CALL)],
    ['a function', 400, posted(called(stateWith('$F1')), CALL)],
    ['a path into a prototype', 400, posted(called(stateWith('$1:__proto__:constructor')), CALL)],
    ['a state without kind', 400, posted(called('[{},"$K1"]'), CALL)],
    ['a state as deep as a well', 400, posted(called(stateWith(deep(40))), CALL)],
    ['a further chunk of a call', 400, posted(called('[{"kind":"idle"},"$K1"]', [['1', '{}']]), CALL)],
    ['its arguments twice', 400, posted(called('[{"kind":"idle"},"$K1"]', [['0', '[]']]), CALL)],
    ['a call without an id', 400, posted(called('[{"kind":"idle"},"$K1"]'))],
  ])('is refused: %s', async (_name, status, request) => {
    expect(await actionBodyFault(request)).toBe(status)
  })

  it('is refused without a throw, whatever it is', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('0', '_1_x', '$ACTION_REF_1', '$ACTION_1:0', STATE),
    )
    const fields = fc.array(fc.tuple(anything, anything), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fields, fc.boolean(), async (some, byScript) => {
        expect(await actionBodyFault(posted(some, byScript ? CALL : {}))).toBe(400)
        const body = some.map(([name, value]) => `${name}${value}`).join('\r\n')
        expect(await actionBodyFault(raw('multipart/form-data; boundary=b', `--b\r\n${body}`))).toBe(400)
      }),
      { numRuns: 200, seed: 20261123 },
    )
  })
})

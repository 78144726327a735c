import { SequenceCheck } from '#/lib/istandaarden/checks/sequence-check.ts'
import type { ElementNode } from '#/lib/istandaarden/type-tree.ts'

const child = (name: string, isRequired: boolean, isRepeatable = false): ElementNode => ({
  name,
  namespace: 'n',
  isRequired,
  isRepeatable,
  type: { base: 'text', name: 'LDT_Naam' },
})

/** A, B?, C, D+ */
const type = { name: 'T', children: [child('A', true), child('B', false), child('C', true), child('D', true, true)] }

/** Runs the letters through the sequence; each stands at its own index. */
function faults(letters: string): string[] {
  const check = new SequenceCheck(type)
  Array.from(letters).forEach((letter, index) => {
    check.accept(letter, letter === 'x' ? 'other' : 'n', index)
  })
  return check
    .end(letters.length)
    .map(({ variant, element, offset, params }) =>
      [variant, element, offset, params.verwacht ?? params.voor].filter((part) => part !== undefined).join(' '),
    )
}

describe('SequenceCheck', () => {
  it('accepts what the sequence allows', () => {
    for (const letters of ['ACD', 'ABCD', 'ABCDDD']) expect(faults(letters)).toEqual([])
  })

  it('reports a missing child where it should have stood', () => {
    expect(faults('AD')).toEqual(['ontbreekt C 1 D'])
    expect(faults('AC')).toEqual(['ontbreekt D 2'])
    expect(faults('')).toEqual(['ontbreekt A 0', 'ontbreekt C 0', 'ontbreekt D 0'])
  })

  // Two children in the wrong order are one mistake of one person, not a missing and an unexpected element.
  it('reports swapped children once, where the order broke', () => {
    expect(faults('CAD')).toEqual(['volgorde C 0 A'])
    expect(faults('DAC')).toEqual(['volgorde D 0 A'])
    expect(faults('ACBD')).toEqual(['volgorde B 2 D'])
  })

  it('reports a child too many and a child that belongs nowhere, and goes on after it', () => {
    expect(faults('AACD')).toEqual(['teVaak A 1'])
    expect(faults('AZCD')).toEqual(['onbekend Z 1 B, C'])
    expect(faults('AZD')).toEqual(['onbekend Z 1 B, C', 'ontbreekt C 2 D'])
  })

  it('knows a child in another namespace, and says so', () => {
    const check = new SequenceCheck(type)
    expect(check.accept('A', 'elsewhere', 5).node?.name).toBe('A')
    check.accept('C', 'n', 6)
    check.accept('D', 'n', 7)
    expect(check.end(8).map(({ variant, offset }) => [variant, offset])).toEqual([['naamruimte', 5]])
  })
})

import { describeFault } from '#/lib/envelope/faults/describe-fault.ts'
import { FAULT_LISTS, type FaultList, listsFor } from '#/lib/envelope/faults/fault-lists.ts'
import { LOCALES } from '#/lib/platform/i18n/locale.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

const LISTS = Object.keys(FAULT_LISTS) as FaultList[]

describe('the codes of a Fo01', () => {
  it('are all there', () => {
    expect(LISTS.map((list) => [list, Object.keys(FAULT_LISTS[list]).length])).toEqual([
      ['fo01In2025', 28],
      ['vecozo', 20],
      ['fo01In2018', 25],
    ])
  })

  // A code without words would leave somebody with a number.
  it.each(LOCALES)('have words in %s, no more and no less', (locale) => {
    const { lists } = messagesFor(locale).faults
    for (const list of LISTS) {
      expect(Object.keys(lists[list]).sort()).toEqual(Object.keys(FAULT_LISTS[list]).sort())
      for (const { uitleg, herstel } of Object.values(lists[list]))
        for (const text of [uitleg, herstel]) expect(text).toMatch(/\.$/)
    }
  })

  // IB007 and IB009 changed meaning between the lists, and BRS06 did at VECOZO.
  it('that changed meaning are told by who sends them, with the other meaning beside it', () => {
    expect(listsFor('IB009', 'VECOZO')).toEqual(['fo01In2025', 'fo01In2018'])
    expect(listsFor('IB009', 'IB')).toEqual(['fo01In2018', 'fo01In2025'])
    expect(listsFor('IB007', 'IB')).toEqual(['fo01In2025', 'fo01In2018'])
    expect(listsFor('BRS06', 'VECOZO')).toEqual(['vecozo', 'fo01In2018'])
    expect(describeFault('IB009', 'IB', 'nl').uitleg).toContain('UUID')
    expect(describeFault('IB009', 'VECOZO', 'nl')).toMatchObject({ other: { uitleg: expect.stringContaining('UUID') } })
    expect(describeFault('IB007', 'IB', 'nl').other?.uitleg).toContain('25 MB')
  })

  it('that mean the same in every list have one meaning', () => {
    for (const code of ['IB002', 'IB010', 'IB103', 'BRS02', 'BRS03', 'BRS04', 'BRS05'])
      expect([code, describeFault(code, 'VECOZO', 'en').other]).toEqual([code, null])
    expect(describeFault('IB002', 'IB', 'nl')).toMatchObject(messagesFor('nl').faults.lists.fo01In2025.IB002)
  })

  it('of no list, or named like something else, get the general words', () => {
    for (const code of ['IB999', 'constructor', '__proto__', ''])
      expect(describeFault(code, 'IB', 'nl')).toEqual({ ...messagesFor('nl').faults.unknown, other: null })
  })
})

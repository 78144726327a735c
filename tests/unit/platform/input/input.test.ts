import fc from 'fast-check'
import { LogFilter, logCursor, readLogCursor } from '#/lib/audit/log-schema.ts'
import { day, moment } from '#/lib/platform/input/day.ts'
import { oneLine, someLines } from '#/lib/platform/input/text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const halves = fc.string({ unit: fc.constantFrom('\ud800', '\udfff', 'a', '\u0000', '\r', '\n') })

describe('a text from outside', () => {
  // Guards "no 500": PostgreSQL refuses a NUL and half a pair, and a control character turns a log or a mail around.
  it('of one line holds no control character and no half of a pair, whatever was sent', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (sent) => {
        const text = oneLine(1_000).parse(sent)
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        expect(oneLine(1_000).parse(text)).toBe(text)
      }),
    )
  })

  it('of several lines keeps its line breaks and no other control character', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (sent) => {
        const text = someLines(1_000).parse(sent)
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        expect(someLines(1_000).parse(text)).toBe(text)
      }),
    )
    expect(someLines(99).parse(' een\r\ntwee\u0000drie\rvier\t ')).toBe('een\ntwee drie\nvier')
  })

  it('says what is wrong in the words of its form', () => {
    const messages = (result: { error?: { issues: { message: string }[] } | undefined }) =>
      result.error?.issues.map(({ message }) => message)
    expect(messages(oneLine(3).safeParse(7))).toEqual(['required'])
    expect(messages(oneLine(3).safeParse('vier'))).toEqual(['tooLong'])
    expect(messages(someLines(3, { absent: 'reason', tooLong: 'long' }).safeParse('vier'))).toEqual(['long'])
  })
})

describe('a day and a moment from outside', () => {
  it.each(['0000-01-01', '2026-02-30', '2026-1-1', '10000-01-01', '2026-01-01\n'])('are not %j', (text) => {
    expect(day().safeParse(text).success).toBe(false)
  })

  it('are those of the calendar', () => {
    expect(day().parse('0001-01-01')).toBe('0001-01-01')
    expect(day('strange').safeParse('0000-01-01').error?.issues[0]?.message).toBe('strange')
    expect(moment().safeParse('2026-99-99T99:99:99.999Z').success).toBe(false)
    expect(moment().safeParse('0000-01-01T00:00:00.000Z').success).toBe(false)
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (at) => {
        expect(moment().parse(at.toISOString())).toBe(at.toISOString())
      }),
    )
  })

  it('give the place of a row in the log back as it was', () => {
    const row = { at: new Date('2026-11-23T12:00:00.123Z'), id: '01930000-0000-7000-8000-000000000001' }
    const { na } = LogFilter.parse({ na: logCursor(row) })
    expect(readLogCursor(na ?? '')).toEqual(row)
    for (const strange of [`2026-99-99T99:99:99.999Z_${row.id}`, `${logCursor(row)}_`, row.id, '_'])
      expect(LogFilter.parse({ na: strange }).na).toBeUndefined()
  })
})

import fc from 'fast-check'
import { type Answered, openTerm } from '#/lib/berichten/terms/open-term.ts'
import { TERMS } from '#/lib/berichten/terms/terms.ts'
import { BERICHTSOORTEN } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Holidays } from '#/lib/platform/settings/parse-settings.ts'

const HOLIDAYS: Holidays = { goedeVrijdag: true, bevrijdingsdag: 'ja' }
/** Monday 23 November 2026. */
const ARRIVED = '2026-11-23'
const asked = (nummer: number | null, rest: Partial<Answered> = {}): Answered => ({
  nummer,
  dagtekening: '2026-11-20',
  arrivedOn: ARRIVED,
  retour: null,
  requests: nummer === 315 || nummer === 317 ? ['OPEN'] : [],
  isDeclaratieAnswered: false,
  ...rest,
})

describe('openTerm', () => {
  // hub.md chapter 3: OP090 3 working days, OP274/OP346 5 working days or 8 weeks after the dagtekening, OP090x4 10 days.
  it.each([
    [asked(305), 'RETOUR', '2026-11-26'],
    [asked(301), 'RETOUR', '2026-11-26'],
    [asked(315), 'RETOUR', '2026-11-26'],
    [asked(315, { retour: 'GOED' }), 'BESLUIT', '2026-11-30'],
    [asked(317, { retour: 'GOED', requests: ['IN_ONDERZOEK'] }), 'EINDBESLUIT', '2027-01-15'],
    [asked(315, { retour: 'GOED', requests: ['IN_ONDERZOEK', 'OPEN'] }), 'BESLUIT', '2026-11-30'],
    [asked(323), 'DECLARATIE_ANTWOORD', '2026-12-07'],
    [asked(301, { arrivedOn: null }), 'RETOUR', null],
  ] as const)('of %j is %s on %s', (answered, awaits, deadlineOn) => {
    expect(openTerm(answered, HOLIDAYS)).toEqual({ awaits, deadlineOn })
  })

  it.each([
    ['everything is answered', asked(315, { retour: 'GOED', requests: ['BESLIST', 'BESLIST'] })],
    ['the declaratie is answered', asked(323, { isDeclaratieAnswered: true })],
    ['the retourbericht refuses it: it counts as not sent', asked(315, { retour: 'AFGEKEURD' })],
    ['it is an answer itself', asked(302)],
    ['nobody knows what it is', asked(null)],
  ])('is nothing when %s', (_why, answered) => {
    expect(openTerm(answered, HOLIDAYS)).toEqual({ awaits: null, deadlineOn: null })
  })

  // Whatever was answered: never due before the day of arrival, and an answer more never makes something due sooner.
  it('never gets stricter by an answer', () => {
    const request = fc.constantFrom('OPEN', 'IN_ONDERZOEK', 'BESLIST')
    const answered = fc.record({
      nummer: fc.constantFrom(...BERICHTSOORTEN.map(({ nummer }) => nummer)),
      dagtekening: fc.constant(ARRIVED),
      arrivedOn: fc.constant(ARRIVED),
      retour: fc.constant(null),
      requests: fc.array(request, { maxLength: 4 }),
      isDeclaratieAnswered: fc.constant(false),
    })
    fc.assert(
      fc.property(answered, (before) => {
        const one = openTerm(before, HOLIDAYS)
        if (one.deadlineOn !== null) expect(one.deadlineOn > ARRIVED).toBe(true)
        expect(one.awaits === null).toBe(one.deadlineOn === null)
        for (const after of [
          { ...before, retour: 'GOED' as const },
          { ...before, requests: before.requests.map(() => 'BESLIST' as const) },
          { ...before, isDeclaratieAnswered: true },
        ]) {
          const other = openTerm(after, HOLIDAYS)
          expect((other.deadlineOn ?? '9999') >= (one.deadlineOn ?? '9999')).toBe(true)
        }
      }),
    )
  })
})

describe('the terms', () => {
  // A term on a bericht that nobody can answer that way would wait for ever.
  it('are about berichten that have such an answer', () => {
    for (const { awaited, on } of TERMS)
      for (const nummer of on) {
        const soort = BERICHTSOORTEN.find((candidate) => candidate.nummer === nummer)
        if (awaited === 'RETOUR') expect(soort?.retour).not.toBeNull()
        if (awaited === 'DECLARATIE_ANTWOORD') expect(soort?.antwoord).not.toBeNull()
      }
  })

  it('say of every berichtsoort with a retourbericht or an answer by when it is due', () => {
    const expecting = BERICHTSOORTEN.filter(({ retour, antwoord }) => retour !== null || antwoord !== null)
    for (const { nummer } of expecting) expect(TERMS.some(({ on }) => on.includes(nummer))).toBe(true)
  })

  it('are of the party that receives the bericht', () => {
    for (const { on, by } of TERMS)
      for (const nummer of on) {
        const soort = BERICHTSOORTEN.find((candidate) => candidate.nummer === nummer)
        expect([nummer, by]).toEqual([nummer, soort?.gemeente === 'aanleveren' ? 'aanbieder' : 'gemeente'])
      }
  })
})

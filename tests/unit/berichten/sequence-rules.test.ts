import { History } from '#/lib/berichten/sequence/history.ts'
import { judgeSequence, SEQUENCE_RULES } from '#/lib/berichten/sequence/judge-sequence.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'
import { changes } from '#/tests/support/berichten/sequence-examples/changes.ts'
import { claims } from '#/tests/support/berichten/sequence-examples/claims.ts'
import { decisions } from '#/tests/support/berichten/sequence-examples/decisions.ts'
import { before, here, OLD, start, type World } from '#/tests/support/berichten/sequence-examples/facts.ts'
import { overlaps } from '#/tests/support/berichten/sequence-examples/overlaps.ts'
import { startsAndStops } from '#/tests/support/berichten/sequence-examples/starts-and-stops.ts'

const EXAMPLES = [...startsAndStops, ...decisions, ...overlaps, ...claims, ...changes]

/** What is found by one rule, in a portal that is a month old unless told otherwise. */
function found(nummer: number, { facts = [], past = [], beganOn = '2026-01-15', subject = {} }: World): string[] {
  const soort = findBerichtsoort(`WMO${nummer}`)
  if (soort === null) throw new Error('no such berichtsoort')
  const findings = judgeSequence(soort, {
    direction: 'ONTVANGEN',
    nummer,
    dagtekening: '2026-02-02',
    heenDagtekening: null,
    facts,
    answers: 'open',
    isIdentificationUsed: false,
    history: new History(past, beganOn),
    ...subject,
  })
  return findings.map(({ code, variant }) => `${code}.${variant}`)
}

// Guards level 3 (IV032): what was sent and received before decides, and the portal is silent about what it cannot know.
describe('rules across berichten', () => {
  it.each(EXAMPLES)('%s: %s', (code, _what, nummer, world, variant) => {
    const own = found(nummer, world).filter((one) => one.startsWith(`${code}.`))
    expect([...new Set(own)]).toEqual(variant === null ? [] : [`${code}.${variant}`])
  })

  it('are broken and kept in an example, each, and each has a check', () => {
    const codes = RELEASES.flatMap(({ sequenceRules }) => sequenceRules.map(({ code }) => code))
    expect(Object.keys(SEQUENCE_RULES).toSorted()).toEqual([...new Set(codes)].toSorted())
    for (const code of codes) {
      const variants = EXAMPLES.filter(([one]) => one === code).map(([, , , , variant]) => variant === null)
      expect([code, new Set(variants)]).toEqual([code, new Set([true, false])])
    }
  })

  it('say where: at the fact, or of the whole', () => {
    const soort = findBerichtsoort('WMO305')
    if (soort === null) throw new Error('no such berichtsoort')
    const history = new History([before(start('n1', '1'))], OLD)
    const [whole, atFact] = judgeSequence(soort, {
      direction: 'ONTVANGEN',
      nummer: 305,
      dagtekening: '2026-02-02',
      heenDagtekening: null,
      facts: [here(start('n1', '1'), false)],
      answers: 'unknown',
      isIdentificationUsed: true,
      history,
    })
    expect(whole).toMatchObject({ code: 'TR056', ernst: 'waarschuwing', regel: null, pad: null })
    expect(atFact).toMatchObject({ code: 'TR074', ernst: 'waarschuwing', regel: 7, kolom: 3, pad: '/Bericht' })
  })

  it('reject only what the chain refuses', () => {
    const rejecting = RELEASES.flatMap(({ sequenceRules }) => sequenceRules.filter(({ ernst }) => ernst === 'fout'))
    expect(new Set(rejecting.map(({ code }) => code))).toEqual(new Set(['TWEEDE_ANTWOORD']))
  })
})

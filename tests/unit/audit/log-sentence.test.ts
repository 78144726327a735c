import { PERMISSIONS } from '#/lib/access/permissions.ts'
import { AUDIT_EVENTS, type AuditEventName } from '#/lib/audit/events.ts'
import type { LogEntry } from '#/lib/audit/log-entry.ts'
import { eventsOf, isAuditEvent, LOG_GROUPS } from '#/lib/audit/log-groups.ts'
import { logSentence, reasonWords } from '#/lib/audit/log-sentence.ts'
import { REFUSAL_CODES } from '#/lib/identity/login/identity.ts'
import { messagesFor } from '#/lib/platform/i18n/messages.ts'

const EVENTS = Object.keys(AUDIT_EVENTS).filter(isAuditEvent)

const entryOf = (event: AuditEventName | null, changes: Partial<LogEntry> = {}): LogEntry => ({
  id: '019a0000-0000-7000-8000-000000000001',
  at: new Date('2026-11-23T12:00:00Z'),
  event,
  eventName: event ?? 'later.event',
  result: 'ok',
  reasonCode: null,
  actor: { kind: 'member', name: 'B. Heer', memberId: 'm1' },
  subject: { name: 'A. Jansen', memberId: 'm2' },
  object: null,
  organisation: { id: 'o1', name: 'Voorbeeldstad' },
  requestId: null,
  supportCode: null,
  details: {},
  ...changes,
})

describe('logSentence', () => {
  // A row that cannot be read is a row that nobody checks: every event has its sentence, in both languages.
  it.each(EVENTS)('tells %s in Dutch and in English', (event) => {
    const [dutch, english] = [logSentence(entryOf(event), 'nl'), logSentence(entryOf(event), 'en')]
    expect(dutch).not.toMatch(/[{}]|beheer\./)
    expect(english).not.toMatch(/[{}]|beheer\./)
    expect(dutch).not.toBe(english)
    expect(dutch.length).toBeGreaterThan(10)
  })

  it('says who gave whom which role for which product', () => {
    const entry = entryOf('role.granted', { details: { product: 'iwmo', rol: 'GEBRUIKER' } })
    expect(logSentence(entry, 'nl')).toBe('B. Heer gaf A. Jansen de rol Gebruiker voor iWmo')
    expect(logSentence(entry, 'en')).toContain('gave A. Jansen the role')
  })

  it('has words for who has no name, and hides no row of a later version', () => {
    const nameless = entryOf('member.registered', { actor: { kind: 'member', name: '', memberId: 'm1' } })
    expect(logSentence(nameless, 'nl')).toMatch(/^Iemand zonder ingevulde naam/)
    expect(logSentence(entryOf(null), 'nl')).toBe('B. Heer: later.event')
  })

  it('leaves names as they are, also when they look like markup or a message pattern', () => {
    const entry = entryOf('member.read', { subject: { name: "O'{name} <b>", memberId: 'm2' } })
    expect(logSentence(entry, 'nl')).toContain("O'{name} <b>")
  })
})

describe('reasonWords', () => {
  it.each(REFUSAL_CODES)('has words for %s', (code) => {
    expect(reasonWords(code, 'nl')).not.toBe(code)
    expect(reasonWords(code, 'en')).not.toBe(code)
  })

  // A gebruikersbeheerder reads what a colleague tried, not the name of a permission.
  it.each(Object.keys(PERMISSIONS))('has words for lacking %s', (permission) => {
    expect(reasonWords(permission, 'nl')).not.toContain(permission)
    expect(reasonWords(permission, 'en')).not.toBe(reasonWords(permission, 'nl'))
  })

  it('says of which product a permission was lacking', () => {
    expect(reasonWords('settings.read:iwmo', 'nl')).toBe('instellingen bekijken (iWmo)')
  })

  it('shows a reason without words as it is', () => {
    expect(reasonWords('later.reason:iwmo', 'nl')).toBe('later.reason:iwmo')
  })
})

describe('log groups', () => {
  it('puts every event in exactly one group, each with words', () => {
    const grouped = LOG_GROUPS.flatMap((group) => [...eventsOf(group)])
    expect([...grouped].sort()).toEqual([...EVENTS].sort())
    for (const group of LOG_GROUPS) expect(messagesFor('nl').beheer.log.groups[group]).toBeTruthy()
  })
})

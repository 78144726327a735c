import { resolveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { registerAgreement, withdrawAgreement } from '#/lib/organisations/gemeenten/agreements.ts'
import { listGemeenten } from '#/lib/organisations/gemeenten/list-gemeenten.ts'
import { readGemeente } from '#/lib/organisations/gemeenten/read-gemeente.ts'
import { registerGemeente } from '#/lib/organisations/gemeenten/register-gemeente.ts'
import { GemeenteFilter, RegisterAgreement, RegisterGemeente } from '#/lib/organisations/gemeenten/schema.ts'
import { clock } from '#/lib/platform/clock.ts'
import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { testDatabase } from '#/tests/support/database.ts'
import {
  auditRows,
  freshDigits,
  givenGemeente,
  givenMember,
  givenSession,
  givenStaff,
  TEST_ORIGIN,
} from '#/tests/support/world.ts'

const database = testDatabase()
const newGemeente = () => ({
  name: 'Nieuwdam',
  gemeenteCode: freshDigits(4),
  kvk: freshDigits(8),
  rsin: freshDigits(9),
})
const today = () => dayInAmsterdam(clock.now())
const agreement = (organisationId: string, kind: 'AANSLUITING' | 'VECOZO' = 'VECOZO') => ({
  organisationId,
  kind,
  signedOn: today(),
  documentReference: 'Z-2026-1',
})
const agreementIds = (organisationId: string) =>
  database.query<{ id: string }>('SELECT id FROM agreement WHERE organisation_id = $1 AND withdrawn_at IS NULL', [
    organisationId,
  ])

describe('registerGemeente', () => {
  it('registers a gemeente, found again by every number', async () => {
    const desk = await givenStaff(database)
    const input = newGemeente()
    const made = await registerGemeente(desk, input)
    if (!made.ok) throw new Error(made.error)
    expect(await auditRows(database, made.value.id, 'organisation.registered')).toHaveLength(1)
    for (const zoek of [input.gemeenteCode, input.kvk, input.rsin, 'nieuwd'])
      expect((await listGemeenten(desk, { zoek })).gemeenten.map(({ id }) => id)).toContain(made.value.id)
  })

  it('names the number that is in use already, also when two register at once', async () => {
    const desk = await givenStaff(database)
    const input = newGemeente()
    const both = await Promise.all([registerGemeente(desk, input), registerGemeente(desk, input)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter((result) => !result.ok && result.error === 'code_taken')).toHaveLength(1)
    const sameKvk = await registerGemeente(desk, { ...newGemeente(), kvk: input.kvk })
    expect(sameKvk).toEqual({ ok: false, error: 'kvk_taken' })
    const sameRsin = await registerGemeente(desk, { ...newGemeente(), rsin: input.rsin })
    expect(sameRsin).toEqual({ ok: false, error: 'rsin_taken' })
  })

  it('is for the servicedesk only', async () => {
    const manager = await givenMember(database, await givenGemeente(database), { isManager: true })
    await expect(registerGemeente(manager.actor, newGemeente())).rejects.toThrow(ForbiddenError)
    await expect(listGemeenten(manager.actor, { zoek: '' })).rejects.toThrow(ForbiddenError)
    await expect(readGemeente(manager.actor, manager.actor.organisationId)).rejects.toThrow(ForbiddenError)
  })
})

describe('what is sent by hand', () => {
  // Guards "no 500": a NUL, and a year that the database does not have.
  it('is searched and registered without what the database does not take, or refused', async () => {
    const desk = await givenStaff(database)
    const made = await registerGemeente(desk, RegisterGemeente.parse({ ...newGemeente(), name: 'Nul\u0000dam' }))
    if (!made.ok) throw new Error(made.error)
    const { gemeenten } = await listGemeenten(desk, GemeenteFilter.parse({ zoek: 'nul\u0000dam' }))
    expect(gemeenten.map(({ name }) => name)).toContain('Nul dam')
    const sent = { ...agreement(made.value.id), documentReference: 'Z\u00001', reason: '' }
    expect(RegisterAgreement.safeParse({ ...sent, signedOn: '0000-01-01' }).success).toBe(false)
    expect(await registerAgreement(desk, RegisterAgreement.parse({ ...sent, signedOn: '0001-01-01' }))).toMatchObject({
      ok: true,
    })
    const { agreements } = await readGemeente(desk, made.value.id)
    expect(agreements.VECOZO).toMatchObject({ signedOn: '0001-01-01', documentReference: 'Z 1' })
  })
})

describe('agreements', () => {
  it('are registered once each, not for a date to come, with who did it', async () => {
    const desk = await givenStaff(database)
    const gemeente = await givenGemeente(database, { agreements: ['AANSLUITING'] })
    const tomorrow = dayInAmsterdam(new Date(clock.now().getTime() + 36 * 3_600_000))
    const early = await registerAgreement(desk, { ...agreement(gemeente.id), signedOn: tomorrow })
    expect(early).toEqual({ ok: false, error: 'in_future' })
    const results = await Promise.all([
      registerAgreement(desk, agreement(gemeente.id)),
      registerAgreement(desk, { ...agreement(gemeente.id), documentReference: 'ANDERS' }),
    ])
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { agreements } = await readGemeente(desk, gemeente.id)
    expect(agreements.VECOZO).toMatchObject({ signedOn: today(), registeredBy: desk.displayName, withdrawn: null })
    expect(await auditRows(database, gemeente.id, 'agreement.registered')).toHaveLength(1)
    await expect(registerAgreement(desk, agreement(ids.rowId()))).rejects.toThrow(NotFoundError)
  })

  it('are registered once by a form that comes twice, which is told so both times', async () => {
    const desk = await givenStaff(database)
    const gemeente = await givenGemeente(database, { agreements: ['AANSLUITING'] })
    const form = agreement(gemeente.id)
    const both = await Promise.all([registerAgreement(desk, form), registerAgreement(desk, form)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(await auditRows(database, gemeente.id, 'agreement.registered')).toHaveLength(1)
    expect(await agreementIds(gemeente.id)).toHaveLength(2)
  })

  it('close the portal for that gemeente alone when one is withdrawn, also after it is registered again', async () => {
    const desk = await givenStaff(database)
    const [gemeente, other] = [await givenGemeente(database), await givenGemeente(database)]
    const session = await givenSession(database, (await givenMember(database, gemeente)).actor)
    const otherSession = await givenSession(database, (await givenMember(database, other)).actor)
    const [first] = await agreementIds(gemeente.id)
    const input = { agreementId: first?.id ?? '', reason: 'opgezegd' }
    expect(await withdrawAgreement(desk, input)).toMatchObject({ ok: true })
    const over = { kind: 'ended', reason: 'OVEREENKOMST' }
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject(over)
    expect(await resolveSession(otherSession.token, TEST_ORIGIN)).toMatchObject({ kind: 'live' })
    expect(await withdrawAgreement(desk, input)).toEqual({ ok: false, error: 'already_withdrawn' })
    await registerAgreement(desk, agreement(gemeente.id, 'AANSLUITING'))
    await registerAgreement(desk, agreement(gemeente.id, 'VECOZO'))
    expect(await resolveSession(session.token, TEST_ORIGIN)).toMatchObject(over)
    expect(await auditRows(database, gemeente.id, 'agreement.withdrawn')).toHaveLength(1)
  })

  it('are changed by the servicedesk only', async () => {
    const gemeente = await givenGemeente(database)
    const manager = await givenMember(database, gemeente, { isManager: true })
    const [first] = await agreementIds(gemeente.id)
    await expect(registerAgreement(manager.actor, agreement(gemeente.id))).rejects.toThrow(ForbiddenError)
    await expect(withdrawAgreement(manager.actor, { agreementId: first?.id ?? '', reason: 'zomaar' })).rejects.toThrow(
      ForbiddenError,
    )
    await expect(
      withdrawAgreement(await givenStaff(database), { agreementId: ids.rowId(), reason: 'zomaar' }),
    ).rejects.toThrow(NotFoundError)
  })
})

describe('readGemeente', () => {
  it('shows who waits and who manages, and logs that it was read', async () => {
    const desk = await givenStaff(database)
    const gemeente = await givenGemeente(database)
    await givenMember(database, gemeente, { state: 'VERIFICATIE', lastName: 'Wachter' })
    await givenMember(database, gemeente, { isManager: true, lastName: 'Heer' })
    const seen = await readGemeente(desk, gemeente.id)
    expect(seen.waiting.people.map(({ name }) => name)).toEqual(['A. Wachter'])
    expect(seen.managers.map(({ name }) => name)).toEqual(['A. Heer'])
    expect(await auditRows(database, gemeente.id, 'organisation.read')).toHaveLength(1)
    await expect(readGemeente(desk, ids.rowId())).rejects.toThrow(NotFoundError)
  })
})

import { ForbiddenError, NotFoundError } from '#/lib/platform/errors.ts'
import { listSignals, readSignal } from '#/lib/wlz/signals/read-signals.ts'
import { showSignalBsn } from '#/lib/wlz/signals/show-signal-bsn.ts'
import { SignalBsnForm } from '#/lib/wlz/signals/signal-bsn-form.ts'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import { contentFolder, untilDone } from '#/tests/support/berichten/deliveries.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { givenSignal, givenSignalsOn, givenToewijzing, givenWlzUser } from '#/tests/support/wlz.ts'
import { auditRows, givenGemeente, givenMember } from '#/tests/support/world.ts'

const folder = contentFolder()
const database = testDatabase({ STORAGE_URL: `file://${folder}?fsync=nee` })

async function signalled() {
  const gemeente = await givenGemeente(database)
  const user = await givenWlzUser(database, gemeente)
  const bericht = await givenToewijzing(user)
  return { gemeente, user, bericht, id: await givenSignal(database, gemeente, bericht.id) }
}
const why = (signaalId: string) => SignalBsnForm.parse({ signaalId, reden: 'opzoeken', toelichting: '' })

describe('the Wlz-signalen', () => {
  // Guards data minimisation: a list shows three digits, and who looked at it is in the log.
  it('are shown to a Gebruiker of the product with the Bsn masked, and that is in the log', async () => {
    const { gemeente, user, bericht, id } = await signalled()
    const maskedBsn = `•••••${testBsn(1).slice(-3)}`
    expect(await listSignals(user, null)).toMatchObject({
      isOn: false,
      next: null,
      items: [{ id, maskedBsn, since: '2026-01-01', isReadable: true }],
    })
    expect((await readSignal(user, id)).identificatie).toBe(bericht.identificatie)
    expect(await auditRows(database, gemeente.id, 'wlz.signals-read')).toHaveLength(2)
    await givenSignalsOn(database, gemeente)
    expect((await listSignals(user, null)).isOn).toBe(true)
  })

  it('come in pages of fifty, newest first', async () => {
    const { gemeente, user, bericht } = await signalled()
    await database.query('DELETE FROM wlz_signal')
    await database.query(
      `INSERT INTO wlz_signal (id, organisation_id, client, since, bericht_id, bsn_end, signalled_at)
       SELECT ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, decode(lpad(n::text, 32, '0'), 'hex'),
         '2026-01-01', $2, '123', now() FROM generate_series(1, 51) n`,
      [gemeente.id, bericht.id],
    )
    const first = await listSignals(user, null)
    expect([first.items.length, first.items[0]?.id.slice(-2), first.next?.slice(-2)]).toEqual([50, '51', '02'])
    expect((await listSignals(user, first.next)).items.map(({ id }) => id.slice(-2))).toEqual(['01'])
  })

  it('are not there for another gemeente, and not for another role', async () => {
    const { id, gemeente } = await signalled()
    const other = await givenWlzUser(database, await givenGemeente(database))
    expect((await listSignals(other, null)).items).toEqual([])
    await expect(readSignal(other, id)).rejects.toThrow(NotFoundError)
    await expect(showSignalBsn(other, why(id), untilDone())).rejects.toThrow(NotFoundError)
    const { actor } = await givenMember(database, gemeente, {
      roles: { iwmo: 'GEBRUIKER', 'wlz-registertoets': 'PRODUCTBEHEERDER' },
    })
    await expect(listSignals(actor, null)).rejects.toThrow(ForbiddenError)
    await expect(readSignal(actor, id)).rejects.toThrow(ForbiddenError)
    await expect(showSignalBsn(actor, why(id), untilDone())).rejects.toThrow(ForbiddenError)
  })
})

describe('the Bsn of a signal', () => {
  it('is read from the bericht for who says why, once the log has it', async () => {
    const { gemeente, user, id, bericht } = await signalled()
    expect(await showSignalBsn(user, why(id), untilDone())).toEqual({ ok: true, value: testBsn(1) })
    const rows = await database.query(
      "SELECT * FROM audit_event WHERE event = 'bericht.bsn-shown' AND organisation_id = $1",
      [gemeente.id],
    )
    expect(rows).toMatchObject([
      {
        object_id: bericht.id,
        subject_kind: 'client',
        basis: 'gebruiker wlz-registertoets',
        details: { reden: 'opzoeken' },
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(testBsn(1))
  })

  it('is gone with the content, and the signal stays', async () => {
    const { user, id, bericht } = await signalled()
    await database.query('UPDATE bericht SET storage_key = NULL WHERE id = $1', [bericht.id])
    expect(await showSignalBsn(user, why(id), untilDone())).toEqual({ ok: false, error: 'gone' })
    expect((await readSignal(user, id)).isReadable).toBe(false)
  })

  it('is not shown more than sixty times an hour, together with those of berichten', async () => {
    const { user, id } = await signalled()
    await database.query("INSERT INTO rate_window (key, starts_at, count) VALUES ($1, date_trunc('hour', now()), 60)", [
      `bsn-tonen:${user.memberId}`,
    ])
    expect(await showSignalBsn(user, why(id), untilDone())).toEqual({ ok: false, error: 'too_many' })
  })

  it('asks for a reason without a Bsn in it', () => {
    const signaalId = '01930000-0000-7000-8000-000000000000'
    const faults = (reden: string, toelichting: string) =>
      SignalBsnForm.safeParse({ signaalId, reden, toelichting }).error?.issues.map(({ message }) => message)
    expect(faults('nieuwsgierig', '')).toEqual(['reden'])
    expect(faults('anders', '')).toEqual(['toelichting'])
    expect(faults('opzoeken', '999 900 018')).toEqual(['number'])
  })
})

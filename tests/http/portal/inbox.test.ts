import { givenNotification } from '#/tests/support/inbox.ts'
import { formOf, typedIn } from '#/tests/support/plain-forms.ts'
import { testPortal } from '#/tests/support/portal.ts'
import { browserOf } from '#/tests/support/replays/replay.ts'
import { wholePage } from '#/tests/support/whole-page.ts'
import { givenGemeente, givenMember } from '#/tests/support/world.ts'

const portal = testPortal()
const PAGE = '/mijn/meldingen'

async function reader() {
  const gemeente = await givenGemeente(portal.database)
  const { actor } = await givenMember(portal.database, gemeente, { roles: { iwmo: 'GEBRUIKER' } })
  return { actor, visitor: await browserOf(portal, actor) }
}

// Guards issue 4 item 10 for whoever has no script, and that the frame of every page knows how much is unread.
describe('the inbox', () => {
  it('says how much is unread on every page, and no longer when it was read', async () => {
    const { actor, visitor } = await reader()
    await givenNotification(portal.database, actor, { amount: 12 })
    await givenNotification(portal.database, actor, { kind: 'KETENFOUT' })
    expect((await visitor.ask('/dashboard')).text).toContain('2 ongelezen meldingen')
    const page = await visitor.ask(PAGE)
    expect(wholePage(page)).toMatchObject({ faults: [] })
    expect(page.text).toMatch(/href="\/producten\/iwmo\/berichten\?status=BESCHIKBAAR"[^>]*>12 nieuwe berichten iWmo</)
    const body = formOf(page, 'markReadAction')
    const answer = await visitor.follow(
      await visitor.ask(PAGE, { method: 'POST', body: typedIn(body, {}) }),
      portal.url,
    )
    expect([answer.status, answer.url]).toEqual([200, expect.stringMatching(/gedaan=gelezen$/)])
    expect(answer.text).toContain('Gemarkeerd als gelezen')
    expect((await visitor.ask('/dashboard')).text).not.toContain('ongelezen melding')
  })

  it('keeps unread what was counted up after the page was drawn', async () => {
    const { actor, visitor } = await reader()
    const id = await givenNotification(portal.database, actor)
    const body = typedIn(formOf(await visitor.ask(PAGE), 'markReadAction'), {})
    await portal.database.query('UPDATE notification SET amount = 2 WHERE id = $1', [id])
    const answer = await visitor.follow(await visitor.ask(PAGE, { method: 'POST', body }), portal.url)
    expect(answer.text).toContain('Er kwam intussen iets bij')
    expect(answer.text).toContain('1 ongelezen melding')
  })

  it('shows its beginning for an address that was mangled', async () => {
    const { actor, visitor } = await reader()
    await givenNotification(portal.database, actor)
    for (const address of [`${PAGE}?na=x`, `${PAGE}?na=1_2&na=3`, `${PAGE}?gedaan=onzin`]) {
      const { status, text } = await visitor.ask(address)
      expect([status, text.includes('1 nieuw bericht iWmo')]).toEqual([200, true])
    }
  })

  // Access-norms chapter 3: what a browser asks by itself must not keep a session alive; what a person asks does.
  it('counts as activity when a person opens it, and not when a page asks by itself', async () => {
    const { actor, visitor } = await reader()
    const activity = () =>
      portal.database.query('SELECT last_activity_at FROM session WHERE member_id = $1', [actor.memberId])
    const back = () =>
      portal.database.query("UPDATE session SET last_activity_at = now() - interval '5 minutes' WHERE member_id = $1", [
        actor.memberId,
      ])
    await back()
    const before = await activity()
    await visitor.ask(PAGE, { headers: { 'sec-purpose': 'prefetch' } })
    expect(await activity()).toEqual(before)
    await visitor.ask(PAGE)
    expect(await activity()).not.toEqual(before)
  })
})

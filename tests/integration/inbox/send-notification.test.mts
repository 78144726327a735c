import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MailDev } from 'maildev'
import { pino } from 'pino'
import type { MemberActor } from '#/lib/access/actor.ts'
import { savePreferences } from '#/lib/inbox/preferences/own-preferences.ts'
import type { NotificationMail } from '#/lib/inbox/telling/notification-mail.ts'
import { type JobContext, PermanentJobError } from '#/lib/jobs/define-job.ts'
import { sendNotification } from '#/lib/jobs/definitions/send-notification.ts'
import { tellPeople } from '#/lib/jobs/definitions/tell-people.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { startWorker } from '#/lib/jobs/run-worker.ts'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { closeMailTransport } from '#/lib/platform/mail/mail-transport.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { happened, orderedMails } from '#/tests/support/inbox.ts'
import { settingsWith } from '#/tests/support/settings.ts'
import { type GivenGemeente, givenGemeente, givenMember } from '#/tests/support/world.ts'

const database = testDatabase()
// Without a folder of its own the catcher takes one that is the same for every user of this machine.
const mailDirectory = mkdtempSync(join(tmpdir(), 'portaal-mail-'))
const maildev = new MailDev({ smtp: 0, ip: '127.0.0.1', disableWeb: true, silent: true, mailDirectory })
const mailbox = () => {
  const servers = maildev.getServers()
  if (!servers) throw new Error('the mail catcher does not run')
  return servers.smtp
}
function mailGoesTo(port: number): void {
  closeMailTransport()
  setSettings(settingsWith({ DATABASE_URL: database.appUrl, SMTP_URL: `smtp://127.0.0.1:${port}` }))
}

const contextOf = (id: string): JobContext => ({
  id,
  attempt: 1,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
})

let home: GivenGemeente
let jansen: MemberActor
const LINES = [
  { kind: 'NIEUWE_BERICHTEN', product: 'iwmo', amount: 12 },
  { kind: 'KETENFOUT', product: 'ijw', amount: 1 },
] as const satisfies NotificationMail['lines']
const send = (lines: NotificationMail['lines'] = [...LINES], id = ids.rowId()) =>
  sendNotification.run(sendNotification.dataOf({ memberId: jansen.memberId, lines }), contextOf(id))
const received = () => mailbox().getAllEmails()

beforeAll(async () => {
  await maildev.start()
  await installQueues(database.adminUrl)
})
beforeEach(async () => {
  mailGoesTo(mailbox().getPort())
  await mailbox().deleteAllEmails()
  home = await givenGemeente(database, { name: 'Voorbeeldstad <b>' })
  const roles = { iwmo: 'GEBRUIKER', ijw: 'GEBRUIKER' } as const
  jansen = (await givenMember(database, home, { roles, lastName: 'Geheim' })).actor
})
afterAll(async () => {
  closeMailTransport()
  await maildev.stop()
  rmSync(mailDirectory, { recursive: true, force: true })
})

describe('a mail of notifications', () => {
  // Guards the whole road, by two workers: cause, notification, order, queue, mail server, each once.
  it('arrives once, with counts, products and a link, and nothing about anybody', async () => {
    await savePreferences(jansen, { newIwmo: 'DIRECT' })
    await happened(home.id, 'iwmo', { kind: 'NIEUWE_BERICHTEN', amount: 12 }, { kind: 'KETENFOUT' })
    const workers = [await startWorker([sendNotification]), await startWorker([sendNotification])]
    try {
      const arrived = once(mailbox(), 'new')
      await Promise.all([1, 2].map((run) => tellPeople.run(tellPeople.dataOf({}), contextOf(`run-${run}`))))
      await arrived
      const [mail, ...more] = await received()
      expect(more).toEqual([])
      const [ordered] = await orderedMails(database)
      expect(mail).toMatchObject({
        subject: 'Nieuwe meldingen in Portaal Zorg',
        to: [{ address: 'jansen@testdam.example' }],
        headers: { 'message-id': `<${ordered?.id}@localhost>`, 'auto-submitted': 'auto-generated' },
      })
      expect(mail?.text).toContain('Er zijn 12 nieuwe berichten iWmo binnengekomen.')
      expect(mail?.text).toContain('De keten weigert 1 bericht iWmo')
      expect(mail?.text).toContain('Het gaat om Voorbeeldstad <b>.')
      expect(mail?.html).toContain('<a href="http://localhost:3500/mijn/meldingen">')
      expect(mail?.html).toContain('Voorbeeldstad &lt;b&gt;.')
      expect(`${mail?.text}${mail?.html}`).not.toMatch(/Geheim|Jansen|\.xml|\{/)
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()))
    }
  })

  // A mail may wait two days for a mail server: what was true when it was ordered need not be any more.
  it.each([
    ['was blocked', `UPDATE member SET state = 'GEBLOKKEERD', state_before_block = 'ACTIEF' WHERE id = $1`],
    ['lost every role', 'DELETE FROM member_role WHERE member_id = $1'],
    ['has no address any more', 'UPDATE member SET email = NULL WHERE id = $1'],
    ['is of a gemeente that was closed', 'UPDATE agreement SET withdrawn_at = now() WHERE $1::uuid IS NOT NULL'],
  ])('does not go to who %s since it was ordered', async (_what, sql) => {
    await database.query(sql, [jansen.memberId])
    await send()
    expect(await received()).toEqual([])
  })

  it('leaves out what a role that was lost, or a choice that was made since, no longer wants', async () => {
    await database.query("DELETE FROM member_role WHERE member_id = $1 AND product = 'ijw'", [jansen.memberId])
    await send()
    expect((await received()).map(({ subject }) => subject)).toEqual(['12 nieuwe berichten iWmo'])
    await mailbox().deleteAllEmails()
    await savePreferences(jansen, { newIwmo: 'NOOIT' })
    await send()
    expect(await received()).toEqual([])
  })

  it('goes to the address of the moment at which it goes', async () => {
    await database.query("UPDATE member SET email = 'nieuw@testdam.example' WHERE id = $1", [jansen.memberId])
    await send()
    expect((await received()).map(({ to }) => to?.[0]?.address)).toEqual(['nieuw@testdam.example'])
  })

  it('is tried again when nobody answers, and not when it is not to be read', async () => {
    mailGoesTo(1)
    await expect(send()).rejects.toThrow(UpstreamError)
    const empty = { version: 1, payload: { memberId: jansen.memberId, lines: [] } }
    await expect(sendNotification.run(empty, contextOf(ids.rowId()))).rejects.toThrow(PermanentJobError)
  })
})

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MailDev } from 'maildev'
import { pino } from 'pino'
import { type JobContext, PermanentJobError } from '#/lib/jobs/define-job.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { startWorker } from '#/lib/jobs/run-worker.ts'
import { closeJobSender, jobSender } from '#/lib/jobs/sender.ts'
import { type Mail, sealedAddress } from '#/lib/notifications/mail.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { ids } from '#/lib/platform/ids.ts'
import { closeMailTransport } from '#/lib/platform/mail/mail-transport.ts'
import { setSettings } from '#/lib/platform/settings/settings.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { settingsWith } from '#/tests/support/settings.ts'

const database = testDatabase()
// Without a folder of its own the catcher takes one that is the same for every user of this machine.
const mailDirectory = mkdtempSync(join(tmpdir(), 'portaal-mail-'))
const maildev = new MailDev({ smtp: 0, ip: '127.0.0.1', disableWeb: true, silent: true, mailDirectory })
const mailbox = () => {
  const servers = maildev.getServers()
  if (!servers) throw new Error('the mail catcher does not run')
  return servers.smtp
}

/** Points the portal at a mail server on this machine. */
function mailGoesTo(port: number): void {
  closeMailTransport()
  setSettings(settingsWith({ DATABASE_URL: database.appUrl, SMTP_URL: `smtp://127.0.0.1:${port}` }))
}

const voorbeeldstad = ids.rowId()
const nieuwland = ids.rowId()
const people = {
  beheer: ids.rowId(),
  tweede: ids.rowId(),
  geblokkeerd: ids.rowId(),
  jansen: ids.rowId(),
  leeg: ids.rowId(),
}

async function givenMember(id: string, email: string | null, isManager: boolean, state = 'ACTIEF'): Promise<void> {
  const user = ids.rowId()
  await database.query(`INSERT INTO "user" (id, kind, created_at) VALUES ($1, 'GEMEENTE', now())`, [user])
  await database.query(
    `INSERT INTO member (id, user_id, organisation_id, state, state_before_block, is_manager, email, created_at)
     VALUES ($1, $2, $3, $4::"OnboardingState", CASE WHEN $4 = 'GEBLOKKEERD' THEN 'ACTIEF'::"OnboardingState" END, $5, $6, now())`,
    [id, user, voorbeeldstad, state, isManager, email],
  )
}

beforeAll(async () => {
  await maildev.start()
  for (const organisation of [
    [voorbeeldstad, 'Voorbeeldstad', '9901', '90000001'],
    [nieuwland, 'Nieuwland', '9903', '90000003'],
  ])
    await database.query(
      'INSERT INTO organisation (id, name, gemeente_code, kvk, created_at) VALUES ($1, $2, $3, $4, now())',
      organisation,
    )
  await givenMember(people.beheer, 'beheer@voorbeeldstad.example', true)
  await givenMember(people.tweede, 'tweede@voorbeeldstad.example', true)
  await givenMember(people.geblokkeerd, 'weg@voorbeeldstad.example', true, 'GEBLOKKEERD')
  await givenMember(people.jansen, 'jansen@voorbeeldstad.example', false)
  await givenMember(people.leeg, null, false, 'PROFIEL')
})
beforeEach(async () => {
  mailGoesTo(mailbox().getPort())
  await mailbox().deleteAllEmails()
})
afterAll(async () => {
  closeMailTransport()
  await closeJobSender()
  await maildev.stop()
  rmSync(mailDirectory, { recursive: true, force: true })
})

const contextOf = (id: string): JobContext => ({
  id,
  attempt: 1,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
})
const run = (mail: Mail, id = ids.rowId()) => sendMail.run(sendMail.dataOf(mail), contextOf(id))
const received = async () =>
  (await mailbox().getAllEmails()).map(({ envelope }) => envelope.to.map(({ address }) => address))
const toMember = (id: string): Mail => ({ to: { kind: 'member', id }, template: 'roles-changed', params: {} })
const toManagers = (id: string, gemeente: string): Mail => ({
  to: { kind: 'managers', id },
  template: 'new-user-waiting',
  params: { gemeente },
})

describe('send-mail', () => {
  // Guards the whole road: row, job, worker, address of that moment, mail server.
  it('reaches a member through queue, worker and mail server', async () => {
    const worker = await startWorker([sendMail])
    try {
      const arrived = once(mailbox(), 'new')
      const id = await inTransaction({ kind: 'systeem' }, (tx) => enqueue(tx, sendMail, toMember(people.jansen)))
      await arrived
      const [mail] = await mailbox().getAllEmails()
      expect(mail).toMatchObject({
        subject: 'Uw rollen in Portaal Zorg zijn gewijzigd',
        to: [{ address: 'jansen@voorbeeldstad.example' }],
        headers: { 'message-id': `<${id}@localhost>`, 'auto-submitted': 'auto-generated' },
      })
      expect(mail?.text).toContain('http://localhost:3500/dashboard')
    } finally {
      await worker.stop()
    }
  })

  // Guards against double mail: each gebruikersbeheerder has a job, however often the first job is run again.
  it('gives every gebruikersbeheerder who can act one job, also when it is run twice', async () => {
    const id = ids.rowId()
    await run(toManagers(voorbeeldstad, 'Voorbeeldstad'), id)
    await run(toManagers(voorbeeldstad, 'Voorbeeldstad'), id)
    expect(await received()).toEqual([])
    const waiting = await (await jobSender()).findJobs<unknown>(sendMail.name, { queued: true })
    expect(waiting).toHaveLength(2)
    for (const { id: part, data } of waiting) await sendMail.run(data, contextOf(part))
    const addresses = (await received()).flat().toSorted((a, b) => a.localeCompare(b))
    expect(addresses).toEqual(['beheer@voorbeeldstad.example', 'tweede@voorbeeldstad.example'])
  })

  // Product chapter 3: with no gebruikersbeheerder yet, the servicedesk is.
  it('tells the servicedesk when a gemeente has no gebruikersbeheerder', async () => {
    await run(toManagers(nieuwland, 'Nieuwland'))
    expect(await received()).toEqual([['servicedesk@portaal-zorg.invalid']])
    const [mail] = await mailbox().getAllEmails()
    expect(mail?.text).toContain('Het gaat om Nieuwland.')
    expect(mail?.text).toContain('/servicedesk/gemeenten')
  })

  // Guards ASVS 6.3.7: the old address hears of the change too, and waits sealed in the queue.
  it('reaches an address that is known no more', async () => {
    const to = await sealedAddress('oud@voorbeeldstad.example')
    expect(JSON.stringify(to)).not.toContain('voorbeeldstad')
    await run({ to, template: 'profile-changed', params: {} })
    expect(await received()).toEqual([['oud@voorbeeldstad.example']])
  })

  it('sends nothing to who has no address, or is gone', async () => {
    await run(toMember(people.leeg))
    await run(toMember(ids.rowId()))
    await run({ ...toManagers(voorbeeldstad, 'Voorbeeldstad'), recipientId: people.geblokkeerd })
    expect(await received()).toEqual([])
  })
})

describe('a mail server that does not take it', () => {
  const answers = (toRecipient: string): Server =>
    createServer((socket) => {
      socket.setEncoding('utf8').write('220 test\r\n')
      socket.on('data', (line) => {
        if (String(line).startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write(String(line).startsWith('RCPT') ? toRecipient : '250 fine\r\n')
      })
    })
  async function withServer(server: Server, work: () => Promise<void>): Promise<void> {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    mailGoesTo((server.address() as AddressInfo).port)
    try {
      await work()
    } finally {
      closeMailTransport()
      server.close()
      await once(server, 'close')
    }
  }

  // Guards privacy and patience: a full mailbox is tried again, an unknown one is not, and neither tells the address.
  it('gives up on an address that is refused for good', async () => {
    await withServer(answers('550 5.1.1 jansen unknown\r\n'), async () => {
      const failure = run(toMember(people.jansen))
      await expect(failure).rejects.toThrow(PermanentJobError)
      await expect(failure).rejects.not.toThrow('jansen')
    })
  })

  it('tries again later when the mailbox is full', async () => {
    await withServer(answers('452 4.2.2 jansen over quota\r\n'), async () => {
      const failure = run(toMember(people.jansen))
      await expect(failure).rejects.toThrow(UpstreamError)
      await expect(failure).rejects.not.toThrow('jansen')
    })
  })

  it('tries again later when nobody answers', async () => {
    mailGoesTo(1)
    await expect(run(toMember(people.jansen))).rejects.toThrow(UpstreamError)
  })
})

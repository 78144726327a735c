import { defineJob, type Job, type JobContext, PermanentJobError } from '#/lib/jobs/define-job.ts'
import { enqueue } from '#/lib/jobs/enqueue.ts'
import { planMail, sendTo } from '#/lib/notifications/deliver-mail.ts'
import { Mail, type RecipientSource } from '#/lib/notifications/mail.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { MailRefusedError } from '#/lib/platform/mail/mail-transport.ts'

/**
 * The job that sends the portal's mails to the addresses that a source knows. Tried again for about two days while the
 * mail server does not answer; an address that is refused for good is parked at once.
 */
export function sendMailJob(source: RecipientSource): Job<Mail> {
  const job: Job<Mail> = defineJob<Mail>({
    name: 'notifications.send-mail',
    version: 1,
    payload: Mail,
    retry: { limit: 20, backoffSeconds: 15, maxPauseSeconds: 3 * 60 * 60 },
    timeoutSeconds: 120,
    async run(mail, { id, log }: JobContext) {
      const plan = await inTransaction({ kind: 'systeem' }, async (tx) => {
        const made = await planMail(tx, source, id, mail)
        if (made.kind === 'split') for (const part of made.mails) await enqueue(tx, job, part.mail, { id: part.id })
        return made
      })
      if (plan.kind === 'nobody') log.info({ template: mail.template }, 'mail has no recipient any more')
      if (plan.kind !== 'send') return
      try {
        await sendTo(plan.reader, mail, id)
      } catch (error) {
        throw error instanceof MailRefusedError ? new PermanentJobError(error.message) : error
      }
    },
  })
  return job
}

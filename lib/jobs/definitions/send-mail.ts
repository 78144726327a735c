import { sendMailJob } from '#/lib/notifications/send-mail-job.ts'
import { memberRecipients } from '#/lib/organisations/mail-recipients.ts'

/** The portal's mails, to the addresses that members have given. `enqueue(tx, sendMail, { to, template, params })`. */
export const sendMail = sendMailJob(memberRecipients)

import { sendMailJob } from '#/lib/notifications/send-mail-job.ts'
import { memberRecipients } from '#/lib/organisations/mail-recipients.ts'
import { askedAddress } from '#/lib/settings/addresses/address-recipient.ts'

/** The portal's mails, to the addresses that members have given, or that gemeenten want to use for notices. `enqueue(tx, sendMail, { to, template, params })`. */
export const sendMail = sendMailJob({ ...memberRecipients, askedAddress })

import { deliverNotification } from '#/lib/inbox/telling/deliver-notification.ts'
import { NotificationMail } from '#/lib/inbox/telling/notification-mail.ts'
import { defineJob, PermanentJobError } from '#/lib/jobs/define-job.ts'
import { MailRefusedError } from '#/lib/platform/mail/mail-transport.ts'

/**
 * One mail of notifications to one person. Tried again for about two days while the mail server does not answer; an address that is
 * refused for good is parked at once.
 */
export const sendNotification = defineJob({
  name: 'inbox.send-notification',
  version: 1,
  payload: NotificationMail,
  retry: { limit: 20, backoffSeconds: 15, maxPauseSeconds: 3 * 60 * 60 },
  timeoutSeconds: 120,
  async run(mail, { id, log }) {
    try {
      if (!(await deliverNotification(mail, id))) log.info('notification is for nobody any more')
    } catch (error) {
      throw error instanceof MailRefusedError ? new PermanentJobError(error.message) : error
    }
  },
})

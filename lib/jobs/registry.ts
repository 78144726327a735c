import type { RunnableJob } from '#/lib/jobs/define-job.ts'
import { beginWlzSignals } from '#/lib/jobs/definitions/begin-wlz-signals.ts'
import { compareWlzWatched } from '#/lib/jobs/definitions/compare-wlz-watched.ts'
import { deleteExpiredContent } from '#/lib/jobs/definitions/delete-expired-content.ts'
import { deleteOutdatedRows } from '#/lib/jobs/definitions/delete-outdated.ts'
import { endRunOut } from '#/lib/jobs/definitions/end-run-out-sessions.ts'
import { mailDigestsDaily } from '#/lib/jobs/definitions/mail-digests.ts'
import { noteNear } from '#/lib/jobs/definitions/note-near-deadlines.ts'
import { notePassed } from '#/lib/jobs/definitions/note-passed-deadlines.ts'
import { resendParked } from '#/lib/jobs/definitions/resend-parked.ts'
import { scanContents } from '#/lib/jobs/definitions/scan-contents.ts'
import { sendBerichten } from '#/lib/jobs/definitions/send-berichten.ts'
import { sendDue } from '#/lib/jobs/definitions/send-due-berichten.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { sendNotification } from '#/lib/jobs/definitions/send-notification.ts'
import { sweepIncomplete } from '#/lib/jobs/definitions/sweep-incomplete-content.ts'
import { tellReceived } from '#/lib/jobs/definitions/tell-berichten-received.ts'
import { tellPeople } from '#/lib/jobs/definitions/tell-people.ts'
import { tellSignals } from '#/lib/jobs/definitions/tell-wlz-signals.ts'
import { warnOfCertificateEnds } from '#/lib/jobs/definitions/warn-of-certificates.ts'

/** Every job of the portal. A queue exists for these only, so a job that is missing here cannot be enqueued. */
export const jobRegistry: readonly RunnableJob[] = [
  sendMail,
  sweepIncomplete,
  tellReceived,
  deleteExpiredContent,
  deleteOutdatedRows,
  endRunOut,
  notePassed,
  noteNear,
  scanContents,
  sendBerichten,
  sendDue,
  resendParked,
  warnOfCertificateEnds,
  beginWlzSignals,
  compareWlzWatched,
  tellSignals,
  tellPeople,
  mailDigestsDaily,
  sendNotification,
]

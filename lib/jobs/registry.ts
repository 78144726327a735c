import type { RunnableJob } from '#/lib/jobs/define-job.ts'
import { deleteExpiredContent } from '#/lib/jobs/definitions/delete-expired-content.ts'
import { deleteOutdatedRows } from '#/lib/jobs/definitions/delete-outdated.ts'
import { endRunOut } from '#/lib/jobs/definitions/end-run-out-sessions.ts'
import { notePassed } from '#/lib/jobs/definitions/note-passed-deadlines.ts'
import { resendParked } from '#/lib/jobs/definitions/resend-parked.ts'
import { scanContents } from '#/lib/jobs/definitions/scan-contents.ts'
import { sendBerichten } from '#/lib/jobs/definitions/send-berichten.ts'
import { sendDue } from '#/lib/jobs/definitions/send-due-berichten.ts'
import { sendMail } from '#/lib/jobs/definitions/send-mail.ts'
import { sweepIncomplete } from '#/lib/jobs/definitions/sweep-incomplete-content.ts'
import { tellReceived } from '#/lib/jobs/definitions/tell-berichten-received.ts'
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
  scanContents,
  sendBerichten,
  sendDue,
  resendParked,
  warnOfCertificateEnds,
]

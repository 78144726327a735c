import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { exportWords as dutch } from '#/lib/platform/i18n/nl/berichten-export.ts'

export const exportWords: Copy<typeof dutch> = {
  link: 'Download the list (CSV, at most 10,000 messages)',
  columns: {
    bericht: 'Message',
    identificatie: 'Identification',
    direction: 'Direction',
    status: 'Status',
    afzender: 'Sender',
    ontvanger: 'Receiver',
    dagtekening: 'Date of the message',
    day: 'Date in the portal',
    time: 'Time in the portal',
    awaits: 'What is still to come',
    deadline: 'At the latest',
    errors: 'Errors',
    warnings: 'Warnings',
    fileName: 'File name',
    reference: 'Reference number',
    id: 'Number in the portal',
  },
}

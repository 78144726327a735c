import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type {
  uploadWords as dutchUploadWords,
  deliveryWords as dutchWords,
} from '#/lib/platform/i18n/nl/berichten-delivery.ts'

export const deliveryWords: Copy<typeof dutchWords> = {
  title: 'Deliver files',
  text: 'Drag XML files, a zip or a folder to this page, or choose them. For each file you see at once whether it was accepted.',
  textPlain:
    'Choose one or more XML files, or a zip. For each file you then see whether it was accepted. At most {files} files at a time.',
  inactive: 'Your municipality has switched off: {soorten}',
  inactiveText:
    'We do not accept these message types. Your product administrator can switch them on again at the settings.',
  label: 'Choose files',
  labelFolder: 'Choose a folder',
  submit: 'Deliver',
  dock: 'Progress of the delivery',
  listLabel: 'Delivered files',
  retry: 'Try again',
  tryNow: 'Try now',
  cancel: 'Cancel',
  clear: 'Clear the list',
  fold: 'Fold',
  unfold: 'Unfold',
  open: 'Open message',
  about: 'of {name}',
  states: {
    waiting: 'Waiting for its turn',
    interrupted: 'Connection lost. We will go on by ourselves.',
    busy: 'It is busy. We will go on by ourselves.',
    sending: 'Being sent: {percent}%',
    checking: 'Being checked',
    accepted: 'Accepted: {name}',
    rejected: 'Rejected',
    refused: 'Not accepted',
    failed: 'Did not arrive. The connection was lost. Nothing was stored. Try again.',
    cancelled: 'Cancelled. Nothing was stored.',
    unsure:
      'The file was sent, but we do not know yet whether it was accepted. Try again: the file then counts only once. Are you logged out? Then log in again first.',
    tooLarge: 'The file is too large. Split the data over more messages. The file was not sent.',
    unreadable:
      'Your computer cannot read the file any more. It was moved or changed. Choose it again. Nothing was stored.',
    unpacked: '{accepted} of {total} files in the zip accepted',
    ended: 'You are logged out. Log in again and then try again. Nothing was stored.',
  },
  summary: '{done} of {total} files done: {accepted} accepted, {other} not accepted.',
  progress: '{done} of {total} files delivered',
  leftOut: 'Left out: {count}. Of a folder only XML files and zips are taken.',
  cut: 'You can deliver at most {files, number} files at a time. The other files were left out.',
  more: 'And {count} more. Open the message to see everything.',
  position: 'Line {line}, column {column}',
  reference: 'Reference: {reference}',
  positionInside: 'Line {line}, column {column} of the message in the envelope',
  dropHere: 'Drop the files here to deliver them',
}

export const uploadWords: Copy<typeof dutchUploadWords> = {
  gone: 'This file is not there (any more). Deliver it again.',
  offset: 'The file does not go on at this place. Ask first how far it is.',
  version: 'This call names no version of the tus protocol that we know. The portal knows version 1.0.0.',
  tooLong: 'There are more bytes than the file may have.',
  locked: 'Another call writes to this file.',
  unfit: 'This call is not of the tus protocol as the portal knows it.',
  tooMany: 'Too many files are under way at once. Wait a moment.',
  incomplete: 'The file has not arrived completely yet.',
}

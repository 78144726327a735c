import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { zipWords as dutch } from '#/lib/platform/i18n/nl/berichten-zip.ts'

export const zipWords: Copy<typeof dutch> = {
  no_zip: 'This is no zip file that we can open. Nothing is stored. Pack the files again.',
  empty: 'There are no files in this zip file.',
  too_many: 'A zip may have at most {most} files. Nothing is stored. Spread the files over more zips.',
  unpacks_too_far: 'Unpacked, these files are too large together. Nothing is stored. Spread the files over more zips.',
  damaged: 'This file is damaged in the zip. Pack it again.',
  no_xml: 'This is no XML file. Only files with the extension .xml may be in the zip.',
  encrypted: 'This file is packed with a password. Pack it without a password.',
  link: 'This is a link, no file. Pack the file itself.',
  expands_too_far: 'Unpacked, this file becomes more than a hundred times as large. No message does that.',
}

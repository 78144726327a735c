import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { berichten as nl } from '#/lib/platform/i18n/nl/berichten.ts'

export const berichten: Copy<typeof nl> = {
  status: {
    ONTVANGEN: 'Being checked',
    AFGEKEURD: 'Rejected',
    IN_WACHTRIJ: 'Waiting to be sent',
    VERZONDEN: 'Sent',
    AFGELEVERD: 'Delivered',
    BEANTWOORD: 'Answered',
    KETENFOUT: 'Error from the chain',
    MISLUKT: 'Not sent',
    INGETROKKEN: 'Withdrawn',
    BESCHIKBAAR: 'Ready to fetch',
    OPGEHAALD: 'Fetched',
    DOORGESTUURD: 'Forwarded',
    VERLOPEN: 'Expired',
  },
  direction: { AANGELEVERD: 'Delivered', ONTVANGEN: 'Received' },
  api: {
    rejected: '{count, plural, one {1 error was found.} other {# errors were found.}} The file was not passed on.',
    duplicate: 'This message was delivered before',
    duplicateDetail:
      '{name} was delivered on {moment} and has not been withdrawn. Nothing was stored again. Withdraw the earlier message if you want to use this file.',
    tooLarge: 'The file is too large',
    tooLargeDetail:
      'A message may have at most {maximum, number} bytes. Split the data over more messages and deliver each of them. Nothing was stored.',
    digest: 'The file did not arrive intact',
    digestDetail: 'The content does not match the given Content-Digest. Nothing was stored. Deliver the file again.',
    keyReused: 'This Idempotency-Key was used for another file',
    keyReusedDetail: 'Nothing was stored. Use a new Idempotency-Key for each file.',
    uncheckable: 'We cannot check this file',
    uncheckableDetail:
      'The check does not succeed within the time and memory that one file may use. Nothing was stored. Make sure that you chose the right file.',
    rateLimited: 'You deliver faster than the portal can process',
    rateLimitedDetail: 'Nothing was stored. Try again in {seconds, plural, one {1 second} other {# seconds}}.',
    busy: 'The portal is too busy to check this file now',
    busyDetail: 'Nothing was stored. Try again in {seconds, plural, one {1 second} other {# seconds}}.',
    headers: {
      zip: 'Zip files are not accepted yet. Deliver each XML file by itself.',
      media_type: 'The file must be an XML file. Send it with Content-Type: application/xml.',
      encoding: 'Send the file without Content-Encoding.',
      file_name: 'X-Bestandsnaam is not encoded well. Use percent-encoding of UTF-8.',
      digest: 'Content-Digest must hold a sha-256, as in RFC 9530.',
      idempotency_key: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    },
    query: 'This filter has no valid value: {name}.',
    contentDeleted: 'The content of this message has been deleted, because its retention term is over.',
    contentForm: 'The content is available in this form only: bericht.',
    range: 'The requested part lies outside the file.',
    notWithdrawable: 'This message cannot be withdrawn (any more). That is possible only while it waits to be sent.',
    body: 'The body of this request is not valid JSON, or has an unknown field.',
  },
}

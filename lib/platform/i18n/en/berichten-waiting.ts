import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { waitingWords as dutch } from '#/lib/platform/i18n/nl/berichten-waiting.ts'

export const waitingWords: Copy<typeof dutch> = {
  title: 'Awaiting an answer',
  pageTitle: 'Awaiting an answer {product}',
  lead: {
    ons: 'Your municipality still has to answer these. The most pressing come first.',
    ander: 'The other side still has to answer these. The longest overdue come first.',
  },
  choose: 'Who has to answer',
  all: { ons: 'We have to answer', ander: 'The other side has to answer' },
  late: { ons: 'We are late', ander: 'The other side is late' },
  nothing: 'Nothing awaits an answer',
  nothingLate: 'Nothing is late',
  nothingText: {
    ons: 'When a message comes in that your municipality has to answer, it stands here.',
    ander: 'When you have delivered a message that the other side has to answer, it stands here.',
  },
  awaited: 'What is still to come',
  awaits: {
    RETOUR: 'Return message',
    BESLUIT: 'Decision on the request',
    EINDBESLUIT: 'Decision after investigation',
    DECLARATIE_ANTWOORD: 'Answer to the claim',
  },
  due: 'At the latest',
  unknownDay: 'Not known yet',
  today: 'Today',
  dueIn: '{count, plural, =0 {Before the next working day} one {1 working day left} other {# working days left}}',
  lateBy: '{count, plural, =0 {Late} one {1 working day late} other {# working days late}}',
  since: 'Delivered',
  pages: 'Pages of what awaits an answer',
  first: 'Start of the list',
  next: 'Next',
}

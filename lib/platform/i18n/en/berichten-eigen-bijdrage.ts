import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { eigenBijdrageWords as dutch } from '#/lib/platform/i18n/nl/berichten-eigen-bijdrage.ts'

export const eigenBijdrageWords: Copy<typeof dutch> = {
  title: 'Personal contribution',
  pageTitle: 'Personal contribution {product}',
  lead: 'Here you send the CAK files about the start and the stop of the personal contribution. You also fetch the answers of the CAK.',
  checks: {
    short: 'The portal checks only the envelope and the form of the file. It does not read the content.',
    more: 'See what is checked and what is not',
    title: 'What the portal checks',
    why: 'How these messages are built is not public. So the portal checks them less than other messages.',
    does: 'What the portal does check',
    doesItems: {
      envelope: 'The envelope: its form, the sender, the receiver and the reference number.',
      functie:
        'The functie: WMO405 and WMO407 go to the CAK, WMO406 and WMO408 come from the CAK. The receiver or sender is the CAK.',
      size: 'The size: at most 25 MB, with its envelope.',
      encoding: 'XML: well-formed, in UTF-8 and without a DOCTYPE.',
      duplicate: 'Whether you have delivered exactly the same file before.',
    },
    doesNot: 'What the portal does not check',
    doesNotItems: {
      content: 'Whether the content is right: people, dates and codes. The portal does not read the content.',
      text: 'What stands in a text file, and in which character set. A text file can only come in an envelope.',
      verdict: 'Whether the CAK approves of your file. The return message says so: fetch it and read it yourself.',
      term: 'Whether the CAK answers in time. No term is known.',
    },
    assumed:
      'Do you deliver a file without an envelope? Then the portal makes the envelope, with the CAK as the receiver and release {versie} of iEb: functieVersie {functieVersie} and functieSubversie {functieSubversie}. That the CAK expects those numbers in this form is an assumption.',
  },
  choice: {
    legend: 'What are you going to deliver?',
    hint: 'Choose this before you choose files. A file without an envelope does not say which message it is.',
    enveloped: 'Files with an envelope',
    envelopedNote: 'The envelope says which message it is.',
    WMO405: 'WMO405, start or stop of the personal contribution',
    WMO407: 'WMO407, start or stop of sheltered housing',
    bareNote: 'Files without an envelope.',
  },
  list: 'Messages from and for the CAK',
  shownLabel: 'What you see',
  shown: {
    alles: 'All',
    onbeantwoord: 'No answer yet',
    ophalen: 'To be fetched',
    fouten: 'Errors of the last 30 days',
  },
  empty: 'There is nothing about the personal contribution yet',
  emptyText: 'Deliver your first file above. Answers of the CAK appear here by themselves.',
  nothing: 'There is nothing here now',
  nothingText: 'Choose another group above, or look at all messages about the personal contribution.',
  all: 'Look at all',
  everywhere: 'Filter these messages among all messages of iWmo',
  detail:
    'This message is about the personal contribution. Only the envelope and the form of the file were checked, not the content: how that is built is not public.',
}

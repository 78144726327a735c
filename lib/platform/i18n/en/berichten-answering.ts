import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { answeringWords as dutch } from '#/lib/platform/i18n/nl/berichten-answering.ts'

export const answeringWords: Copy<typeof dutch> = {
  crumb: 'Answer',
  title: 'Answer {name}',
  lead: 'You choose the answer. The portal makes the message, checks it and delivers it.',
  busy: 'Delivering…',
  back: 'To the message',
  retour: {
    title: 'Return message {soort}',
    good: 'The portal has found no errors. The return message says that the message is in order.',
    refused:
      'The portal has found {count, plural, one {1 error} other {# errors}} in the content. The return message therefore rejects the whole message, with return code 0001.',
    found:
      'The portal has found {count, plural, one {something} other {# things}} beside earlier messages. You judge whether that is right: the portal knows only what was sent through the portal.',
    judgement: 'What is your judgement on the message?',
    judgements: { goed: 'The message is in order', afwijzen: 'We reject the message' },
    judgementNotes: {
      goed: 'The retourbericht then has no codes.',
      afwijzen:
        'With {count, plural, one {retourcode} other {retourcodes}} {codes}. A rejected message counts as not sent.',
    },
    only: 'A return message says only that the message arrived well. A decision on a request is given apart.',
    refusedNext: 'A rejected message counts as not sent. The provider sends a corrected one.',
    accept: 'Deliver the return message',
    refuse: 'Reject the message',
  },
  decision: {
    title: 'Answer to the request ({soort})',
    text: 'With this you reject a request, or say that you are looking into it. Do you grant it? Then deliver an assignment (301) with the reference of the request.',
    request: 'Which request?',
    only: 'Request',
    from: 'From {date}',
    waiting: 'Being looked into',
    answer: 'What is your answer?',
    answerHint: 'After a rejection you cannot give another answer to this request.',
    lookInto: 'We are looking into the request',
    lookIntoNote: 'This can be said once. You decide within 8 weeks after the date of the request.',
    refuse: 'We reject the request',
    reason: 'Reason for the rejection',
    reasonHint: 'Needed only when you reject.',
    noReason: 'Choose a reason',
    gemeente: 'Code of the municipality that is responsible',
    gemeenteHint: 'Four digits. Only with the reason woonplaatsbeginsel.',
    submit: 'Deliver the answer',
  },
  declaratie: {
    title: 'Answer to the claim ({soort})',
    about:
      'Claim {nummer} on {from} up to and including {until}: {amount} for {clients, plural, one {1 client} other {# clients}}.',
    faulty:
      'The portal has found {count, plural, one {1 error} other {# errors}} in the content. The answer therefore rejects the whole claim, with return code 0001.',
    judgement: 'What is your judgement?',
    judgements: {
      alles: 'We grant all of it',
      deel: 'We reject lines and grant the rest',
      geheel: 'We reject the whole claim',
    },
    lines: 'Lines that you reject',
    linesHint:
      'One line for each performance: the reference number, a space and the return code, such as P00042 9338. You can paste two columns from a spreadsheet.',
    codes: 'Return codes for lines',
    code: 'Return code for the whole claim',
    codeHint: 'Needed only when you reject the whole claim.',
    noCode: 'Choose a return code',
    submit: 'Deliver the answer',
    refuse: 'Reject the claim',
  },
  hindrances: {
    in_control: 'The content is still being scanned',
    infected: 'The content is deleted',
    deleted: 'The content is deleted',
    unreadable: 'No return message fits this message',
    opaque: 'This message takes no answer',
    not_asked: 'This message takes no answer',
    done: 'This message is answered',
  },
  hindranceTexts: {
    in_control: 'We are scanning the message for viruses. Then you can answer.',
    infected: 'There was a virus in the message. Ask the sender to send it again.',
    deleted: 'The retention period is over. You can still deliver an answer as a file.',
    unreadable:
      'The message has errors of form or schema, so it is not certain what it says. Tell the provider which errors the portal found.',
    opaque:
      'It is a return message of the CAK about the personal contribution. The portal does not read its content: how such a message is built is not public.',
    not_asked: 'A return message or an answer is itself the end of the exchange.',
    done: 'All that your municipality had to answer is delivered. You find the answers with the message.',
  },
  errors: {
    verzoek: 'Choose which request you answer.',
    antwoord: 'Choose your answer.',
    reden: 'Choose why you reject the request.',
    gemeente: 'Fill in the code of the responsible municipality: four digits.',
    gemeenteZonderReden: 'Leave the code of the municipality empty, or choose the reason woonplaatsbeginsel.',
    oordeel: 'Choose your judgement of the claim.',
    oordeelRetour: 'Choose your judgement on the message.',
    code: 'Choose the return code with which you reject the whole claim.',
    regels: 'Fill in which lines you reject, or choose another judgement.',
    tooMany: 'The list is too long. Deliver the answer as a file.',
    other: 'Refresh the page and try again.',
  },
  typed: {
    form: 'Line {line} cannot be read. Write the reference number, a space and a return code of four characters.',
    code: 'Line {line} has no return code that belongs to a performance or client. See the list of return codes.',
  },
  lines: {
    missing:
      '{count, plural, one {This reference number is} other {These reference numbers are}} not in the claim: {numbers}{more, plural, =0 {} other { and # more}}.',
    credit:
      '{count, plural, one {This is a credit line} other {These are credit lines}}: {numbers}{more, plural, =0 {} other { and # more}}. A credit line can only be rejected with 8017, 8021 or 9390.',
  },
  faults: {
    nothing_found: 'The portal has found nothing to reject this message with. Refresh the page.',
    already: 'This answer has been given already, by you or a colleague. Look at the message.',
    too_large:
      'The answer becomes too large to deliver. Nothing is stored. Reject fewer lines, or deliver the answer as files.',
    busy: 'It is too busy now to deliver the answer. Nothing is stored. Try again in a minute.',
    in_control: 'The message is still being scanned for viruses. Try again in a minute.',
    infected: 'There was a virus in the message. The content has been deleted.',
    deleted: 'The content of the message has meanwhile been deleted, because the retention period is over.',
    unreadable: 'This message cannot be read. The portal can make no answer to it.',
    opaque: 'The portal can make no answer to a message about the personal contribution.',
    not_asked: 'You cannot give this answer to this message.',
    decided: 'A decision on this request has been given already.',
    looked_into: 'You have said already that the request is being looked into. That can be said only once.',
  },
}

/** Sending to the chain: why it did not work, and sending again. */
export const sendingWords = {
  title: 'Sending to the chain',
  failures: {
    unreachable: 'The chain cannot be reached.',
    certificate: 'There was no secure connection with the chain: a certificate is not right.',
    timeout: 'The chain did not answer in time.',
    broken: 'The connection with the chain broke off.',
    http: 'The chain is out of order.',
    fault: 'The chain could not take the message in now.',
    refused: 'The chain refused the message. As it is, it will not be accepted.',
    unreadable: 'The chain gave an answer that is none.',
    other: 'The chain confirmed another message.',
    'not-connected': 'The agreements of the municipality are not in force. Until they are, nothing leaves.',
    own: 'The portal could not send the message because of a fault of its own.',
    'no-envelope':
      'The portal does not know the message that this return message answers. Deliver it in an envelope with the reference number of that message.',
    'no-content': 'The content of this message is no longer there.',
  },
  code: 'Code: {code}',
  tries: '{count, plural, one {1 try} other {# tries}} made. We try again by ourselves, on {moment}.',
  waits: 'This message waits for its turn.',
  given: 'After {count, plural, one {1 try} other {# tries}} sending has stopped.',
  forward: {
    title: 'Forwarding to your software',
    tries:
      '{count, plural, one {1 try} other {# tries}} made. We try again by ourselves, on {moment}. You can also fetch the message here.',
    given: 'After {count, plural, one {1 try} other {# tries}} forwarding has stopped. Fetch the message here.',
  },
  nothing: 'You need not do anything. Nothing gets lost and nothing is sent twice.',
  again: {
    button: 'Send again',
    title: 'Send message again',
    lead: '{name} goes to the chain once more, with the same reference number. So the receiver never gets it twice.',
    fault:
      'The chain refused this message. Send it again only when the cause is gone: when the content is wrong, deliver a corrected message.',
    submit: 'Send now',
    busy: 'Sending…',
    done: 'The message is ready to be sent again.',
    errors: {
      not_resendable: 'This message cannot be sent again. It is under way, has arrived or was withdrawn.',
      duplicate: 'The same message was delivered again afterwards. This one need not be sent any more.',
      content_gone: 'The content of this message was deleted. Deliver the file again.',
      other: 'Refresh the page and try again.',
    },
  },
} as const

/** The codes of the list of StUF-GGk 2.1 patch 04, of 2018. */
export const fo01In2018 = {
  StUF055: {
    uitleg: 'The message or the envelope does not fit the schema of the standard.',
    herstel: 'Correct the message and deliver it again. Ask your software supplier if needed.',
  },
  IB002: {
    uitleg: 'The organisation on the envelope may not send or receive this message.',
    herstel: 'Contact the service desk.',
  },
  IB007: {
    uitleg: 'With its envelope the message is larger than 25 MB.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  IB009: {
    uitleg: 'A reference number on the envelope is not a UUID of version 4.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  IB101: {
    uitleg: 'No valid connection (CPA) is set up for the receiver and this message type.',
    herstel: 'Contact the service desk.',
  },
  IB102: {
    uitleg: 'The hub does not know where this message should go: no route is set up.',
    herstel: 'Contact the service desk.',
  },
  IB103: {
    uitleg: 'This message type is blocked for a while, for example around a new version of the standard.',
    herstel: 'Wait until the message type is open again and then send the message again. You need not change it.',
  },
  IB210: {
    uitleg: 'The hub does not know the organisation to which the message is addressed.',
    herstel: 'Check the code of the receiver. If it is right, contact the service desk.',
  },
  IB213: {
    uitleg: 'The hub does not know the organisation that sends the message.',
    herstel: 'Check the code of the sender. If it is right, contact the service desk.',
  },
  IB216: {
    uitleg: 'This sender used the reference number of the envelope before.',
    herstel: 'Deliver the message again. The portal then gives it a new reference number.',
  },
  IB234: {
    uitleg: 'The organisation on the envelope may not send or receive this message type.',
    herstel: 'Check that the message is addressed to the right organisation. If so, contact the service desk.',
  },
  IB240: {
    uitleg: 'The kind of envelope (Di01 or Du01) does not fit this message type.',
    herstel:
      'If you deliver envelopes, use Du01 for a return message and Di01 for every other message. Otherwise contact the service desk.',
  },
  IB798: {
    uitleg: 'The version of the envelope is another than agreed with the hub.',
    herstel: 'Check the version in the settings. Contact the service desk if needed.',
  },
  RIN001: {
    uitleg: 'The envelope does not fit the schema of StUF-GGk.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  BRS02: {
    uitleg: 'Whoever handed the message to VECOZO does not have the role for it.',
    herstel: 'Contact the service desk.',
  },
  BRS03: {
    uitleg: 'The sender has given VECOZO no permission for sending in its name.',
    herstel: 'Contact the service desk.',
  },
  BRS04: {
    uitleg: 'The provider is not connected to VECOZO, or the AGB code is wrong.',
    herstel:
      'Check the AGB code of the provider. If it is right, ask the provider to check the connection with VECOZO.',
  },
  BRS05: {
    uitleg: 'The provider is not connected to VECOZO for this message type.',
    herstel: 'Ask the provider whether the connection with VECOZO covers these messages.',
  },
  BRS06: {
    uitleg: 'The provider has given no permission for receiving in its name.',
    herstel: 'Ask the provider to give VECOZO permission for whoever receives in its name.',
  },
  CC02: {
    uitleg: 'The message does not fit the schema of the standard.',
    herstel: 'Correct the message and deliver it again. Ask your software supplier if needed.',
  },
  CC03: {
    uitleg: 'The file is larger than 25 MB.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  CC04: {
    uitleg: 'The reference number of the envelope is not a UUID of version 4.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  CC06: {
    uitleg: 'The name or the version of the software is missing on the envelope.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  CC08: {
    uitleg: 'This sender used the reference number before.',
    herstel: 'Deliver the message again. The portal then gives it a new reference number.',
  },
  CC11: {
    uitleg: 'An answer to this claim was received before.',
    herstel: 'Check whether you already sent this answer. The earlier answer stands.',
  },
} as const

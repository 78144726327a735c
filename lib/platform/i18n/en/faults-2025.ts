/** The codes of the list of November 2025, in force. */
export const fo01In2025 = {
  IB001: {
    uitleg: 'The envelope or the message does not fit the schema of the standard.',
    herstel: 'Correct the message and deliver it again. Ask your software supplier if needed.',
  },
  IB002: {
    uitleg: 'The sending organisation may not use the hub.',
    herstel: 'Contact the service desk.',
  },
  IB003: {
    uitleg: 'With its envelope the message is larger than 25 MB.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  IB004: {
    uitleg: 'The message type on the envelope does not exist.',
    herstel: 'Check which message you delivered. Ask your software supplier if needed.',
  },
  IB005: {
    uitleg: 'The hub does not know the municipality code on the envelope.',
    herstel: 'Check the municipality code. If it is right, contact the service desk.',
  },
  IB006: {
    uitleg: 'The sending system may not send this message type.',
    herstel: 'Contact the service desk.',
  },
  IB007: {
    uitleg: 'The organisation on the envelope may not send or receive this message type.',
    herstel: 'Check that the message is addressed to the right organisation. If so, contact the service desk.',
  },
  IB008: {
    uitleg: 'Whoever handed the message to VECOZO does not have the role for it.',
    herstel: 'Contact the service desk.',
  },
  IB009: {
    uitleg: 'Whoever handed the message to VECOZO has no permission from the sender.',
    herstel: 'Contact the service desk.',
  },
  IB010: {
    uitleg: 'The provider is not connected to VECOZO, or the AGB code is wrong.',
    herstel:
      'Check the AGB code of the provider. If it is right, ask the provider to check the connection with VECOZO.',
  },
  IB011: {
    uitleg: 'The provider is not connected to VECOZO for this message type.',
    herstel: 'Ask the provider whether the connection with VECOZO covers these messages.',
  },
  IB012: {
    uitleg: 'The message itself is larger than 25 MB.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  IB013: {
    uitleg: 'A virus was found in the message. The file was removed.',
    herstel: 'Have your computer and software checked. Then make the message again and deliver it.',
  },
  IB014: {
    uitleg: 'The message does not fit the schema of the standard.',
    herstel: 'Correct the message and deliver it again. Ask your software supplier if needed.',
  },
  IB015: {
    uitleg: 'Real personal data are not allowed in the test environment of the chain.',
    herstel: 'In the test environment, use only citizen service numbers of the test range.',
  },
  IB016: {
    uitleg: 'The reference number of the envelope was used before.',
    herstel: 'Deliver the message again. The portal then gives it a new reference number.',
  },
  IB017: {
    uitleg: 'The software details on the envelope are missing or wrong.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  IB018: {
    uitleg: 'The software details on the envelope are missing or wrong.',
    herstel: 'If you deliver envelopes, ask your software supplier. Otherwise contact the service desk.',
  },
  IB019: {
    uitleg: 'An answer to this claim was received before.',
    herstel: 'Check whether you already sent this answer. The earlier answer stands.',
  },
  IB020: {
    uitleg: 'An answer to this claim was received before.',
    herstel: 'Check whether you already sent this answer. The earlier answer stands.',
  },
  IB021: {
    uitleg: 'The answer does not say which claim it answers.',
    herstel: 'Check that the message names the claim that you answer, and deliver it again.',
  },
  IB022: {
    uitleg: 'The answer does not say which claim it answers.',
    herstel: 'Check that the message names the claim that you answer, and deliver it again.',
  },
  IB023: {
    uitleg: 'This message type is not switched on for the receiver.',
    herstel: 'Ask the receiver when these messages are accepted again, and then send the message again.',
  },
  IB901: {
    uitleg: 'The zip file is not valid.',
    herstel: 'Deliver the XML file itself, or make the zip file again.',
  },
  IB902: {
    uitleg: 'The zip file holds too many files.',
    herstel: 'Divide the files over more zip files.',
  },
  IB903: {
    uitleg: 'The zip file is protected with a password.',
    herstel: 'Make a zip file without a password.',
  },
  IB904: {
    uitleg: 'The zip file holds a file that is larger than 25 MB.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  IB905: {
    uitleg: 'The zip file is empty or holds too few files.',
    herstel: 'Deliver the XML file itself, or make the zip file again.',
  },
} as const

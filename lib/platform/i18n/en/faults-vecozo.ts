/** The codes with which VECOZO refuses what is handed in. */
export const vecozo = {
  BRS01: {
    uitleg: 'VECOZO does not know the sender.',
    herstel: 'Check the code of the sender. If it is right, contact the service desk.',
  },
  BRS02: {
    uitleg: 'Whoever handed the message to VECOZO does not have the role for this message type.',
    herstel: 'Contact the service desk.',
  },
  BRS03: {
    uitleg: 'Whoever handed the message to VECOZO is not authorised by the sender.',
    herstel: 'Contact the service desk.',
  },
  BRS04: {
    uitleg: 'The provider is not connected to VECOZO.',
    herstel:
      'Check the AGB code of the provider. If it is right, ask the provider to check the connection with VECOZO.',
  },
  BRS05: {
    uitleg: 'The provider is not connected to VECOZO for the law that this message is about.',
    herstel: 'Ask the provider whether the connection with VECOZO covers these messages.',
  },
  BRS06: {
    uitleg: 'The message is too large.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  BRS12: {
    uitleg: 'A virus was found in the message.',
    herstel: 'Have your computer and software checked. Then make the message again and deliver it.',
  },
  BRS13: {
    uitleg: 'The message does not fit the schema of the standard.',
    herstel: 'Correct the message and deliver it again. Ask your software supplier if needed.',
  },
  BRS14: {
    uitleg: 'The message is not valid XML.',
    herstel: 'Make the message again and deliver it. Ask your software supplier if needed.',
  },
  BRS15: {
    uitleg: 'The zip file is not valid.',
    herstel: 'Deliver the XML file itself, or make the zip file again.',
  },
  BRS16: {
    uitleg: 'The zip file holds too many files.',
    herstel: 'Divide the files over more zip files.',
  },
  BRS17: {
    uitleg: 'The zip file is protected with a password.',
    herstel: 'Make a zip file without a password.',
  },
  BRS18: {
    uitleg: 'Real personal data are not allowed in a test environment.',
    herstel: 'In the test environment, use only citizen service numbers of the test range.',
  },
  BRS19: {
    uitleg: 'The zip file holds a file that is too large.',
    herstel: 'Divide the data over more messages and deliver each of them.',
  },
  BRS20: {
    uitleg: 'The identification of the message was used before.',
    herstel: 'Give the message a new identification and deliver it again.',
  },
  BRS21: {
    uitleg: 'The zip file holds too few files.',
    herstel: 'Deliver the XML file itself, or make the zip file again.',
  },
  BRS28: {
    uitleg: 'The message does not follow the rules of the standard.',
    herstel: 'Look at the findings of the message. Correct it and deliver it again.',
  },
  BRS29: {
    uitleg: 'The zip file holds folders.',
    herstel: 'Make a zip file without folders.',
  },
  BRS33: {
    uitleg: 'VECOZO cannot deliver the message: there is no route to the provider.',
    herstel: 'Ask the provider to check the connection with VECOZO.',
  },
  BRS114: {
    uitleg: 'The mark by which VECOZO follows the message was used before.',
    herstel: 'Deliver the message again. The portal then gives it a new reference number.',
  },
} as const

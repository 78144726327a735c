/** What is wrong with the envelope round a bericht (StUF-GGk), and what to do. */
export const envelopeFindings = {
  omvang: {
    melding: 'The envelope around the message is too large. This cannot be an ordinary envelope.',
    herstel: 'Check that you chose the right file. Ask your software supplier if needed.',
  },
  soort: {
    melding: 'This file looks like an envelope, but it is not a Di01, Du01 or Fo01.',
    herstel: 'Deliver the message itself, or an envelope that starts with an element of StUF-GGk 2.1.',
  },
  genest: {
    melding: 'The envelope holds another envelope, and not the message itself.',
    herstel: 'Put the message in one envelope, or deliver only the message. The portal then makes the envelope.',
  },
  foutbericht: {
    melding: 'This is an error message (Fo01). It holds no message.',
    herstel: 'Deliver the message itself, or an envelope Di01 or Du01 with a message in it.',
  },
  geenInhoud: {
    melding: 'The envelope is empty: there is no message in it.',
    herstel: 'Make the envelope again with the message in it, or deliver only the message.',
  },
  meerInhoud: {
    melding: 'The envelope holds more than one message.',
    herstel: 'Put each message in an envelope of its own.',
  },
  codering: {
    melding: 'The content of the envelope is not valid base64 at this place.',
    herstel: 'Make the envelope again, or deliver only the message. Ask your software supplier if needed.',
  },
  zender: {
    melding: 'This envelope is not from your municipality. Its sender should be your municipality code {verwacht}.',
    herstel: 'Check that you chose the right file, and that your software uses the right municipality code.',
  },
  ontvanger: {
    melding: 'This envelope is not addressed to your municipality. Its receiver should be {verwacht}.',
    herstel: 'Ask the sender to send the message to the right municipality.',
  },
  functieOnbekend: {
    melding: 'The functie on the envelope is not a message that exists.',
    herstel: 'Put the name of the message in functie, for example WMO301.',
  },
  functieEnvelop: {
    melding: 'A {functie} belongs in an envelope {verwacht}. This envelope is a {gevonden}.',
    herstel: 'Use Du01 for a return message and Di01 for every other message.',
  },
  functieInhoud: {
    melding: 'The envelope names another functie than the message in it: {berichtsoort}.',
    herstel: 'Put {berichtsoort} in functie, or put the right message in the envelope.',
  },
  functieVersie: {
    melding: 'The envelope names another version than that of the message: {versie}. The message is accepted.',
    herstel: 'Put {functieVersie} in functieVersie and {functieSubversie} in functieSubversie.',
  },
  ontvangerCak: {
    melding: 'A {functie} is about the personal contribution and is for the CAK. The envelope names another receiver.',
    herstel: 'Put CAK on the envelope as the receiver, or check whether you chose the right functie.',
  },
  zenderCak: {
    melding:
      'A {functie} is about the personal contribution and comes from the CAK. The envelope names another sender.',
    herstel: 'Ask the sender to check the envelope.',
  },
  tekstBestand: {
    melding: 'This envelope holds a text file. That is only allowed in an envelope from or for the CAK or the CBS.',
    herstel: 'Put a message of iWmo or iJw in xmlBestand.',
  },
  ontvangerInhoud: {
    melding: 'The receiver on the envelope is another than the provider in the message.',
    herstel: 'Check whom the message is for. Put the same code on the envelope and in the message.',
  },
  zenderInhoud: {
    melding: 'The sender on the envelope is another than the provider in the message.',
    herstel: 'Ask the sender to send the message again, with the same code on the envelope and in the message.',
  },
  ontbreekt: {
    melding: 'On the envelope the required element {element} is missing in {ouder}.',
    herstel: 'Add {element} at this place.',
  },
  volgorde: {
    melding: 'On the envelope {element} is at the wrong place in {ouder}. First comes {verwacht}.',
    herstel: 'Put the elements of {ouder} in the order of StUF-GGk 2.1.',
  },
  teVaak: {
    melding: 'On the envelope {element} is in {ouder} more than once.',
    herstel: 'Keep {element} once.',
  },
  onbekend: {
    melding: 'On the envelope {element} is in {ouder}. It does not belong there.',
    herstel: 'Remove {element}, or check how it is written. Allowed here: {verwacht}.',
  },
  naamruimte: {
    melding: 'The element {element} of the envelope has the wrong namespace.',
    herstel: 'Ask your software supplier to put {element} in namespace {verwacht}.',
  },
  tekst: {
    melding: 'On the envelope there is loose text in {element}. Only other elements are allowed there.',
    herstel: 'Remove the text, or put it in the element where it belongs.',
  },
  attribuut: {
    melding: 'The element {element} of the envelope has an attribute {attribuut}. That is not allowed.',
    herstel: 'Remove the attribute. Ask your software supplier if needed.',
  },
  attribuutOntbreekt: {
    melding: 'The required attribute {attribuut} is missing at {element}.',
    herstel: 'Add {attribuut} to {element}.',
  },
  attribuutVorm: {
    melding: 'The attribute {attribuut} of {element} does not have the right form.',
    herstel: 'Use 4 to 255 letters, digits, full stops, hyphens or underscores, without spaces.',
  },
  nil: {
    melding: 'The element {element} of the envelope is marked empty with {attribuut}. That is not allowed.',
    herstel: 'Fill {element}, or leave the element out if it is not required.',
  },
  kindInWaarde: {
    melding: 'On the envelope there is another element in {element}: {kind}. Only a value belongs there.',
    herstel: 'Take {kind} out of {element}.',
  },
  leeg: {
    melding: 'The element {element} of the envelope is empty or too short.',
    herstel: 'Fill {element}, or leave the element out if it is not required.',
  },
  teLang: {
    melding: 'The value of {element} on the envelope is too long. At most {maximum, number} characters are allowed.',
    herstel: 'Shorten the value of {element}.',
  },
  code: {
    melding: 'The value of {element} on the envelope is not one that is allowed there.',
    herstel: 'Use one of these values: {codes}.',
  },
  vast: {
    melding: 'On the envelope {element} must always be {verwacht}.',
    herstel: 'Put {verwacht} in {element}.',
  },
  vorm: {
    melding:
      'The value of {element} on the envelope does not have the right form. It should be {element, select, organisatie {a municipality code of 4 digits, an AGB code of 8 digits or the name of a body such as CAK} referentienummer {a UUID version 4 in lower case} crossRefnummer {a UUID version 4 in lower case} tijdstipBericht {a moment of 8 to 17 digits, such as 20250131093000} other {a number of exactly 4 digits}}.',
    herstel: 'Correct the value of {element}. Ask your software supplier if needed.',
  },
  overig: {
    melding: 'The envelope is not made up at this place as StUF-GGk 2.1 demands.',
    herstel: 'Make the envelope again, or deliver only the message. Ask your software supplier if needed.',
  },
} as const

import type { Copy } from '#/lib/platform/i18n/copy.ts'
import { assignedRules } from '#/lib/platform/i18n/en/findings-assigned-rules.ts'
import { businessRules } from '#/lib/platform/i18n/en/findings-business-rules.ts'
import { conditions } from '#/lib/platform/i18n/en/findings-conditions.ts'
import { constraints } from '#/lib/platform/i18n/en/findings-constraints.ts'
import { envelopeFindings } from '#/lib/platform/i18n/en/findings-envelope.ts'
import { sequenceRules } from '#/lib/platform/i18n/en/findings-sequence-rules.ts'
import { technicalRules } from '#/lib/platform/i18n/en/findings-technical-rules.ts'
import type { findings as nl } from '#/lib/platform/i18n/nl/findings.ts'

export const findings: Copy<typeof nl> = {
  GROOTTE: {
    algemeen: {
      melding: 'This file is too large. A message may not be larger than {maximum, number} bytes.',
      herstel: 'Divide the data over more messages and deliver each of them separately.',
    },
  },
  VIRUS: {
    algemeen: {
      melding: 'The file contains a virus and has been deleted.',
      herstel: 'Contact the IT department of your municipality, or ask the sender for a clean file.',
    },
  },
  BRS18: {
    algemeen: {
      melding:
        'There is a real citizen service number in this message. This is the test environment: nobody who exists may be in it.',
      herstel: 'Use test numbers only, from 999900006 up to and including 999999990.',
    },
  },
  IB103: {
    uitgezet: {
      melding: 'Your own municipality has switched message type {soort} off. That is why the message was not accepted.',
      herstel:
        'Ask the product administrator of your municipality whether this type can be switched on again, at the settings. Deliver the message again after that.',
    },
  },
  BOM: {
    algemeen: {
      melding: 'The file starts with an invisible character: a byte order mark (BOM). That is not allowed.',
      herstel: 'Save the file as UTF-8 without BOM. Ask your software supplier if needed.',
    },
  },
  CODERING: {
    anders: {
      melding: 'The file is not saved as UTF-8, but as UTF-16 or UTF-32.',
      herstel: 'Save the file as UTF-8 without BOM. Ask your software supplier if needed.',
    },
    teken: {
      melding: 'There is a character here that is not UTF-8.',
      herstel: 'Save the file as UTF-8 without BOM. Ask your software supplier if needed.',
    },
    verklaring: {
      melding: 'The first line of the file names another character encoding than UTF-8.',
      herstel: 'Save the file as UTF-8 and name that encoding in the first line.',
    },
  },
  REGELEINDE: {
    algemeen: {
      melding: 'This line does not end with the characters CR LF. The message is accepted nevertheless.',
      herstel: 'Ask your software supplier to end lines with CR LF (rule OP192).',
    },
  },
  DOCTYPE: {
    algemeen: {
      melding: 'The file contains a DOCTYPE. For safety that is not allowed.',
      herstel: 'Remove the DOCTYPE. A message of iWmo or iJw never needs one.',
    },
  },
  NIET_WELGEVORMD: {
    leeg: {
      melding: 'The file is empty.',
      herstel: 'Check that you chose the right file, and make it again if needed.',
    },
    geenXml: {
      melding: 'This is not an XML file.',
      herstel: 'Choose the XML file that your software made for this message.',
    },
    afgekapt: {
      melding: 'The file ends too early at this place. It was probably not saved completely.',
      herstel: 'Make the file again and deliver it after that.',
    },
    sluittag: {
      melding: 'The element {element} of line {geopend} is closed at this place with {gevonden}.',
      herstel: 'Close each element with its own name. Ask your software supplier if needed.',
    },
    teken: {
      melding: 'There is a character here that XML does not allow.',
      herstel: 'Remove the character. Ask your software supplier if needed.',
    },
    entiteit: {
      melding: 'There is an ampersand (the and sign) here that is not written as an ordinary character.',
      herstel: 'Write an ampersand in XML as &amp;. Do not use abbreviations of your own.',
    },
    naamruimte: {
      melding: 'An element here uses a prefix that the file explains nowhere.',
      herstel: 'Ask your software supplier to bind every prefix in the message to a namespace.',
    },
    attribuut: {
      melding: 'An attribute here is not written properly.',
      herstel: 'Remove the attribute. A message of iWmo or iJw has no attributes.',
    },
    diepte: {
      melding: 'The elements here stand too deep inside each other.',
      herstel: 'Check that you chose the right file, and make it again if needed.',
    },
    teLang: {
      melding: 'A text or name here is too long to read.',
      herstel: 'Check that you chose the right file, and make it again if needed.',
    },
    naEinde: {
      melding: 'There is more in the file after the end of the message.',
      herstel: 'Put exactly one message in each file.',
    },
    overig: {
      melding: 'The file is not valid XML at this place.',
      herstel: 'Make the file again. If that does not help, ask your software supplier.',
    },
  },
  ENVELOP: envelopeFindings,
  ONBEKENDE_VERSIE: {
    versie: {
      melding: 'This message {berichtsoort} is of version {gevonden}. The portal works with version {versies}.',
      herstel: 'Make the message again in version {versies}. Ask your software supplier if needed.',
    },
    bericht: {
      melding: 'Message {berichtsoort} does not exist in version {gevonden}.',
      herstel: 'Check that you chose the right file. Ask your software supplier if needed.',
    },
    geenBericht: {
      melding: 'This is not a message of iWmo or iJw that the portal knows (version {versies}).',
      herstel:
        'Check that you chose the right file. Is it a file for the CAK without an envelope? Deliver it at the tab Personal contribution of iWmo and choose there which message it is.',
    },
  },
  BERICHTCODE: {
    algemeen: {
      melding: 'The BerichtCode does not fit this message. To {berichtsoort} belongs {verwacht}.',
      herstel: 'Put {verwacht} in BerichtCode, or make the message again if you meant another message.',
    },
    eigenBijdrage: {
      melding: 'This is a {berichtsoort}, not a {verwacht}.',
      herstel: 'Deliver a {berichtsoort} at the tab Messages, or choose the right file.',
    },
  },
  VERKEERD_PRODUCT: {
    algemeen: {
      melding:
        'This is a message of {gevonden, select, iwmo {iWmo} other {iJw}} ({berichtsoort}). You are delivering at {verwacht, select, iwmo {iWmo} other {iJw}}.',
      herstel: 'Deliver this file at Berichten {gevonden, select, iwmo {iWmo} other {iJw}}.',
    },
  },
  VERKEERDE_RICHTING: {
    aangeleverd: {
      melding: 'A gemeente does not send {berichtsoort} ({naam}). This message goes from the provider to the gemeente.',
      herstel: 'Check that you chose the right file. You fetch received messages in the portal.',
    },
    ontvangen: {
      melding:
        'A gemeente does not receive {berichtsoort} ({naam}). This message goes from the gemeente to the provider.',
      herstel: 'Ask the sender for the right message.',
    },
  },
  VERKEERDE_AFZENDER: {
    algemeen: {
      melding: 'This message is not of your gemeente. {element} should hold your gemeentecode {verwacht}.',
      herstel: 'Check that you chose the right file, and that your software uses the right gemeentecode.',
    },
    retour: {
      melding:
        'This retourbericht is not of your gemeente. {element} should hold your gemeentecode {verwacht}, as in the message that it answers.',
      herstel: 'Copy Afzender and Ontvanger from the message that this retourbericht answers.',
    },
  },
  XSD: {
    ontbreekt: {
      melding: 'In {ouder} the required element {element} is missing.',
      herstel: 'Add {element} at this place.',
    },
    volgorde: {
      melding: 'In {ouder}, {element} stands in the wrong place. First comes {verwacht}.',
      herstel: 'Put the elements of {ouder} in the order of the standard.',
    },
    teVaak: {
      melding: 'In {ouder}, {element} stands more than once.',
      herstel: 'Leave one {element}.',
    },
    onbekend: {
      melding: 'In {ouder} stands {element}. That element does not belong here.',
      herstel: 'Remove {element}, or check how it is spelled. Allowed here: {verwacht}.',
    },
    naamruimte: {
      melding: 'The element {element} in {ouder} has the wrong namespace.',
      herstel: 'Ask your software supplier to put {element} in namespace {verwacht}.',
    },
    tekst: {
      melding: 'There is loose text in {element}. Only other elements may stand there.',
      herstel: 'Remove the text, or put it in the element where it belongs.',
    },
    attribuut: {
      melding: 'The element {element} has an attribute {attribuut}. That is not allowed.',
      herstel: 'Remove the attribute. A message of iWmo or iJw has no attributes.',
    },
    nil: {
      melding: 'The element {element} is marked as empty with {attribuut}. That is not allowed.',
      herstel: 'Fill {element}, or leave the element out when it is not required.',
    },
    wortel: {
      melding: 'The message starts with {element}. It must start with {verwacht}.',
      herstel: 'Make the message again. Ask your software supplier if needed.',
    },
    kindInWaarde: {
      melding: 'There is another element in {element}: {kind}. Only a value belongs here.',
      herstel: 'Take {kind} out of {element}.',
    },
    leeg: {
      melding: 'The element {element} is empty.',
      herstel: 'Fill {element}, or leave the element out when it is not required.',
    },
    teLang: {
      melding:
        'The value of {element} is too long: {lengte, number} characters. At most {maximum, number} are allowed.',
      herstel: 'Shorten the value of {element}.',
    },
    code: {
      melding: 'The code in {element} is not in the code list of the standard.',
      herstel: 'Use a code of the list{codes, select, none {} other {: {codes}}}. The list has {aantal, number} codes.',
    },
    getal: {
      melding: 'In {element} belongs a whole number, with digits only.',
      herstel: 'Write only digits in {element}, without point, comma or space. Amounts are in eurocents.',
    },
    bereik: {
      melding: 'The number in {element} is too small or too large.',
      herstel: 'Use a number from {minimum, number} to {maximum, number} in {element}.',
    },
    datum: {
      melding: 'In {element} belongs an existing date, written as year-month-day.',
      herstel: 'Write the date like 2025-01-31.',
    },
    datumTijdzone: {
      melding: 'The date in {element} has a time zone. That is not allowed (rule RS032).',
      herstel: 'Write only the date, like 2025-01-31, without Z or hours behind it.',
    },
    tijd: {
      melding: 'In {element} belongs an existing time, written as hours:minutes:seconds.',
      herstel: 'Write the time like 09:30:00.',
    },
    tijdTijdzone: {
      melding: 'The time in {element} has a time zone. That is not allowed.',
      herstel: 'Write only the time, like 09:30:00, without Z or hours behind it.',
    },
    vast: {
      melding: 'In this message, {element} is always {verwacht}.',
      herstel: 'Put {verwacht} in {element}.',
    },
    vorm: {
      melding:
        'The value of {element} does not have the right form. Expected: {vorm, select, LDT_AgbCode {exactly 8 digits} LDT_BurgerServicenummer {exactly 9 digits} LDT_Gemeente {exactly 4 digits} LDT_Telefoonnummer {digits only} LDT_Voorletters {letters only, without points and spaces} LDT_IdentificatieDeclaratie {letters and digits only} LDT_Versie {three numbers with points between them} other {characters on one line, and not only spaces}}.',
      herstel: 'Correct the value of {element}.',
    },
    overig: {
      melding: 'The message does not fit the schema of the standard at this place.',
      herstel: 'Make the message again. If that does not help, ask your software supplier.',
    },
  },
  REGEL: {
    algemeen: {
      melding: 'At this place the message does not keep rule {code} of the standard.',
      herstel: 'Look the rule up with the owner of the standard, or ask your software supplier.',
    },
  },
  ...technicalRules,
  ...sequenceRules,
  ...assignedRules,
  ...conditions,
  ...constraints,
  ...businessRules,
}

/** Delivering files: the place where they are handed over, and the way of each. */
export const deliveryWords = {
  title: 'Bestanden aanleveren',
  text: 'Sleep XML-bestanden, een zip of een map naar deze pagina, of kies ze. U ziet meteen per bestand of het is aangenomen.',
  textPlain:
    'Kies een of meer XML-bestanden, of een zip. U ziet daarna per bestand of het is aangenomen. Hoogstens {files} bestanden tegelijk.',
  inactive: 'Uw gemeente heeft uitgezet: {soorten}',
  inactiveText:
    'Deze berichtsoorten nemen wij niet aan. Uw Productbeheerder kan ze weer aanzetten bij de instellingen.',
  label: 'Kies bestanden',
  labelFolder: 'Kies een map',
  submit: 'Aanleveren',
  dock: 'Voortgang van het aanleveren',
  listLabel: 'Aangeleverde bestanden',
  retry: 'Probeer opnieuw',
  tryNow: 'Probeer nu',
  cancel: 'Annuleren',
  clear: 'Lijst leegmaken',
  fold: 'Inklappen',
  unfold: 'Uitklappen',
  open: 'Open bericht',
  about: 'van {name}',
  states: {
    waiting: 'Wacht op zijn beurt',
    interrupted: 'Verbinding verbroken. Wij gaan vanzelf verder.',
    busy: 'Het is druk. Wij gaan vanzelf verder.',
    sending: 'Wordt verstuurd: {percent} %',
    checking: 'Wordt gecontroleerd',
    accepted: 'Aangenomen: {name}',
    rejected: 'Afgekeurd',
    refused: 'Niet aangenomen',
    failed: 'Niet aangekomen. De verbinding is verbroken. Er is niets opgeslagen. Probeer het opnieuw.',
    cancelled: 'Geannuleerd. Er is niets opgeslagen.',
    unsure:
      'Het bestand is verstuurd, maar wij weten nog niet of het is aangenomen. Probeer het opnieuw: het bestand telt dan maar één keer. Bent u uitgelogd? Log dan eerst opnieuw in.',
    tooLarge: 'Het bestand is te groot. Verdeel de gegevens over meer berichten. Het bestand is niet verstuurd.',
    unreadable:
      'Uw computer kan het bestand niet meer lezen. Het is verplaatst of gewijzigd. Kies het opnieuw. Er is niets opgeslagen.',
    unpacked: '{accepted} van {total} bestanden in de zip aangenomen',
    ended: 'U bent uitgelogd. Log opnieuw in en probeer het dan opnieuw. Er is niets opgeslagen.',
  },
  summary: '{done} van {total} bestanden klaar: {accepted} aangenomen, {other} niet aangenomen.',
  progress: '{done} van {total} bestanden aangeleverd',
  leftOut: 'Niet meegenomen: {count}. Uit een map gaan alleen XML-bestanden en zips mee.',
  cut: 'U kunt hoogstens {files, number} bestanden tegelijk aanleveren. De andere bestanden zijn niet meegenomen.',
  more: 'En nog {count} andere. Open het bericht om alles te zien.',
  position: 'Regel {line}, kolom {column}',
  reference: 'Referentie: {reference}',
  positionInside: 'Regel {line}, kolom {column} van het bericht in de envelop',
  dropHere: 'Laat de bestanden hier los om ze aan te leveren',
} as const

/** A file that comes in parts: what software is told. */
export const uploadWords = {
  gone: 'Dit bestand is er niet (meer). Lever het opnieuw aan.',
  offset: 'Het bestand gaat niet verder op deze plaats. Vraag eerst op hoever het is.',
  version: 'Deze oproep noemt geen versie van het tus-protocol die wij kennen. Het portaal kent versie 1.0.0.',
  tooLong: 'Er komen meer bytes dan het bestand mag hebben.',
  locked: 'Een andere oproep schrijft aan dit bestand.',
  unfit: 'Deze oproep past niet in het tus-protocol zoals het portaal het kent.',
  tooMany: 'Er zijn te veel bestanden tegelijk onderweg. Wacht even.',
  incomplete: 'Het bestand is nog niet helemaal aangekomen.',
} as const

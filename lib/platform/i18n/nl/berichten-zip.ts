/** Delivering several files packed together. */
export const zipWords = {
  no_zip: 'Dit is geen zip-bestand dat wij kunnen openen. Er is niets opgeslagen. Pak de bestanden opnieuw in.',
  empty: 'In dit zip-bestand staan geen bestanden.',
  too_many:
    'Een zip mag hoogstens {most} bestanden hebben. Er is niets opgeslagen. Verdeel de bestanden over meer zips.',
  unpacks_too_far:
    'Uitgepakt zijn deze bestanden samen te groot. Er is niets opgeslagen. Verdeel de bestanden over meer zips.',
  damaged: 'Dit bestand is beschadigd in de zip. Pak het opnieuw in.',
  no_xml: 'Dit is geen XML-bestand. In de zip mogen alleen bestanden met de extensie .xml staan.',
  encrypted: 'Dit bestand is met een wachtwoord ingepakt. Pak het in zonder wachtwoord.',
  link: 'Dit is een verwijzing, geen bestand. Pak het bestand zelf in.',
  expands_too_far: 'Dit bestand wordt bij het uitpakken meer dan honderd keer zo groot. Dat doet geen bericht.',
} as const

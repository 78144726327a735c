import type { GemeenteVeld } from '#/lib/istandaarden/berichtsoorten.ts'
import type { Gemeentehandeling } from '#/lib/istandaarden/release.ts'

// Berichten about the eigen bijdrage (iEb), between a gemeente and the CAK. Names, direction, pairs and releases are public;
// their structure, BerichtCodes and rules are not. So there is no release of them like those of iWmo and iJw: what is known
// stands here, and nobody acts as if there were more.

/** The one other party in this exchange, as envelopes name it. */
export const CAK = 'CAK'

export const EIGEN_BIJDRAGE_SOORTEN = ['WMO405', 'WMO406', 'WMO407', 'WMO408'] as const
export type EigenBijdrageSoort = (typeof EIGEN_BIJDRAGE_SOORTEN)[number]

/** What is known of one bericht about the eigen bijdrage. */
export type EigenBijdrage = {
  readonly soort: EigenBijdrageSoort
  readonly product: 'iwmo'
  readonly naam: string
  /** Short Dutch name for lists. */
  readonly label: string
  readonly gemeente: Gemeentehandeling
  /** Which party of the envelope is the gemeente: no header of the bericht is known, so nothing is copied from a heenbericht. */
  readonly gemeenteVeld: GemeenteVeld
  readonly isRetour: boolean
  readonly retour: EigenBijdrageSoort | null
  readonly heen: EigenBijdrageSoort | null
}

type Named = Pick<EigenBijdrage, 'soort' | 'naam' | 'label'>

const heenbericht = (named: Named, retour: EigenBijdrageSoort): EigenBijdrage => ({
  ...named,
  product: 'iwmo',
  gemeente: 'aanleveren',
  gemeenteVeld: 'Afzender',
  isRetour: false,
  retour,
  heen: null,
})

const retourbericht = (named: Named, heen: EigenBijdrageSoort): EigenBijdrage => ({
  ...named,
  product: 'iwmo',
  gemeente: 'ophalen',
  gemeenteVeld: 'Ontvanger',
  isRetour: true,
  retour: null,
  heen,
})

/** The four berichten, by number. */
export const EIGEN_BIJDRAGE: readonly EigenBijdrage[] = [
  heenbericht({ soort: 'WMO405', naam: 'Start/stop eigen bijdrage', label: 'Eigen bijdrage' }, 'WMO406'),
  retourbericht(
    { soort: 'WMO406', naam: 'Retour start/stop eigen bijdrage', label: 'Retour eigen bijdrage' },
    'WMO405',
  ),
  heenbericht({ soort: 'WMO407', naam: 'Start/stop beschermd wonen', label: 'Beschermd wonen' }, 'WMO408'),
  retourbericht(
    { soort: 'WMO408', naam: 'Retour start/stop beschermd wonen', label: 'Retour beschermd wonen' },
    'WMO407',
  ),
]

/** Releases of iEb, oldest first, with the day from which the chain uses them (`YYYY-MM-DD`). */
export const EIGEN_BIJDRAGE_RELEASES = [
  { versie: '3.0', geldigVanaf: '2023-04-01' },
  { versie: '4.0', geldigVanaf: '2025-04-07' },
] as const

/** The release of a bericht that does not say which one it follows. */
export const NEWEST_EIGEN_BIJDRAGE_RELEASE = EIGEN_BIJDRAGE_RELEASES[1].versie

/** Looks up a bericht about the eigen bijdrage by its name; null for every other name. */
export function findEigenBijdrage(name: string | null): EigenBijdrage | null {
  return EIGEN_BIJDRAGE.find(({ soort }) => soort === name) ?? null
}

/** What a gemeente may deliver, for a file that does not say itself what it is. */
export const DELIVERABLE_EIGEN_BIJDRAGE = ['WMO405', 'WMO407'] as const
export type DeliverableEigenBijdrage = (typeof DELIVERABLE_EIGEN_BIJDRAGE)[number]

/** The same as a name that somebody gave; null for every other. */
export const deliverableEigenBijdrage = (name: string | null): DeliverableEigenBijdrage | null =>
  DELIVERABLE_EIGEN_BIJDRAGE.find((soort) => soort === name) ?? null

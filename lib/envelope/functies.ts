import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type EigenBijdrage, findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'

/** Bodies that files of another form than XML go to and come from. */
export const TEXT_FILE_BODIES: readonly string[] = ['CAK', 'CBS']

/** What the functie of an envelope names: a berichtsoort of iWmo or iJw, a bericht about the eigen bijdrage, or nothing. */
export type Functie =
  | { readonly kind: 'bericht'; readonly berichtcode: 'Di01' | 'Du01'; readonly soort: Berichtsoort }
  | { readonly kind: 'eigenBijdrage'; readonly berichtcode: 'Di01' | 'Du01'; readonly soort: EigenBijdrage }

const berichtcodeOf = ({ isRetour }: { readonly isRetour: boolean }) => (isRetour ? 'Du01' : 'Di01')

/** Looks up a functie; null for one that does not exist. A retourbericht travels in a Du01, everything else in a Di01. */
export function findFunctie(name: string): Functie | null {
  const eigenBijdrage = findEigenBijdrage(name)
  if (eigenBijdrage !== null)
    return { kind: 'eigenBijdrage', berichtcode: berichtcodeOf(eigenBijdrage), soort: eigenBijdrage }
  const soort = findBerichtsoort(name)
  return soort === null ? null : { kind: 'bericht', berichtcode: berichtcodeOf(soort), soort }
}

/**
 * functieVersie and functieSubversie of a release: `0003` and `0002` for 3.2. For a release of iEb, of which no example is
 * public, they are written the same way: an assumption.
 */
export function functieVersieOf(versie: string): { readonly functieVersie: string; readonly functieSubversie: string } {
  const release = RELEASES.find((candidate) => candidate.versie === versie)
  const [major = '', minor = ''] = versie.split('.')
  return {
    functieVersie: (release?.berichtVersie ?? major).padStart(4, '0'),
    functieSubversie: (release?.berichtSubversie ?? minor).padStart(4, '0'),
  }
}

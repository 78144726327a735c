import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { RELEASES } from '#/lib/istandaarden/release-register.ts'

/** Berichten about the eigen bijdrage, between gemeente and CAK. Their form is not public; the envelope's is. */
const EIGEN_BIJDRAGE = { WMO405: 'Di01', WMO406: 'Du01', WMO407: 'Di01', WMO408: 'Du01' } as const

/** Bodies that files of another form than XML go to and come from. */
export const TEXT_FILE_BODIES: readonly string[] = ['CAK', 'CBS']

/** What the functie of an envelope names: a berichtsoort of iWmo or iJw, a bericht about the eigen bijdrage, or nothing. */
export type Functie =
  | { readonly kind: 'bericht'; readonly berichtcode: 'Di01' | 'Du01'; readonly soort: Berichtsoort }
  | { readonly kind: 'eigenBijdrage'; readonly berichtcode: 'Di01' | 'Du01' }

const isEigenBijdrage = (name: string): name is keyof typeof EIGEN_BIJDRAGE => Object.hasOwn(EIGEN_BIJDRAGE, name)

/** Looks up a functie; null for one that does not exist. A retourbericht travels in a Du01, everything else in a Di01. */
export function findFunctie(name: string): Functie | null {
  if (isEigenBijdrage(name)) return { kind: 'eigenBijdrage', berichtcode: EIGEN_BIJDRAGE[name] }
  const soort = findBerichtsoort(name)
  return soort === null ? null : { kind: 'bericht', berichtcode: soort.isRetour ? 'Du01' : 'Di01', soort }
}

/** functieVersie and functieSubversie of a release: `0003` and `0002` for 3.2. */
export function functieVersieOf(versie: string): { readonly functieVersie: string; readonly functieSubversie: string } {
  const release = RELEASES.find((candidate) => candidate.versie === versie)
  const [major = '', minor = ''] = versie.split('.')
  return {
    functieVersie: (release?.berichtVersie ?? major).padStart(4, '0'),
    functieSubversie: (release?.berichtSubversie ?? minor).padStart(4, '0'),
  }
}

import { setImmediate } from 'node:timers/promises'
import type { BerichtProduct } from '#/lib/access/products.ts'
import type { FactDetails, PlacedFact } from '#/lib/berichten/facts/kept-fact.ts'
import { type Berichtsoort, findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import type { CheckReport } from '#/lib/istandaarden/checks/check-report.ts'
import type { Fact } from '#/lib/istandaarden/facts/fact.ts'
import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'

/** 128 bits: enough that two numbers never meet, half the room of the whole hash. */
const KEY_DIGITS = 32
/** Values of a short list are compared with one other value only. */
const VALUE_DIGITS = 16
/** Codes of Eenheid and Frequentie. */
const [MINUTES, HOURS, WHOLE_PERIOD] = ['01', '04', '6']
const HULPMIDDELEN = ['11', '12', '13', '14']
/** Hashing a declaratie of the largest size takes a quarter of a second; others get their turn in between. */
const FACTS_PER_TURN = 1_000

/** What a number is one of. Numbers of providers are theirs alone, so their AGB-code is hashed with them. */
type Subject = 'bsn' | 'toewijzing' | 'product' | 'verzoek' | 'declaratie' | 'waarde'

/** Whose facts they are. */
export type FactOwner = { readonly organisationId: string; readonly product: BerichtProduct }

/** Hashes for one gemeente and one product; the same text is hashed once. */
class Hasher {
  readonly #prefix: string
  readonly #known = new Map<string, string>()

  constructor({ organisationId, product }: FactOwner) {
    this.#prefix = `${organisationId} ${product}`
  }

  hash(subject: Subject, text: string): string {
    const whole = `${this.#prefix} ${subject} ${text}`
    const known = this.#known.get(whole)
    if (known !== undefined) return known
    const digits = subject === 'waarde' ? VALUE_DIGITS : KEY_DIGITS
    const made = keyedHash('berichten/feiten', whole).slice(0, digits)
    this.#known.set(whole, made)
    return made
  }

  optional(subject: Subject, text: string | undefined): string | null {
    return text === undefined ? null : this.hash(subject, text)
  }
}

type Keys = { readonly key: string; readonly other: string | null }

/** The hash by which facts know a client, as 32 hexadecimal digits. */
export const factClient = (owner: FactOwner, bsn: string): string => new Hasher(owner).hash('bsn', bsn)

/** Which numbers a fact is found by. Task-based care has no ToewijzingNummer: its product stands for it (IV096). */
function keysOf({ kind, values }: Fact, party: string, hasher: Hasher): Keys {
  const ofProvider = (subject: Subject, text = '') => hasher.hash(subject, `${party} ${text}`)
  const { nummer, referentie, categorie = '', code = '' } = values
  switch (kind) {
    case 'prestatie':
    case 'ongewijzigd':
    case 'wijziging':
      return { key: hasher.hash('toewijzing', nummer ?? ''), other: null }
    case 'nieuw':
      return { key: hasher.hash('product', `${categorie} ${code}`), other: null }
    case 'toewijzing':
      return {
        key: hasher.hash('toewijzing', nummer ?? ''),
        other: referentie === undefined ? null : ofProvider('verzoek', referentie),
      }
    case 'start':
    case 'stop':
      return {
        key: nummer === undefined ? hasher.hash('product', `${categorie} ${code}`) : hasher.hash('toewijzing', nummer),
        other: null,
      }
    case 'verzoek':
    case 'antwoord':
      return { key: ofProvider('verzoek', referentie), other: null }
    case 'declaratie':
      return { key: ofProvider('declaratie', nummer), other: null }
  }
}

function detailsOf({ kind, values }: Fact, product: BerichtProduct, hasher: Hasher): FactDetails {
  const { status, reden, antwoord, besluitdatum, besluittijd, categorie, code, eenheid, volume, frequentie } = values
  const value = (text: string | undefined, name: string) =>
    text === undefined ? undefined : hasher.hash('waarde', `${name} ${text}`)
  const details = {
    status,
    reden,
    antwoord,
    besluit: besluitdatum === undefined ? undefined : `${besluitdatum}T${besluittijd ?? ''}`,
    categorie: value(categorie, 'categorie'),
    code: value(code, 'code'),
    eenheid: value(eenheid, 'eenheid'),
    eenheidOok: kind === 'prestatie' && eenheid === MINUTES ? value(HOURS, 'eenheid') : undefined,
    omvang: volume === undefined ? undefined : value(`${volume} ${eenheid} ${frequentie}`, 'omvang'),
    budget: value(values.budget, 'budget'),
    isTotaal: frequentie === WHOLE_PERIOD ? true : undefined,
    isHulpmiddel: product === 'iwmo' && categorie !== undefined && HULPMIDDELEN.includes(categorie) ? true : undefined,
  }
  return Object.fromEntries(Object.entries(details).filter(([, one]) => one !== undefined))
}

/** The provider of a bericht: the party of the header that is not the gemeente. */
const providerOf = ({ gemeenteVeld }: Berichtsoort, { kenmerken }: CheckReport): string | null =>
  gemeenteVeld === 'Afzender' ? kenmerken.ontvanger : kenmerken.afzender

/** Turns the facts of a report, which hold Bsn's, into facts that nobody can read back. In the order of the file. */
export async function hashFacts(owner: FactOwner, report: CheckReport): Promise<readonly PlacedFact[]> {
  const soort = report.kenmerken.berichtsoort === null ? null : findBerichtsoort(report.kenmerken.berichtsoort)
  const party = soort === null ? null : providerOf(soort, report)
  if (party === null) return []
  const hasher = new Hasher(owner)
  const hashed: PlacedFact[] = []
  for (const fact of report.feiten) {
    hashed.push({
      kind: fact.kind,
      ...keysOf(fact, party, hasher),
      client: hasher.optional('bsn', fact.bsn ?? undefined),
      party,
      fromOn: fact.values.begin ?? null,
      untilOn: fact.values.einde ?? null,
      details: detailsOf(fact, owner.product, hasher),
      hasNumber: fact.values.nummer !== undefined,
      regel: fact.regel,
      kolom: fact.kolom,
      pad: fact.pad,
    })
    if (hashed.length % FACTS_PER_TURN === 0) await setImmediate()
  }
  return hashed
}

import type { Logger } from 'pino'
import { type FaultHeader, HeenHeader } from '#/lib/envelope/schema.ts'
import { stufMoment } from '#/lib/envelope/stuf-moment.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type EigenBijdrage, findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { DAY_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { type BerichtRecipe, makeBericht, USUAL_ELEMENTS } from '#/simulators/berichten/make-bericht.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import type { ReadEnvelope } from '#/simulators/keten/chain-state.ts'
import { type PortalRoad, sendBericht, sendFault, untilReceived } from '#/simulators/keten/send-to-portal.ts'

/** How long providers take: a person can watch it. */
const RETOUR_AFTER_MS = 6_000
const START_AFTER_MS = 25_000
const STOP_AFTER_MS = 3 * MINUTE_MS
const FAULT_AFTER_MS = 3_000

/** The provider that answers nothing of what was sent to it before the demo was started. */
const SILENT_AANBIEDER = '99990003'
/** Of the old ones the chain refuses each whose identification ends so. */
const REFUSED_OF_OLD = /[27]$/

/** A value of a bericht by the name of its element: the first, or the first after another element. */
function valueIn(xml: string, name: string, after?: string): string | undefined {
  const from = after === undefined ? 0 : Math.max(xml.indexOf(`:${after}>`), 0)
  return new RegExp(`<[^<>/]*:${name}>([^<]*)<`).exec(xml.slice(from))?.[1]
}

type Exchange = {
  readonly header: HeenHeader
  readonly xml: string
  readonly gemeenteCode: string
  readonly agbCode: string
  readonly today: string
}

function recipeOf({ gemeenteCode, agbCode, today }: Exchange, prefix: string): BerichtRecipe {
  // Eight characters of a random id: unique for the sender, as the standard asks.
  const identificatie = `${prefix}-${ids.referentienummer().slice(0, 8)}`
  return { gemeenteCode, agbCode, identificatie, dagtekening: today }
}

/** What a provider sends back: the retourbericht says that all is well. */
function retour(exchange: Exchange, soort: string): Buffer {
  const { xml } = exchange
  return makeBericht(soort, {
    ...recipeOf(exchange, 'RT'),
    heenIdentificatie: valueIn(xml, 'Identificatie') ?? '',
    heenDagtekening: valueIn(xml, 'Dagtekening') ?? exchange.today,
  })
}

const COPIED = ['Bsn', 'ToewijzingNummer', 'ToewijzingIngangsdatum'] as const

/** The start or the stop of the care that a toewijzing assigned, for the same person under the same number. */
function startOrStop(exchange: Exchange, soort: string, prefix: string): Buffer {
  const { xml } = exchange
  const begins = valueIn(xml, 'Ingangsdatum', 'ToegewezenProduct') ?? exchange.today
  const product = {
    ...(valueIn(xml, 'Categorie') ? { 'Product/Categorie': valueIn(xml, 'Categorie') ?? '' } : {}),
    ...(valueIn(xml, 'Code', 'Categorie') ? { 'Product/Code': valueIn(xml, 'Code', 'Categorie') ?? '' } : {}),
  }
  const given = COPIED.flatMap((name) => {
    const value = name === 'ToewijzingIngangsdatum' ? begins : valueIn(xml, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return makeBericht(soort, {
    ...recipeOf(exchange, prefix),
    optional: USUAL_ELEMENTS,
    values: { ...Object.fromEntries(given), Begindatum: begins, Einddatum: exchange.today, ...product },
  })
}

/** A functional error about an envelope, as VECOZO sends it. */
export function faultAbout(header: ReadEnvelope['header'], code: string, omschrijving: string): FaultHeader {
  return {
    berichtcode: 'Fo01',
    zender: { organisatie: 'VECOZO', applicatie: 'VECOZOWebservice', administratie: null },
    ontvanger: { organisatie: header.zender.organisatie },
    referentienummer: ids.referentienummer(),
    tijdstipBericht: stufMoment(new Date()),
    crossRefnummer: header.referentienummer,
    fout: { code, plek: 'client', omschrijving, details: null },
  }
}

/** Plays the providers behind VECOZO, and the CAK: what came in is answered, and care begins. */
export class Stories {
  readonly #road: PortalRoad
  readonly #log: Logger
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(road: PortalRoad, log: Logger) {
    this.#road = road
    this.#log = log
  }

  #after(milliseconds: number, act: () => Promise<unknown>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      act().catch((error: unknown) => {
        if (!this.#road.signal.aborted) this.#log.error({ err: error }, 'a story broke off')
      })
    }, milliseconds)
    this.#timers.add(timer)
  }

  /** Ends every story. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Refuses an envelope that was received. */
  refuse(header: ReadEnvelope['header'], code: string, omschrijving = 'Geweigerd door de simulator'): void {
    const fault = faultAbout(header, code, omschrijving)
    this.#after(FAULT_AFTER_MS, () => untilReceived(this.#road, () => sendFault(this.#road, fault)))
  }

  /** Has the receiver act on what it got. */
  play({ header, content }: ReadEnvelope): void {
    const heen = HeenHeader.safeParse(header).data
    if (heen === undefined || content === null) return
    const now = new Date()
    const exchange: Exchange = {
      header: heen,
      xml: content.toString('utf8'),
      gemeenteCode: heen.zender.organisatie,
      agbCode: heen.ontvanger.organisatie,
      today: dayInAmsterdam(now),
    }
    const isOld = heen.tijdstipBericht.slice(0, 8) < stufMoment(new Date(now.getTime() - DAY_MS)).slice(0, 8)
    if (isOld && REFUSED_OF_OLD.test(valueIn(exchange.xml, 'Identificatie') ?? '')) {
      this.refuse(heen, 'IB010', `Geadresseerde niet aangesloten of AGB-code onjuist: ${exchange.agbCode}`)
      return
    }
    if (isOld && exchange.agbCode === SILENT_AANBIEDER) return
    const eigenBijdrage = findEigenBijdrage(heen.functie)
    if (eigenBijdrage !== null) {
      this.#answerAsCak(exchange, eigenBijdrage)
      return
    }
    const soort = findBerichtsoort(heen.functie)
    if (soort?.retour)
      this.#send(
        exchange,
        soort.retour,
        RETOUR_AFTER_MS,
        () => retour(exchange, soort.retour ?? ''),
        heen.referentienummer,
      )
    if (soort?.nummer !== 301 || isOld) return
    const [begin, end] = [heen.functie.replace('301', '305'), heen.functie.replace('301', '307')]
    this.#send(exchange, begin, START_AFTER_MS, () => startOrStop(exchange, begin, 'ST'))
    this.#send(exchange, end, STOP_AFTER_MS, () => startOrStop(exchange, end, 'SP'))
  }

  /** The CAK answers everything, with something that is made up: what it really says is not public. */
  #answerAsCak({ gemeenteCode, header, today }: Exchange, { retour: soort }: EigenBijdrage): void {
    if (soort === null) return
    this.#after(RETOUR_AFTER_MS, () => {
      const content = makeEigenBijdrage(soort, ids.referentienummer(), today)
      const answer = makeEnvelopeHeader(soort, content, {
        gemeenteCode,
        referentienummer: ids.referentienummer(),
        crossRefnummer: header.referentienummer,
        at: new Date(),
      })
      return untilReceived(this.#road, () => sendBericht(this.#road, answer, content, 'cak'))
    })
  }

  #send({ gemeenteCode }: Exchange, functie: string, after: number, make: () => Buffer, answers?: string): void {
    this.#after(after, () => {
      const content = make()
      const header = makeEnvelopeHeader(functie, content, {
        gemeenteCode,
        referentienummer: ids.referentienummer(),
        at: new Date(),
        ...(answers ? { crossRefnummer: answers } : {}),
      })
      return untilReceived(this.#road, () => sendBericht(this.#road, header, content))
    })
  }
}

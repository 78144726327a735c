import { type FaultHeader, HeenHeader } from '#/lib/envelope/schema.ts'
import { stufMoment } from '#/lib/envelope/stuf-moment.ts'
import { findBerichtsoort } from '#/lib/istandaarden/berichtsoorten.ts'
import { type EigenBijdrage, findEigenBijdrage } from '#/lib/istandaarden/eigen-bijdrage/soorten.ts'
import { DAY_MS, MINUTE_MS } from '#/lib/platform/clock.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'
import { ids } from '#/lib/platform/ids.ts'
import { makeEigenBijdrage } from '#/simulators/berichten/make-eigen-bijdrage.ts'
import { makeEnvelopeHeader } from '#/simulators/berichten/make-envelope.ts'
import type { DemoCertificate } from '#/simulators/keten/certificates.ts'
import type { ReadEnvelope } from '#/simulators/keten/chain-state.ts'
import { type Dossier, Dossiers } from '#/simulators/keten/dossiers.ts'
import { type Exchange, newMark, retour, startOrStop, valueIn } from '#/simulators/keten/exchange.ts'
import { Initiative, type Rhythm } from '#/simulators/keten/initiative.ts'
import type { OwnBericht } from '#/simulators/keten/own-berichten.ts'
import type { Planner } from '#/simulators/keten/planner.ts'
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

/** What a functional error needs to know of the envelope that it is about. */
type Faulty = { readonly referentienummer: string; readonly zender: { readonly organisatie: string } }

/** A functional error about an envelope, as VECOZO sends it. */
export function faultAbout(header: Faulty, code: string, omschrijving: string): FaultHeader {
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

export type StoriesMeans = {
  readonly road: PortalRoad
  readonly planner: Planner
  /** How often providers write of themselves. */
  readonly rhythm: Rhythm
}

/** Plays the providers behind VECOZO, and the CAK: what came in is answered, care begins, and now and then they write themselves. */
export class Stories {
  readonly #road: PortalRoad
  readonly #planner: Planner
  readonly #dossiers = new Dossiers()

  constructor({ road, planner, rhythm }: StoriesMeans) {
    this.#road = road
    this.#planner = planner
    const occasion = () => ({ today: dayInAmsterdam(new Date()), mark: newMark() })
    const send = ({ functie, content }: OwnBericht, { gemeenteCode }: Dossier) =>
      this.#bring(functie, content, gemeenteCode)
    new Initiative({ planner, dossiers: this.#dossiers, rhythm, occasion, send }).begin()
  }

  /** Ends every story. */
  stop(): void {
    this.#planner.stop()
  }

  /** Refuses an envelope that was received. */
  refuse(header: ReadEnvelope['header'], code: string, omschrijving = 'Geweigerd door de simulator'): void {
    const fault = faultAbout(header, code, omschrijving)
    this.#planner.after(FAULT_AFTER_MS, () => untilReceived(this.#road, () => sendFault(this.#road, fault)))
  }

  /** Has the receiver act on what it got. */
  play({ header, content }: ReadEnvelope): void {
    const heen = HeenHeader.safeParse(header).data
    if (heen === undefined || content === null) return
    const exchange: Exchange = {
      header: heen,
      xml: content.toString('utf8'),
      gemeenteCode: heen.zender.organisatie,
      agbCode: heen.ontvanger.organisatie,
      today: dayInAmsterdam(new Date()),
    }
    const eigenBijdrage = findEigenBijdrage(heen.functie)
    if (eigenBijdrage !== null) this.#answerAsCak(exchange, eigenBijdrage)
    else this.#answerAsProvider(exchange)
  }

  #answerAsProvider(exchange: Exchange): void {
    const { header, agbCode, xml, gemeenteCode } = exchange
    const yesterday = stufMoment(new Date(Date.now() - DAY_MS))
    const isOld = header.tijdstipBericht.slice(0, 8) < yesterday.slice(0, 8)
    if (isOld && REFUSED_OF_OLD.test(valueIn(xml, 'Identificatie') ?? '')) {
      this.refuse(header, 'IB010', `Geadresseerde niet aangesloten of AGB-code onjuist: ${agbCode}`)
      return
    }
    if (isOld && agbCode === SILENT_AANBIEDER) return
    const { functie, referentienummer } = header
    const soort = findBerichtsoort(functie)
    const answer = soort?.retour ?? null
    if (answer !== null)
      this.#planner.after(RETOUR_AFTER_MS, () =>
        this.#bring(answer, retour(exchange, answer), gemeenteCode, referentienummer),
      )
    if (soort?.nummer !== 301) return
    this.#dossiers.remember(exchange)
    if (isOld) return
    const [begin, end] = [functie.replace('301', '305'), functie.replace('301', '307')]
    this.#planner.after(START_AFTER_MS, () => this.#bring(begin, startOrStop(exchange, begin, 'ST'), gemeenteCode))
    this.#planner.after(STOP_AFTER_MS, () => this.#bring(end, startOrStop(exchange, end, 'SP'), gemeenteCode))
  }

  /** The CAK answers everything, with something that is made up: what it really says is not public. */
  #answerAsCak({ gemeenteCode, header, today }: Exchange, { retour: soort }: EigenBijdrage): void {
    if (soort === null) return
    const content = makeEigenBijdrage(soort, ids.referentienummer(), today)
    this.#planner.after(RETOUR_AFTER_MS, () =>
      this.#bring(soort, content, gemeenteCode, header.referentienummer, 'cak'),
    )
  }

  /** Brings a bericht to a gemeente, in an envelope of now; `answers` is the referentienummer of what a retourbericht is about. */
  #bring(
    functie: string,
    content: Buffer,
    gemeenteCode: string,
    answers?: string,
    sender: DemoCertificate = 'vecozo',
  ): Promise<boolean> {
    const header = makeEnvelopeHeader(functie, content, {
      gemeenteCode,
      referentienummer: ids.referentienummer(),
      at: new Date(),
      ...(answers === undefined ? {} : { crossRefnummer: answers }),
    })
    return untilReceived(this.#road, () => sendBericht(this.#road, header, content, sender))
  }
}

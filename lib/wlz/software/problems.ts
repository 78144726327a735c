import type { SoftwareFault } from '#/lib/wlz/software/consult-by-software.ts'

/** A refusal without what belongs to one request. */
export type Refusal = {
  readonly status: number
  /** Stable: software goes by it. */
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly retryAfterSeconds?: number
}

const UNKNOWN = 'Het is niet bekend of er een Wlz-indicatie is. Leg dit niet uit als nee.'

/** What is wrong with a request before anybody is asked. */
export const REFUSALS = {
  stranger: { status: 403, code: 'CERTIFICAAT_ONBEKEND', title: 'Dit certificaat is hier niet bekend' },
  notAllowed: {
    status: 403,
    code: 'NIET_AANGEZET',
    title: 'Dit certificaat mag het Wlz-register niet raadplegen',
    detail:
      'De Productbeheerder van Wlz-Registertoets kiest bij de instellingen voor de webservice en vult daar dit certificaat in.',
  },
  notFound: { status: 404, code: 'NIET_GEVONDEN', title: 'Dit adres bestaat niet' },
  method: { status: 405, code: 'METHODE', title: 'Stel de vraag met POST' },
  tooLarge: { status: 413, code: 'TE_GROOT', title: 'Het verzoek is groter dan 2.048 bytes' },
  contentType: { status: 415, code: 'CONTENT_TYPE', title: 'Verzend de vraag als application/json, in UTF-8' },
  encoding: { status: 415, code: 'CONTENT_ENCODING', title: 'Verzend de vraag zonder Content-Encoding' },
  unreadable: { status: 400, code: 'ONLEESBAAR', title: 'Het verzoek is geen JSON in UTF-8' },
  invalid: { status: 422, code: 'ONGELDIGE_VRAAG', title: 'De vraag klopt niet' },
  broken: { status: 500, code: 'STORING', title: 'Er ging iets mis', detail: UNKNOWN },
} as const satisfies Record<string, Refusal>

/** Why there is no answer of the register, as problems that software can tell apart: none of them is a "no". */
export const FAULTS = {
  off: { status: 503, code: 'REGISTER_NIET_AANGESLOTEN', title: 'Het register is niet aangesloten', detail: UNKNOWN },
  unreachable: {
    status: 503,
    code: 'REGISTER_ONBEREIKBAAR',
    title: 'Het register is nu niet te bereiken',
    detail: UNKNOWN,
    retryAfterSeconds: 60,
  },
  paused: {
    status: 503,
    code: 'REGISTER_GEPAUZEERD',
    title: 'Het register antwoordt al een tijd niet en wordt even niet gevraagd',
    detail: UNKNOWN,
    retryAfterSeconds: 30,
  },
  timeout: { status: 504, code: 'REGISTER_TE_LAAT', title: 'Het register antwoordde niet op tijd', detail: UNKNOWN },
  refused: { status: 502, code: 'REGISTER_WEIGERT', title: 'Het register nam de vraag niet aan', detail: UNKNOWN },
  unreadable: {
    status: 502,
    code: 'REGISTER_ONLEESBAAR',
    title: 'Het antwoord van het register was onleesbaar',
    detail: UNKNOWN,
  },
  too_often: { status: 429, code: 'TE_VEEL_VRAGEN', title: 'Er zijn te veel vragen gesteld in dit uur' },
} as const satisfies Record<Exclude<SoftwareFault['kind'], 'future' | 'real_person'>, Refusal>

/** One thing that is wrong with a question: which field, and a code. The value is not in it. */
export type FieldFault = { readonly veld: string; readonly code: string }

/** What is wrong with a question that has the right form. */
export const FIELD_FAULTS = {
  future: { veld: 'peildatum', code: 'TOEKOMST' },
  real_person: { veld: 'bsn', code: 'GEEN_TEST_BSN' },
} as const satisfies Record<'future' | 'real_person', FieldFault>

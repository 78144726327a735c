import type { ActionWords } from '#/app/_server/define-action.ts'
import type { DeclarationFault } from '#/lib/berichten/answering/answer-declaration.ts'
import type { RequestFault } from '#/lib/berichten/answering/answer-request.ts'
import type { LineFault } from '#/lib/istandaarden/answers/refuse-lines.ts'
import { translator } from '#/lib/platform/i18n/translator.ts'

type Shown = string | { readonly field: string; readonly message: string }

const FIELD_FAULTS = [
  'verzoek',
  'antwoord',
  'reden',
  'gemeente',
  'gemeenteZonderReden',
  'oordeel',
  'oordeelRetour',
  'code',
  'regels',
  'tooMany',
] as const
/** So many numbers are named in one fault; the others come when these are mended. */
const NAMED_AT_MOST = 5

/** The text for a message of one of the schemas. */
export const fieldFault = (message: string, { locale }: ActionWords): string =>
  translator(locale, 'berichten')(`answering.errors.${FIELD_FAULTS.find((known) => known === message) ?? 'other'}`)

/** Why no 319 was sent. */
export const requestWording = (error: RequestFault, { locale }: ActionWords): string =>
  translator(locale, 'berichten')(`answering.faults.${error}`)

const named = (faults: readonly LineFault[], wanted: LineFault['fault']) =>
  faults.filter(({ fault }) => fault === wanted).map(({ referentie }) => referentie)

function linesFault(faults: readonly LineFault[], { locale }: ActionWords): string {
  const t = translator(locale, 'berichten')
  return (['missing', 'credit'] as const)
    .map((fault) => ({ fault, numbers: named(faults, fault) }))
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ fault, numbers }) =>
      t(`answering.lines.${fault}`, {
        count: numbers.length,
        numbers: numbers.slice(0, NAMED_AT_MOST).join(', '),
        more: Math.max(0, numbers.length - NAMED_AT_MOST),
      }),
    )
    .join(' ')
}

/** Why no 325 was sent: beside the field that it is about. */
export function declarationWording(error: DeclarationFault, words: ActionWords): Shown {
  const t = translator(words.locale, 'berichten')
  if (typeof error !== 'string') {
    const message =
      error.kind === 'lines'
        ? linesFault(error.faults, words)
        : t(`answering.typed.${error.kind}`, { line: String(error.line) })
    return { field: 'regels', message }
  }
  if (error === 'no_lines') return { field: 'regels', message: t('answering.errors.regels') }
  if (error === 'no_code') return { field: 'code', message: t('answering.errors.code') }
  return t(`answering.faults.${error}`)
}

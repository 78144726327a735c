import type { BerichtProduct } from '#/lib/access/products.ts'
import { codeText } from '#/lib/istandaarden/reading/code-text.ts'
import { childOf, childValue, type ReadElement } from '#/lib/istandaarden/reading/read-element.ts'
import type { Release } from '#/lib/istandaarden/release.ts'
import { formatDate, formatEuros, formatNumber } from '#/lib/platform/i18n/format.ts'
import type { Locale } from '#/lib/platform/i18n/locale.ts'
import type { translator } from '#/lib/platform/i18n/translator.ts'

/** With what a bericht is put into words. */
export type ReadingWords = {
  readonly release: Pick<Release, 'codeTexts'>
  readonly product: BerichtProduct
  readonly locale: Locale
  readonly t: ReturnType<typeof translator<'berichten'>>
}

const isDay = (text: string) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(Date.parse(text))
const day = (text: string, { locale }: ReadingWords) => (isDay(text) ? formatDate(text, locale) : text)
const joined = (parts: readonly (string | null | undefined)[], separator = ' ') =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(separator)

function coded(type: string, code: string, { release, product }: ReadingWords): string {
  const text = codeText(release, product, type, code)
  return text === null ? code : `${text} (${code})`
}

/** Amounts are in eurocents. */
const euros = (cents: string, { locale }: ReadingWords) =>
  /^[0-9]{1,12}$/.test(cents) ? formatEuros(Number(cents) / 100, locale) : cents

function country(code: string, { locale }: ReadingWords): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}

const VALUES: Readonly<Record<string, (value: string, words: ReadingWords) => string>> = {
  LDT_Datum: day,
  LDT_Bedrag: euros,
  LDT_TotaalBedrag: euros,
  LDT_Budget: euros,
  LDT_LandCode: country,
}

/** A value as people read it: dates written out, money in euros, codes with what they mean. */
export function valueWords({ type, value }: ReadElement, words: ReadingWords): string {
  const text = value.trim()
  return VALUES[type]?.(text, words) ?? coded(type, text, words)
}

const own = (element: ReadElement, name: string, words: ReadingWords): string | null => {
  const child = childOf(element, name)
  return child ? valueWords(child, words) : null
}

/** What a code of a child means, inside a line of words: without the code itself. */
function meaningOf(element: ReadElement, name: string, { release, product }: ReadingWords): string | null {
  const child = childOf(element, name)
  if (!child) return null
  return codeText(release, product, child.type, child.value.trim())?.toLowerCase() ?? child.value
}

const surname = (element: ReadElement | undefined) =>
  element ? joined([childValue(element, 'Voorvoegsel'), childValue(element, 'Achternaam')]) : null

/** The order of one's own name and the partner's (COD700). */
function familyName(element: ReadElement): string {
  const [name, partner] = [surname(childOf(element, 'Geslachtsnaam')), surname(childOf(element, 'Partnernaam'))]
  const use = childValue(element, 'NaamGebruik')
  if (!partner || use === '1') return name ?? ''
  if (use === '2') return partner
  return use === '3' ? joined([partner, name], '-') : joined([name, partner], '-')
}

function fullName(element: ReadElement): string {
  const initials = childValue(element, 'Voorletters')
  const [given, dotted] = [childValue(element, 'Voornamen'), initials && `${initials.split('').join('.')}.`]
  return joined([given ? joined([given, dotted && `(${dotted})`]) : dotted, familyName(element)])
}

function address(element: ReadElement, words: ReadingWords): string {
  const house = childOf(element, 'Huis')
  const where = house ? meaningOf(house, 'AanduidingWoonadres', words) : null
  const number = house
    ? joined(['Huisnummer', 'Huisletter', 'HuisnummerToevoeging'].map((name) => childValue(house, name)))
    : null
  const street = joined([childValue(element, 'Straatnaam'), number])
  const postcode = childValue(element, 'Postcode')?.replace(/^([0-9]{4})([A-Z]{2})$/, '$1 $2')
  const place = joined([postcode, childValue(element, 'Plaatsnaam')])
  return joined([joined([street, where && `(${where})`]), place, own(element, 'LandCode', words)], ', ')
}

// Those whose word changes with the number, or that read better in a sentence than in the list.
const UNITS = ['01', '04', '14', '16', '82', '84'] as const
const FREQUENCIES = ['1', '2', '4', '6'] as const

function size(element: ReadElement, { t, locale, release, product }: ReadingWords): string {
  const volume = Number(childValue(element, 'Volume'))
  const [unit, frequency] = [childValue(element, 'Eenheid') ?? '', childValue(element, 'Frequentie') ?? '']
  const [known, knownFrequency] = [UNITS.find((one) => one === unit), FREQUENCIES.find((one) => one === frequency)]
  const meaning = (type: string, code: string) => codeText(release, product, type, code)?.toLowerCase() ?? code
  const amountOf = known
    ? t(`reading.units.${known}`, { count: volume })
    : joined([formatNumber(volume, locale), meaning('LDT_Eenheid', unit)])
  const often = knownFrequency ? t(`reading.frequencies.${knownFrequency}`) : meaning('LDT_Frequentie', frequency)
  return joined([amountOf, often])
}

function period(element: ReadElement, words: ReadingWords): string {
  const [from, until] = [own(element, 'Begindatum', words), own(element, 'Einddatum', words)]
  if (from && until) return words.t('reading.period', { from, until })
  return from ? words.t('reading.from', { from }) : words.t('reading.until', { until: until ?? '' })
}

function amount(name: 'Bedrag' | 'TotaalBedrag', element: ReadElement, words: ReadingWords): string {
  const text = own(element, name, words) ?? ''
  return childValue(element, 'DebetCredit') === 'C' ? words.t('reading.credit', { amount: text }) : text
}

function birth(element: ReadElement, words: ReadingWords): string {
  const use = meaningOf(element, 'DatumGebruik', words)
  return joined([own(element, 'Datum', words), use && `(${use})`])
}

const phone = (element: ReadElement | undefined) =>
  element && joined([childValue(element, 'Landnummer'), childValue(element, 'Telefoonnummer')])

const TOGETHER: Readonly<Record<string, (element: ReadElement, words: ReadingWords) => string>> = {
  CDT_VolledigeNaam: fullName,
  CDT_VerkorteNaam: fullName,
  CDT_Adres: address,
  CDT_Omvang: size,
  CDT_OpenPeriode: period,
  CDT_GeslotenPeriode: period,
  CDT_Geboortedatum: birth,
  CDT_BedragMetDC: (element, words) => amount('Bedrag', element, words),
  CDT_TotaalBedragMetDC: (element, words) => amount('TotaalBedrag', element, words),
  CDT_Product: (element, words) => joined([own(element, 'Categorie', words), own(element, 'Code', words)], ', '),
  CDT_Telefoon: (element) => phone(element) ?? '',
  CDT_Telefoonnummers: (element) =>
    joined([phone(childOf(element, 'Telefoon01')), phone(childOf(element, 'Telefoon02'))], ', '),
  CDT_XsdVersie: (element) =>
    joined([childValue(element, 'BasisschemaXsdVersie'), childValue(element, 'BerichtXsdVersie')], ' / '),
}

/** What an element with parts says in one line, such as a name or a volume; null for what is a part of the bericht itself. */
export function wordsTogether(element: ReadElement, words: ReadingWords): string | null {
  const text = TOGETHER[element.type]?.(element, words)
  return text === undefined || text === '' ? null : text
}

import type { ValueType } from '#/lib/istandaarden/type-tree.ts'

/** Why a value does not fit its type: variant and parameters of an XSD finding. Never the value itself. */
export type ValueFault = { readonly variant: string; readonly params: Readonly<Record<string, string | number>> }

const patterns = new Map<string, RegExp>()

/** Schema patterns are matched against the whole value; they are written in the part that JavaScript shares. */
function matches(pattern: string, value: string): boolean {
  let compiled = patterns.get(pattern)
  if (compiled === undefined) {
    compiled = new RegExp(`^(?:${pattern})$`, 'u')
    patterns.set(pattern, compiled)
  }
  return compiled.test(value)
}

// XML Schema collapses white space around numbers, dates and times, and keeps it in text.
const collapse = (value: string) => value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')

const fault = (variant: string, params: ValueFault['params'] = {}): ValueFault => ({ variant, params })

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const TIME_ZONE = /(Z|[+-][0-9]{2}:[0-9]{2})$/

function dateFault(value: string): ValueFault | null {
  const [, year, month, day] = /^-?([0-9]{4,})-([0-9]{2})-([0-9]{2})$/.exec(value.replace(TIME_ZONE, '')) ?? []
  if (year === undefined || /^0+$/.test(year) || (year.length > 4 && year.startsWith('0'))) return fault('datum')
  const isReal =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysInMonth(Number(year), Number(month))
  if (!isReal) return fault('datum')
  return TIME_ZONE.test(value) ? fault('datumTijdzone') : null
}

function timeFault(value: string): ValueFault | null {
  const [, hours, minutes, seconds] =
    /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?$/.exec(value.replace(TIME_ZONE, '')) ?? []
  if (hours === undefined) return fault('tijd')
  const isMidnight = /^24:00:00(\.0+)?/.test(value)
  const isReal = isMidnight || (Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60)
  if (!isReal) return fault('tijd')
  return TIME_ZONE.test(value) ? fault('tijdTijdzone') : null
}

function integerFault(value: string, type: ValueType): ValueFault | null {
  if (!/^[+-]?[0-9]+$/.test(value)) return fault('getal')
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = type
  return Number(value) < minimum || Number(value) > maximum ? fault('bereik', { minimum, maximum }) : null
}

function textFault(value: string, type: ValueType): ValueFault | null {
  const length = Array.from(value).length
  if (length < (type.minLength ?? 0)) return fault('leeg')
  if (type.maxLength !== undefined && length > type.maxLength)
    return fault('teLang', { maximum: type.maxLength, lengte: length })
  if (type.codes !== undefined && !type.codes.includes(value))
    return value === '' ? fault('leeg') : fault('code', { codes: listOf(type.codes), aantal: type.codes.length })
  if (type.pattern !== undefined && !matches(type.pattern, value)) return fault('vorm', { vorm: type.name })
  return null
}

/** A long list is no help in a sentence: only a short one is written out. */
const listOf = (codes: readonly string[]) => (codes.length <= 30 ? codes.join(', ') : 'none')

/** Says why a value does not fit; null when it does. */
export function valueFault(value: string, type: ValueType): ValueFault | null {
  const written = type.base === 'text' ? value : collapse(value)
  if (type.fixed !== undefined) return written === type.fixed ? null : fault('vast', { verwacht: type.fixed })
  if (type.base === 'text') return textFault(value, type)
  if (written === '') return fault('leeg')
  if (type.base === 'integer') return integerFault(written, type)
  return type.base === 'date' ? dateFault(written) : timeFault(written)
}

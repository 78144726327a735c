import fc from 'fast-check'

// Values that made some program stumble once, and whatever else there is. Half characters cannot go over the line.
const ODD = [
  ...'|0|-1|1e400|00|NaN|null|true|[]|{}|%|%00|%0|\\|%_|$1|constructor|__proto__|toString|../../etc/passwd|<script>'.split(
    '|',
  ),
  ...'WMO301|JW999|BESCHIKBAAR|iwmo|0000-00-00|0000-01-01|2026-02-30|9999-12-31|99999-01-01|-0001-01-01'.split('|'),
  ...['\u0000', '\r\n', '\u202e', ' ', "' OR 1=1 --", '.'.repeat(2_000), '2026-11-26T00:00:00.000Z', 'MTc2NC4w'],
  '01930000-0000-7000-8000-000000000000',
]
export const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.webFragments(),
)
export const wellFormed = (value: string) => value.toWellFormed()
/** The parameters that our addresses know. */
const NAMES =
  'zoek stap na van tot soort persoon gemeente q richting status aandacht cursor eerder limiet referentie uitslag code gedaan'
const MORE_NAMES = 'vorm terug fout reden bewaard taal thema'
const name = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...`${NAMES} ${MORE_NAMES}`.split(' ')) },
  { weight: 1, arbitrary: text },
)
export const query = fc
  .array(fc.tuple(name, text), { maxLength: 5 })
  .map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [wellFormed(key), wellFormed(value)])).toString())
/** What goes into an address unchanged: signs of ASCII without the space, and percent signs that mean nothing. */
export const rawQuery = fc.string({ unit: fc.constantFrom(...'abc=&%[]+;?/\\"\'<>{}|^`~0.:@'), maxLength: 60 })
export const inHeader = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => (code === 0x7f ? ' ' : String.fromCharCode(code))),
    maxLength: 80,
  }),
  fc.constantFrom(...ODD.filter((value) => /^[\x20-\x7e]*$/.test(value))),
)

/** Parts as a browser sends them, with names that the framework gives a meaning among them. */
export function multipart(parts: readonly (readonly [string, string])[]): Buffer {
  const names = ['$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '0', '_1_verificatiecode']
  const lines = parts.map(([key, value], place) => {
    const field = place % 2 === 0 ? names[key.length % names.length] : key
    return `--b\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`
  })
  return Buffer.from(wellFormed(`${lines.join('')}--b--\r\n`))
}

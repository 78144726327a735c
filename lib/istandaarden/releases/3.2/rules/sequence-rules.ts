import { IN_TEXT } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import type { SequenceRuleRow } from '#/lib/istandaarden/rules/rule.ts'

type Row = Pick<SequenceRuleRow, 'code' | 'on' | 'retourcode'> & Partial<SequenceRuleRow>

const rule = (row: Row): SequenceRuleRow => ({
  kind: 'technische regel',
  level: 3,
  source: IN_TEXT,
  ernst: 'waarschuwing',
  ...row,
})

const REPEATED = 'Known when the provider got a toewijzing for this client: each repeats all that stands (OP087).'
const SINCE_THE_PORTAL = 'Silent about what may have been sent before the gemeente used the portal.'

/** The rules of release 3.2 across berichten that the portal can decide by what it keeps of earlier ones. */
export const sequenceRules: readonly SequenceRuleRow[] = [
  rule({ code: 'TR019', on: [305, 307], retourcode: '9019', note: SINCE_THE_PORTAL }),
  rule({
    code: 'TR056',
    on: [305, 307, 315, 317, 323],
    retourcode: '9056',
    note: 'A delivery with an identification that was used before is refused as a duplicate.',
  }),
  rule({ code: 'TR063', on: [305, 307], retourcode: '9063', note: SINCE_THE_PORTAL }),
  rule({ code: 'TR071', on: [305], retourcode: '9071' }),
  rule({ code: 'TR074', on: [305, 307], retourcode: '9074' }),
  rule({ code: 'TR307', on: [323], retourcode: '9307' }),
  rule({ code: 'TR308', on: [323], retourcode: '9308' }),
  rule({ code: 'TR326', on: [305], retourcode: '9326' }),
  rule({ code: 'TR332', on: [301], retourcode: '9332' }),
  rule({ code: 'TR333', on: [323], retourcode: '9333' }),
  rule({ code: 'TR337', on: [325], retourcode: null, note: SINCE_THE_PORTAL }),
  rule({ code: 'TR338', on: [323], retourcode: '9338', note: REPEATED }),
  rule({ code: 'TR339', on: [323], retourcode: '9339' }),
  rule({ code: 'TR340', on: [323], retourcode: '9340' }),
  rule({ code: 'TR341', on: [323], retourcode: '9341' }),
  rule({ code: 'TR347', on: [315, 317], retourcode: '9347' }),
  rule({ code: 'TR349', on: [317], retourcode: '9349' }),
  rule({ code: 'TR350', on: [317], retourcode: '9350', note: REPEATED }),
  rule({ code: 'TR351', on: [317], retourcode: '9351', note: REPEATED }),
  rule({ code: 'TR355', on: [319], retourcode: '9355', note: SINCE_THE_PORTAL }),
  rule({ code: 'TR357', on: [317], retourcode: '9357' }),
  rule({ code: 'TR359', on: [319], retourcode: '9359' }),
  rule({ code: 'TR360', on: [319], retourcode: '9360' }),
  rule({ code: 'TR361', on: [317], retourcode: '9361' }),
  rule({ code: 'TR365', on: [319], retourcode: '9365' }),
  rule({ code: 'TR373', on: [317], retourcode: '9373' }),
  rule({ code: 'TR374', on: [315, 317], retourcode: '9374' }),
  rule({ code: 'TR375', on: [317], retourcode: '9375' }),
  rule({ code: 'TR379', on: [301], retourcode: '9379', note: SINCE_THE_PORTAL }),
  rule({ code: 'TR382', on: [307], retourcode: '9069', note: SINCE_THE_PORTAL }),
  rule({ code: 'TR384', on: [323], retourcode: '9384' }),
  rule({ code: 'TR387', on: [323], retourcode: '9387' }),
  rule({ code: 'TR388', on: [323], retourcode: '9388' }),
  rule({ code: 'TR411', on: [317], retourcode: '9411' }),
  rule({ code: 'TR412', on: [317], retourcode: '9412' }),
  rule({ code: 'TR413', on: [307], retourcode: '9413' }),
  rule({ code: 'TR414', on: [307], retourcode: '9414' }),
  rule({ code: 'TR415', on: [307], retourcode: '9415' }),
  rule({
    code: 'OP259',
    kind: 'bedrijfsregel',
    level: null,
    on: [301],
    retourcode: null,
    note: 'Within one bericht TR302 holds it.',
  }),
  rule({
    code: 'TWEEDE_ANTWOORD',
    kind: 'technische regel',
    on: [325],
    retourcode: null,
    ernst: 'fout',
    source: 'Foutcodelijst VECOZO, IB019 and IB020',
    note: 'Our own name: VECOZO keeps the first answer on a declaratie and refuses every other.',
  }),
]

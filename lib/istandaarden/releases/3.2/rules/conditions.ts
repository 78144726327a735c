import { BOTH, IN_XSLT } from '#/lib/istandaarden/releases/3.2/rules/origin.ts'
import { cd060, cd087 } from '#/lib/istandaarden/rules/claim-rules.ts'
import { cd005, cd007, cd009, cd025, cd034 } from '#/lib/istandaarden/rules/contact-rules.ts'
import { cd041, cd075, cd076, cd077, cd078, cd079, cd080 } from '#/lib/istandaarden/rules/product-rules.ts'
import { cd043, cd066, cd067, cd068, cd085, cd086 } from '#/lib/istandaarden/rules/request-rules.ts'
import type { CheckedRule } from '#/lib/istandaarden/rules/rule.ts'

type Elements = CheckedRule['elements']

const rule = (code: string, elements: Elements, check: CheckedRule['check']): CheckedRule => ({
  code,
  kind: 'conditie',
  level: 2,
  retourcode: '0001',
  source: IN_XSLT,
  inXslt: BOTH,
  elements,
  check,
})

const ADRES: Elements = { 301: ['Contact/Adres'] }
const CONTACT: Elements = { 301: ['Contact'] }
const VERWIJZER: Elements = { 315: ['AangevraagdProduct/Verwijzer'] }
const ANTWOORD: Elements = { 319: ['Antwoord'] }

/** Products that are named, with a code or without. */
const NAMED: Elements = { 301: ['ToegewezenProduct'], 315: ['AangevraagdProduct'], 317: ['NieuwProduct'] }
/** Those, and products that a request for a change knows by their toewijzing. */
const EVERY: Elements = { ...NAMED, 317: ['NieuwProduct', 'TeWijzigenProduct'] }

/** The condities of release 3.2: what must be there, or must not, because of something else. */
export const conditions: readonly CheckedRule[] = [
  rule('CD005', ADRES, cd005),
  rule('CD007', { 301: ['Client/Communicatie'] }, cd007),
  rule('CD009', CONTACT, cd009),
  rule('CD025', ADRES, cd025),
  rule('CD034', CONTACT, cd034),
  rule('CD041', NAMED, cd041),
  rule('CD043', { 315: ['AangevraagdProduct'] }, cd043),
  rule('CD060', { 323: ['Prestatie'], 325: ['Prestatie'] }, cd060),
  rule('CD066', VERWIJZER, cd066),
  rule('CD067', VERWIJZER, cd067),
  rule('CD068', VERWIJZER, cd068),
  rule('CD075', EVERY, cd075),
  rule('CD076', EVERY, cd076),
  rule('CD077', EVERY, cd077),
  rule('CD078', EVERY, cd078),
  rule('CD079', NAMED, cd079),
  rule('CD080', { 301: ['ToegewezenProduct'] }, cd080),
  rule('CD085', ANTWOORD, cd085),
  rule('CD086', ANTWOORD, cd086),
  rule('CD087', { 323: ['Prestatie'] }, cd087),
  rule('CD095', { 315: ['AangevraagdProduct'] }, cd080),
  rule('CD096', { 317: ['NieuwProduct'] }, cd080),
]

import { z } from 'zod'
import { Reason } from '#/lib/organisations/members/schema.ts'
import { day } from '#/lib/platform/input/day.ts'
import { oneLine } from '#/lib/platform/input/text.ts'

// Each fault names its field, so that the links in the summary of faults differ.
const filled = (max: number, field: string) =>
  oneLine(max, { absent: `${field}Missing`, tooLong: `${field}Long` }).pipe(z.string().min(1, `${field}Missing`))

/** A number as people write it: with spaces or points. Kept as text, because a leading zero counts. */
const digits = (count: number, message: string) =>
  z
    .string({ error: message })
    .transform((text) => text.replace(/[\s.]/g, ''))
    .pipe(z.string().regex(new RegExp(`^(?:[0-9]{${count}})?$`), message))

/** A gemeente that is connected. By KvK-nummer, RSIN or both the makelaar's answer is matched. Messages are keys. */
export const RegisterGemeente = z
  .object({
    name: filled(80, 'name'),
    gemeenteCode: digits(4, 'gemeenteCode').pipe(z.string().min(1, 'gemeenteCode')),
    kvk: digits(8, 'kvk'),
    rsin: digits(9, 'rsin'),
  })
  .refine(({ kvk, rsin }) => kvk !== '' || rsin !== '', { path: ['kvk'], message: 'oneNumber' })
export type RegisterGemeente = z.infer<typeof RegisterGemeente>

export const AGREEMENT_KINDS = ['AANSLUITING', 'VECOZO'] as const
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

export const RegisterAgreement = z.object({
  organisationId: z.uuid({ error: 'unknown' }),
  kind: z.enum(AGREEMENT_KINDS, { error: 'kind' }),
  signedOn: day(),
  documentReference: filled(100, 'reference'),
})
export type RegisterAgreement = z.infer<typeof RegisterAgreement>

export const WithdrawAgreement = z.object({ agreementId: z.uuid({ error: 'unknown' }), reason: Reason })
export type WithdrawAgreement = z.infer<typeof WithdrawAgreement>

/** The address of the list: a mangled one shows the list as it is without filters. */
export const GemeenteFilter = z.object({
  zoek: oneLine(100).catch(''),
  na: z.uuid().optional().catch(undefined),
})
export type GemeenteFilter = z.infer<typeof GemeenteFilter>

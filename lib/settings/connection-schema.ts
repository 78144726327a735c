import { z } from 'zod'
import { BERICHT_PRODUCTS, PRODUCTS, type Product } from '#/lib/access/products.ts'

/** How a gemeente gets its berichten: by hand in the portal, or by the web service of its own software. */
export const CHANNELS = ['PORTAAL', 'WEBSERVICE'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whether anything is sent to the software of a gemeente: the Wlz-Registertoets is only asked by it. */
export const isSentTo = (product: Product): boolean => product !== 'wlz-registertoets'

/** Versions of StUF-GGk that software of a gemeente can speak, as in their namespace: 0210 is 2.1 patch 04, the only one in use. */
export const STUF_VERSIONS = ['0210'] as const
export type StufVersion = (typeof STUF_VERSIONS)[number]

/** Organisatie-identificatienummer: 20 digits. */
export const OIN = /^[0-9]{20}$/
const LONGEST_ADDRESS = 500
/** A certificate with the ones between it and its authority. */
const LONGEST_CERTIFICATE = 20_000

/** The second form of the settings: the software of the gemeente. `version` is the one that the form showed. */
export const ChangeConnection = z
  .object({
    product: z.enum(PRODUCTS),
    version: z.coerce.number().int().min(0),
    channel: z.enum(CHANNELS, { error: 'channel' }),
    endpoint: z.string().trim().max(LONGEST_ADDRESS, 'endpoint'),
    stufVersion: z.enum(STUF_VERSIONS, { error: 'stufVersion' }).default('0210'),
    /** Empty: as the certificate says. */
    oin: z
      .string()
      .transform((text) => text.replace(/\s/gu, ''))
      .refine((oin) => oin === '' || OIN.test(oin), 'oin')
      .default(''),
    /** PEM as pasted, the certificate first; empty for none. */
    certificate: z.string().trim().max(LONGEST_CERTIFICATE, 'certificate'),
  })
  .superRefine(({ product, channel, endpoint, certificate }, ctx) => {
    if (!isSentTo(product) && endpoint !== '') ctx.addIssue({ code: 'custom', path: ['endpoint'], message: 'endpoint' })
    if (channel === 'PORTAAL') return
    if (isSentTo(product) && endpoint === '')
      ctx.addIssue({ code: 'custom', path: ['endpoint'], message: 'endpointNeeded' })
    if (certificate === '') ctx.addIssue({ code: 'custom', path: ['certificate'], message: 'certificateNeeded' })
  })
export type ChangeConnection = z.infer<typeof ChangeConnection>

/** The test call of the settings, to the address that is in force. */
export const TestConnection = z.object({ product: z.enum(BERICHT_PRODUCTS) })
export type TestConnection = z.infer<typeof TestConnection>

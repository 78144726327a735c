import type { BerichtProduct } from '#/lib/access/products.ts'

// What many rules of release 3.2 have in common.

export const BOTH: readonly BerichtProduct[] = ['iwmo', 'ijw']

/** Rules that the schemas of the standard hold. */
export const IN_SCHEMA = 'Regels iStandaarden 3.2, schema (XSD)'
/** Rules that the official validation of both standards holds. */
export const IN_XSLT = 'Regels iStandaarden 3.2, validatie (XSLT 2.10.5)'
/** Rules that are written down, and that no official validation holds. */
export const IN_TEXT = 'Regels iStandaarden 3.2'

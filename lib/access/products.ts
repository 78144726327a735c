/** The three products of the portal, as they stand in addresses. */
export const PRODUCTS = ['iwmo', 'ijw', 'wlz-registertoets'] as const
export type Product = (typeof PRODUCTS)[number]

/** The products that exchange berichten. */
export const BERICHT_PRODUCTS = ['iwmo', 'ijw'] as const
export type BerichtProduct = (typeof BERICHT_PRODUCTS)[number]

/** Names as written in running text; the same in every language. */
export const PRODUCT_NAMES = {
  iwmo: 'iWmo',
  ijw: 'iJw',
  'wlz-registertoets': 'Wlz-Registertoets',
} as const satisfies Record<Product, string>

/** Tells whether a text from outside, for instance a part of an address, names a product. */
export const isProduct = (text: string): text is Product => (PRODUCTS as readonly string[]).includes(text)

/** Tells whether a text from outside names a product that exchanges berichten. */
export const isBerichtProduct = (text: string): text is BerichtProduct =>
  (BERICHT_PRODUCTS as readonly string[]).includes(text)

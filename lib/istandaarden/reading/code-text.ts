import type { BerichtProduct } from '#/lib/access/products.ts'
import type { CodeWords, Release } from '#/lib/istandaarden/release.ts'

const isPerProduct = (
  texts: CodeWords | Readonly<Record<BerichtProduct, CodeWords>>,
): texts is Readonly<Record<BerichtProduct, CodeWords>> => typeof texts.iwmo === 'object'

/** What a code of a data type means; null for one that no list of the release has. */
export function codeText(
  { codeTexts }: Pick<Release, 'codeTexts'>,
  product: BerichtProduct,
  type: string,
  code: string,
): string | null {
  const texts = codeTexts[type]
  if (texts === undefined) return null
  const words = isPerProduct(texts) ? texts[product] : texts
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null
}

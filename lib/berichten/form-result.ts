import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { MemberActor } from '#/lib/access/actor.ts'
import { openBytes, sealBytes, UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'

// The page with the results of a form without script gets them in its address. File names can hold anything, so they
// travel sealed: no address in a history or a log shows them, and nobody can make up a result.
const PURPOSE = 'aanleverresultaat'

const FormEntry = z.strictObject({
  fileName: z.string(),
  outcome: z.enum(['accepted', 'rejected', 'refused']),
  /** The bericht that was made, or the earlier one that stands in the way. */
  berichtId: z.uuid().nullable(),
  /** What was wrong, in the language of the form. */
  title: z.string().nullable(),
  detail: z.string().nullable(),
})
/** What became of one file of a form. */
export type FormEntry = z.infer<typeof FormEntry>

const FormResult = z.strictObject({
  entries: z.array(FormEntry),
  /** The form had more files than may be, or did not arrive whole. */
  note: z.enum(['tooMany', 'broken']).nullable(),
})
/** What became of the files of one form. */
export type FormResult = z.infer<typeof FormResult>

// Node takes 16 KB of headers, and the cookies are in them, too: of fifty files names and explanations are cut until the
// address fits. What became of a file, and the bericht that it is, always stay; its page has the whole explanation.
const LONGEST_TEXT = 11_000
const MEASURES: readonly Measure[] = [
  { name: 120, title: 300, detail: 2_000 },
  { name: 60, title: 300, detail: 300 },
  { name: 60, title: 200, detail: 0 },
  { name: 30, title: 80, detail: 0 },
  { name: 15, title: 30, detail: 0 },
]
const LARGEST_RESULT = 200_000

const cut = (name: string, length: number): string => {
  const characters = [...name]
  return characters.length <= length ? name : `${characters.slice(0, length - 1).join('')}…`
}

/** How much of each file the address holds: more does not fit when there are many. */
type Measure = { readonly name: number; readonly title: number; readonly detail: number }

const cutText = (text: string | null, length: number): string | null =>
  text === null || length === 0 ? null : cut(text, length)

const within = (result: FormResult, { name, title, detail }: Measure): FormResult => ({
  ...result,
  entries: result.entries.map((entry) => ({
    ...entry,
    fileName: cut(entry.fileName, name),
    title: cutText(entry.title, title),
    detail: cutText(entry.detail, detail),
  })),
})

const contextOf = (actor: MemberActor) => ({ doel: PURPOSE, lid: actor.memberId })

/** The result as text for an address, readable by the portal only and for this person only. */
export async function sealFormResult(actor: MemberActor, result: FormResult): Promise<string> {
  let sealed = ''
  for (const measure of MEASURES) {
    const packed = deflateRawSync(JSON.stringify(within(result, measure)))
    sealed = (await sealBytes(packed, contextOf(actor))).toString('base64url')
    if (sealed.length <= LONGEST_TEXT) break
  }
  return sealed
}

/** Opens what `sealFormResult` made for the same person; null for everything else. */
export async function openFormResult(actor: MemberActor, sealed: string): Promise<FormResult | null> {
  try {
    const packed = await openBytes(Buffer.from(sealed, 'base64url'), contextOf(actor))
    const text = inflateRawSync(packed, { maxOutputLength: LARGEST_RESULT }).toString()
    return FormResult.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof UnreadableContentError) return null
    throw error
  }
}

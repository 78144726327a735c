import { z } from 'zod'
import type { MemberActor } from '#/lib/access/actor.ts'
import { UnreadableContentError } from '#/lib/platform/crypto/content-cipher.ts'
import { openText, sealText } from '#/lib/platform/crypto/sealed-text.ts'

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

const contextOf = (actor: MemberActor) => ({ lid: actor.memberId })

/** The result as text for an address, readable by the portal only and for this person only. */
export async function sealFormResult(actor: MemberActor, result: FormResult): Promise<string> {
  return sealText(PURPOSE, JSON.stringify(result), contextOf(actor))
}

/** Opens what `sealFormResult` made for the same person; null for everything else. */
export async function openFormResult(actor: MemberActor, sealed: string): Promise<FormResult | null> {
  try {
    return FormResult.parse(JSON.parse(await openText(PURPOSE, sealed, contextOf(actor))))
  } catch (error) {
    if (error instanceof UnreadableContentError) return null
    throw error
  }
}

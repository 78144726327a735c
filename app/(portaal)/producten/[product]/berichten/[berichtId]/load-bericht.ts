import { cache } from 'react'
import { requireMember } from '#/app/_server/require-actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { BerichtAddress, type BerichtDetail } from '#/lib/berichten/schema.ts'
import { NotFoundError } from '#/lib/platform/errors.ts'

export type BerichtPageProps = {
  readonly params: Promise<{ readonly product: string; readonly berichtId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

// By the parts of the address: Next hands the title and the page a promise each, and every look at a bericht is logged.
const readOnce = cache(async (product: string, berichtId: string): Promise<BerichtDetail> => {
  const address = BerichtAddress.safeParse({ product, berichtId })
  const actor = await requireMember('ACTIEF')
  if (!address.success) throw new NotFoundError('bericht')
  return readBericht(actor, address.data)
})

/** The bericht of the address, read once per request for the title and the page. */
export async function loadBericht(params: BerichtPageProps['params']): Promise<BerichtDetail> {
  const { product, berichtId } = await params
  return readOnce(product, berichtId)
}

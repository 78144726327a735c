import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageAccess } from '#/app/_server/page-access.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { readBericht } from '#/lib/berichten/read-bericht.ts'
import { BerichtAddress, type BerichtDetail } from '#/lib/berichten/schema.ts'

export type BerichtPageProps = {
  readonly params: Promise<{ readonly product: string; readonly berichtId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The bericht of the address, read once per request for the title and the page. */
export const loadBericht = cache(async (params: BerichtPageProps['params']): Promise<BerichtDetail> => {
  const address = BerichtAddress.safeParse(await params)
  const actor = await requireMember('ACTIEF')
  if (!address.success) notFound()
  return pageAccess(actor, () => readBericht(actor, address.data))
})

import { cache } from 'react'
import { pathId } from '#/app/_server/path-id.ts'
import { requireMember } from '#/app/_server/require-actor.ts'
import { readMember } from '#/lib/organisations/members/read-member.ts'

/** The person of the address, once per request, for the title and the page: reading a person is logged. */
export const loadPerson = cache(async (id: string) => {
  const actor = await requireMember('ACTIEF')
  return readMember(actor, pathId(id))
})

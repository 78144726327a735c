import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { REFUSED_HEADER } from '#/app/_server/guard.ts'
import { Problem } from '#/app/_ui/problem.tsx'

/** What the gate shows in the place of a page that somebody may not see. By its own address it does not exist. */
export default async function GeweigerdPage() {
  if ((await headers()).get(REFUSED_HEADER) !== '1') notFound()
  return <Problem kind="forbidden" home="/dashboard" />
}

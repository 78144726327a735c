import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PublicFrame } from '#/app/_ui/frame/public-frame.tsx'
import { Problem } from '#/app/_ui/problem.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('forbidden.title') }
}

/** 403 outside the portal's own frame. */
export default function ForbiddenPage() {
  return (
    <PublicFrame>
      <Problem kind="forbidden" home="/" />
    </PublicFrame>
  )
}

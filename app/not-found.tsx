import { PublicFrame } from '#/app/_ui/frame/public-frame.tsx'
import { Problem } from '#/app/_ui/problem.tsx'

/** 404 outside the portal's own frame. */
export default function NotFoundPage() {
  return (
    <PublicFrame>
      <Problem kind="notFound" home="/" />
    </PublicFrame>
  )
}

import { PublicFrame } from '#/app/_ui/frame/public-frame.tsx'
import { Problem } from '#/app/_ui/problem.tsx'

/** 403 outside the portal's own frame. */
export default function ForbiddenPage() {
  return (
    <PublicFrame>
      <Problem kind="forbidden" home="/" />
    </PublicFrame>
  )
}

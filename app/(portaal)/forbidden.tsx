import { Problem } from '#/app/_ui/problem.tsx'

/** 403 behind the login, inside the frame. */
export default function ForbiddenInPortal() {
  return <Problem kind="forbidden" home="/dashboard" isDrawnLater />
}

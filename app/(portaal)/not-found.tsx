import { Problem } from '#/app/_ui/problem.tsx'

/** 404 behind the login, inside the frame. */
export default function NotFoundInPortal() {
  return <Problem kind="notFound" home="/dashboard" isDrawnLater />
}

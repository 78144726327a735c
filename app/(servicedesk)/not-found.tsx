import { Problem } from '#/app/_ui/problem.tsx'

/** 404 behind the servicedesk's login, inside the frame. */
export default function NotFoundAtServicedesk() {
  return <Problem kind="notFound" home="/servicedesk/gemeenten" isDrawnLater />
}

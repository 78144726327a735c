import { Problem } from '#/app/_ui/problem.tsx'

/** 403 for somebody of a gemeente on a page of the servicedesk, inside the own frame. */
export default function ForbiddenAtServicedesk() {
  return <Problem kind="forbidden" home="/dashboard" isDrawnLater />
}

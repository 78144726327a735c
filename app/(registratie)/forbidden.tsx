import { Problem } from '#/app/_ui/problem.tsx'

/** 403 during the registration, inside the frame. */
export default function ForbiddenInRegistration() {
  return <Problem kind="forbidden" home="/persoonlijke-instellingen" isDrawnLater />
}

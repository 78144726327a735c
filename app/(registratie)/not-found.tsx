import { Problem } from '#/app/_ui/problem.tsx'

/** 404 during the registration, inside the frame. */
export default function NotFoundInRegistration() {
  return <Problem kind="notFound" home="/persoonlijke-instellingen" isDrawnLater />
}

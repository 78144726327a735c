import { Problem } from '#/app/_ui/problem.tsx'

/** 404 within the frame of the public pages. */
export default function NotFoundInPublic() {
  return <Problem kind="notFound" home="/" isDrawnLater />
}

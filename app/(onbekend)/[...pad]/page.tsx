import { definePage, pageTitle } from '#/app/_server/define-page.tsx'
import { NotFoundError } from '#/lib/platform/errors.ts'

const nothingHere = async () => {
  throw new NotFoundError('page')
}

export const generateMetadata = pageTitle(nothingHere)

/** Every address that no page, route or file answers. */
export default definePage(nothingHere)

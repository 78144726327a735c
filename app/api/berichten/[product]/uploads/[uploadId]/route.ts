import { defineRoute } from '#/app/_server/define-route.ts'
import { answerUpload } from '#/app/api/berichten/upload-protocol.ts'
import { UploadAddress } from '#/lib/berichten/uploads/schema.ts'

// A script goes on with these by itself for as long as it takes: no sign of a person.
const route = defineRoute({ params: UploadAddress, countsAsActivity: false, handle: answerUpload })

/** How far a file is. */
export const HEAD = route
/** More of its bytes. Not seen by middleware.ts, which would cut them off. */
export const PATCH = route
/** Forgets it. */
export const DELETE = route

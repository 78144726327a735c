import { defineRoute } from '#/app/_server/define-route.ts'
import { answerUpload } from '#/app/api/berichten/upload-protocol.ts'
import { BerichtenAddress } from '#/lib/berichten/schema.ts'

/** Begins a file that comes in parts. Not seen by middleware.ts: the first bytes may come along. */
export const POST = defineRoute({ params: BerichtenAddress, handle: answerUpload })

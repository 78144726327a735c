import type { MemberActor } from '#/lib/access/actor.ts'
import { clock, MINUTE_MS } from '#/lib/platform/clock.ts'

/** A change that lets data go elsewhere, or has more of it looked at, asks for a login of at most so long ago. */
const FRESH_LOGIN_MS = 10 * MINUTE_MS

/** Whether somebody logged in so recently that such a change may be made. */
export const isFreshLogin = ({ authnInstant }: MemberActor): boolean =>
  clock.now().getTime() - authnInstant.getTime() <= FRESH_LOGIN_MS

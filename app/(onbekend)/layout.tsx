import { headers } from 'next/headers'
import { addressOf } from '#/app/_server/request-origin.ts'
import { currentSession } from '#/app/_server/require-actor.ts'
import { viewerOf } from '#/app/_server/viewer.ts'
import { PortalFrame } from '#/app/_ui/frame/portal-frame.tsx'
import { PublicFrame } from '#/app/_ui/frame/public-frame.tsx'
import { isAdmitted } from '#/lib/identity/networks.ts'

/**
 * Around what does not exist: the frame that the visitor knows. Asking for it is no activity, and whoever comes from outside
 * the networks sees nothing of a session.
 */
export default async function FrameOfVisitor({ children }: { children: React.ReactNode }) {
  const session = await currentSession()
  if (session.kind !== 'live' || !isAdmitted(addressOf(await headers()))) return <PublicFrame>{children}</PublicFrame>
  return <PortalFrame viewer={await viewerOf(session)}>{children}</PortalFrame>
}

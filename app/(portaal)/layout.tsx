import { DockPlace } from '#/app/_delivery/dock-place.tsx'
import { requireSession } from '#/app/_server/require-actor.ts'
import { viewerOf } from '#/app/_server/viewer.ts'
import { PortalFrame } from '#/app/_ui/frame/portal-frame.tsx'

/** The frame of these pages. It shows who is looking and decides nothing: every page and use case checks by itself. */
export default async function FramedLayout({ children }: { children: React.ReactNode }) {
  return (
    <PortalFrame viewer={await viewerOf(await requireSession())}>
      <DockPlace />
      {children}
    </PortalFrame>
  )
}

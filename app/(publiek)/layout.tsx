import { PublicFrame } from '#/app/_ui/frame/public-frame.tsx'

/** Pages that need no session. */
export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>
}

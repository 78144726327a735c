import { Button } from '#/app/_ui/button.tsx'
import { LOGOUT_PATH } from '#/app/_ui/frame/viewer.ts'

/** Logging out changes something, so it is a post and never a link. */
export function LogoutForm({ text, wide = false }: { text: string; wide?: boolean }) {
  return (
    <form method="post" action={LOGOUT_PATH} className={wide ? 'flex flex-col' : undefined}>
      <Button look="secondary">{text}</Button>
    </form>
  )
}

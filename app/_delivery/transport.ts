import type { Upload } from '#/app/_delivery/upload.ts'

/** What happens to a file on its way. After `answered`, `lost` or `unreadable` nothing more comes. */
export type Step =
  | { readonly kind: 'sending'; readonly percent: number }
  /** All of it has arrived; the answer is to come. */
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly text: string
      /** When the portal wants to be asked again. */
      readonly retryAfterSeconds: number | null
    }
  /** No answer came. */
  | { readonly kind: 'lost' }
  /** The browser cannot read the file any more. */
  | { readonly kind: 'unreadable' }

/**
 * Sends one file on its own, or goes on with it. `isByHand`: somebody asked for it just now, which keeps the session alive.
 * Gives the way to stop it.
 */
export type Transport = (
  upload: Upload,
  onStep: (step: Step) => void,
  isByHand: boolean,
) => { readonly cancel: () => void }

/** Why no answer came: the browser says the same of a connection that broke and of a file that is not there any more. */
export async function stepOfLoss(file: File): Promise<Step> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => ({ kind: 'lost' }),
      () => ({ kind: 'unreadable' }),
    )
}

/** The number of seconds in Retry-After; null when there is none, or a date. */
export const secondsOf = (retryAfter: string | null): number | null =>
  retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null

import { createTransport } from 'nodemailer'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

export type OutgoingMail = {
  /** One address. Several people get a mail each, so that none sees the other. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /**
   * The same for every try to send this mail. It becomes the Message-ID, by which mail systems recognise a mail that was
   * sent again because our process died after the first was accepted.
   */
  readonly id: string
}

/** The way out for mail. `send` resolves once the mail server has taken the mail over. */
export type MailTransport = {
  /** Throws MailRefusedError when the address can never get mail, UpstreamError when a later try may help. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** The mail server refuses this address for good (an answer of class 5 to the recipient). */
export class MailRefusedError extends Error {
  readonly responseCode: number
  constructor(responseCode: number) {
    super(`mail server refuses the recipient (${responseCode})`)
    this.name = 'MailRefusedError'
    this.responseCode = responseCode
  }
}

/** Codes only: the message of the library's error repeats the address. */
function faultOf(error: unknown): Error {
  const of = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined
  const [code, responseCode] = [of('code'), of('responseCode')]
  if (code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500)
    return new MailRefusedError(responseCode)
  return new UpstreamError('mail', `not sent (${String(code ?? 'unknown')} ${String(responseCode ?? '')})`.trim())
}

function smtpTransport(): MailTransport {
  const { smtpUrl, mailFrom, omgeving, portaalUrl } = settings()
  const isTlsFromTheStart = smtpUrl.protocol === 'smtps:'
  const transport = createTransport({
    host: smtpUrl.hostname,
    port: Number(smtpUrl.port || (isTlsFromTheStart ? 465 : 587)),
    secure: isTlsFromTheStart,
    // Outside the demo no mail goes over an open line. The demo's mail catcher has a certificate that nobody vouches for.
    ...(omgeving === 'demo' ? { ignoreTLS: true } : { requireTLS: true }),
    ...(smtpUrl.username
      ? { auth: { user: decodeURIComponent(smtpUrl.username), pass: decodeURIComponent(smtpUrl.password) } }
      : {}),
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, id }) {
      try {
        await transport.sendMail({
          from: mailFrom,
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${portaalUrl.hostname}>`,
          // RFC 3834: no holiday answers to us.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw faultOf(error)
      }
    },
    close: () => transport.close(),
  }
}

type Holder = { transport: MailTransport | null }
const holder = () => sharedState<Holder>('mail-transport', () => ({ transport: null }))

/** The process's connection to the mail server of SMTP_URL. */
export function mailTransport(): MailTransport {
  const held = holder()
  held.transport ??= smtpTransport()
  return held.transport
}

/** Ends the connections; the next use makes new ones. */
export function closeMailTransport(): void {
  holder().transport?.close()
  replaceSharedState<Holder>('mail-transport', { transport: null })
}

import { type Step, secondsOf, stepOfLoss, type Transport } from '#/app/_delivery/transport.ts'
import { isZip, soortHeader } from '#/app/_delivery/upload.ts'
import { BY_ITSELF } from '#/lib/platform/http/by-itself.ts'

type Call = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: File | null
  /** Why no answer came. */
  readonly onLoss: () => Promise<Step>
}

/** One POST with a percentage for what was sent of its body. */
export function post({ address, headers, body, onLoss }: Call, onStep: (step: Step) => void) {
  const request = new XMLHttpRequest()
  request.open('POST', address)
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (total > 0) onStep({ kind: 'sending', percent: Math.floor((loaded / total) * 100) })
  })
  request.upload.addEventListener('load', () => onStep({ kind: 'checking' }))
  request.addEventListener('load', () =>
    onStep({
      kind: 'answered',
      status: request.status,
      text: request.responseText,
      retryAfterSeconds: secondsOf(request.getResponseHeader('Retry-After')),
    }),
  )
  request.addEventListener('error', () => void onLoss().then(onStep))
  request.send(body)
  return { cancel: () => request.abort() }
}

/** Sends a file in one piece: for a small one beginning again is as good as going on. */
export const postTransport: Transport = ({ file, key, destination }, onStep, isByHand) => {
  onStep({ kind: 'sending', percent: 0 })
  const headers = {
    'Content-Type': isZip(file) ? 'application/zip' : 'application/xml',
    'X-Bestandsnaam': encodeURIComponent(file.name),
    'Idempotency-Key': key,
    ...soortHeader(destination),
    ...(isByHand ? {} : BY_ITSELF),
  }
  return post({ address: destination.uploadAddress, headers, body: file, onLoss: () => stepOfLoss(file) }, onStep)
}

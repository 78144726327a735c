import type { DetailedError } from 'tus-js-client'
import { post, postTransport } from '#/app/_delivery/post-transport.ts'
import { type Step, secondsOf, stepOfLoss, type Transport } from '#/app/_delivery/transport.ts'
import { isZip, soortHeader, type Upload } from '#/app/_delivery/upload.ts'
import { BY_ITSELF } from '#/lib/platform/http/by-itself.ts'

/** So much goes in one request: what a proxy that hands on only whole requests may lose at a break. */
const CHUNK_BYTES = 4 * 1_048_576
/** The answer for who has to come back in a moment. */
const AGAIN: Step = { kind: 'answered', status: 423, text: '', retryAfterSeconds: null }
/** Answers after which the parts that the portal holds still count. */
const PARTS_STAND = [401, 423, 429, 502, 503, 504]

/** Where the parts of a file go, by its key: by this it goes on after an interruption. */
const begun = new Map<string, string>()

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const isDetailed = (error: Error | DetailedError): error is DetailedError => 'originalResponse' in error

async function stepOfError(error: Error | DetailedError, { file, key }: Upload): Promise<Step> {
  const answer = isDetailed(error) ? error.originalResponse : null
  const status = answer?.getStatus() ?? 0
  if (!answer || status === 0) return stepOfLoss(file)
  // The portal holds more of it, or less, than this browser thought, or another request wrote at the same time: look again.
  if (status === 409 || status === 423) return AGAIN
  // It ended while it was being written: from the beginning.
  if (status === 404 && isDetailed(error) && error.originalRequest.getMethod() === 'PATCH') {
    begun.delete(key)
    return AGAIN
  }
  const retryAfterSeconds = secondsOf(answer.getHeader('Retry-After') ?? null)
  return { kind: 'answered', status, text: answer.getBody(), retryAfterSeconds }
}

/** Asks what became of a file that has arrived whole; asking again gives the same answer. */
function finish(address: string, { key, file, destination }: Upload, onStep: (step: Step) => void) {
  onStep({ kind: 'checking' })
  const onLoss = () => Promise.resolve<Step>({ kind: 'lost' })
  const headers = { ...soortHeader(destination), ...BY_ITSELF }
  return post({ address: `${address}/aanleveren`, headers, body: null, onLoss }, (step) => {
    if (step.kind !== 'answered' || PARTS_STAND.includes(step.status)) return onStep(step)
    begun.delete(key)
    // Its term was over, or it had to make room: from the beginning.
    onStep(step.status === 404 && file.size > 0 ? AGAIN : step)
  })
}

/** The script that sends in parts; null when it cannot be had: no connection, or the portal was renewed since. */
const loadTus = () => import('tus-js-client').catch(() => null)

type Under = { readonly isByHand: boolean; isCancelled: boolean; cancel: () => void }

async function send(upload: Upload, under: Under, onStep: (step: Step) => void): Promise<void> {
  const { file, key, destination } = upload
  const tus = await loadTus()
  if (under.isCancelled) return
  if (!tus) {
    under.cancel = postTransport(upload, onStep, under.isByHand).cancel
    return
  }
  const sha256 = await sha256Of(file)
  if (under.isCancelled) return
  const sending = new tus.Upload(file, {
    endpoint: new URL(`${destination.uploadAddress}/uploads`, location.href).href,
    uploadUrl: begun.get(key) ?? null,
    metadata: {
      filename: file.name,
      filetype: isZip(file) ? 'application/zip' : 'application/xml',
      sha256,
      key,
    },
    headers: under.isByHand ? {} : BY_ITSELF,
    chunkSize: CHUNK_BYTES,
    // The queue decides when to try again, for all files together.
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => {
      if (sending.url) begun.set(key, sending.url)
    },
    onProgress: (sent, total) => onStep({ kind: 'sending', percent: Math.floor((sent / total) * 100) }),
    onError: (error) => void stepOfError(error, upload).then(onStep),
    onSuccess: () => {
      if (!under.isCancelled) under.cancel = finish(sending.url ?? '', upload, onStep).cancel
    },
  })
  under.cancel = () => {
    begun.delete(key)
    // What the portal cannot be told now, it forgets by itself within a day.
    void sending.abort(true).catch(() => undefined)
  }
  sending.start()
}

/**
 * Sends a file in parts by the tus protocol (tus.io, version 1.0.0). After an interruption it goes on where the portal says
 * that it stopped.
 */
export const resumableTransport: Transport = (upload, onStep, isByHand) => {
  const under: Under = { isByHand, isCancelled: false, cancel: () => undefined }
  onStep({ kind: 'sending', percent: 0 })
  send(upload, under, onStep).catch(() => stepOfLoss(upload.file).then(onStep))
  return {
    cancel: () => {
      under.isCancelled = true
      under.cancel()
    },
  }
}

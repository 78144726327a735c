import type { Step, Transport } from '#/app/_delivery/transport.ts'
import {
  type Destination,
  firstState,
  type HandedOver,
  isOver,
  isZip,
  stateOfAnswer,
  type Upload,
  type UploadState,
} from '#/app/_delivery/upload.ts'

/** So many at a time: enough to fill the line, few enough to keep the order of the list. */
const AT_ONCE = 3
/** So often a file is asked to wait, for an hour or so, before its row says why it was not taken. */
const MOST_PAUSES = 120
/** States whose words say that nothing was stored. */
const SAY_NOTHING_IS_STORED: readonly UploadState['kind'][] = ['failed', 'ended', 'unreadable']
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** After so many losses while other files came through it is not the connection: something on the way stops this file. */
const MOST_LOSSES_ALONE = 5
/** Asked to wait, or nobody was there to ask: behind a proxy a portal that starts again is a 502 or a 504. */
const TO_BE_REPEATED = [423, 429, 502, 503, 504]
/** After such an answer the portal may have the file: a proxy says so too when it handed the file on and heard nothing. */
const maySayTooLittle = (status: number) => status >= 500 && status !== 503

/** What the queue needs of its surroundings. */
export type QueueMeans = {
  readonly transport: Transport
  /** Runs something later, unless it is called off by what this gives. */
  readonly later: (run: () => void, ms: number) => () => void
  /** Between 0 and 1. */
  readonly random: () => number
  readonly newKey: () => string
}

type Tries = { readonly pauses: number; readonly lossesAlone: number; readonly answersSeen: number }
const NO_TRIES: Tries = { pauses: 0, lossesAlone: 0, answersSeen: -1 }

/**
 * The files of this browser tab on their way to the portal: three at a time and in order, of zips one at a time, because the
 * portal unpacks one per person. A connection that is lost stops all of them; they go on by themselves, after a pause that
 * grows, or at once when the browser says that it is connected again.
 */
export class DeliveryQueue {
  readonly #means: QueueMeans
  readonly #listeners = new Set<() => void>()
  readonly #running = new Map<string, { cancel: () => void }>()
  readonly #waits = new Map<string, () => void>()
  readonly #tries = new Map<string, Tries>()
  /** Files of which all was sent once while the answer was lost: whatever comes later, they may have been accepted. */
  readonly #sentWhole = new Set<string>()
  #uploads: readonly Upload[] = []
  /** Somebody asks for what is sent now. One file of all that they hand over says so: the rest goes by itself. */
  #isByHand = false
  #pause: (() => void) | null = null
  #losses = 0
  #answers = 0

  constructor(means: QueueMeans) {
    this.#means = means
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The files in their order; another list after every change. */
  readonly uploads = (): readonly Upload[] => this.#uploads

  add(files: readonly HandedOver[], destination: Destination): void {
    const added = files.map(({ file, name }) => ({
      key: this.#means.newKey(),
      file,
      name,
      destination,
      state: firstState(file, destination),
    }))
    this.#show([...this.#uploads, ...added])
    this.#startByHand()
  }

  /** Stops one file. What was sent of it whole may have been accepted. */
  cancel(key: string): void {
    const upload = this.#uploads.find((one) => one.key === key)
    if (!upload || isOver(upload.state)) return
    if (upload.state.kind === 'checking') this.#sentWhole.add(key)
    const wasSent = this.#sentWhole.has(key)
    this.#stop(key)
    this.#change(key, { kind: wasSent ? 'unsure' : 'cancelled' })
    this.#start()
  }

  retry(key: string): void {
    this.#tries.delete(key)
    this.#change(key, { kind: 'waiting' })
    this.#startByHand()
  }

  /** Goes on without waiting for the end of a pause: the connection is back, or somebody wants to know. */
  tryNow(): void {
    this.#pause?.()
    this.#pause = null
    this.#start()
  }

  /** Takes what is over from the list. */
  clear(): void {
    for (const { key, state } of this.#uploads) if (isOver(state)) this.#sentWhole.delete(key)
    this.#show(this.#uploads.filter(({ state }) => !isOver(state)))
  }

  /** Stops everything and forgets it. */
  stop(): void {
    this.#pause?.()
    this.#pause = null
    for (const { key } of this.#uploads) this.#stop(key)
    this.#sentWhole.clear()
    this.#show([])
  }

  #stop(key: string): void {
    const sending = this.#running.get(key)
    this.#running.delete(key)
    sending?.cancel()
    this.#waits.get(key)?.()
    this.#waits.delete(key)
    this.#tries.delete(key)
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const listener of this.#listeners) listener()
  }

  #change(key: string, state: UploadState): void {
    this.#show(this.#uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)))
  }

  #startByHand(): void {
    this.#isByHand = true
    this.#start()
    // What has to wait is sent when nobody may be there any more.
    this.#isByHand = false
  }

  #start(): void {
    if (this.#pause) return
    for (const upload of this.#uploads) {
      if (this.#running.size >= AT_ONCE) return
      const isWaiting = upload.state.kind === 'waiting' || upload.state.kind === 'interrupted'
      if (isWaiting && !this.#running.has(upload.key) && !this.#hasToWait(upload)) this.#send(upload)
    }
  }

  /** A zip waits for the one that is under way or was asked to wait. */
  #hasToWait({ file }: Upload): boolean {
    if (!isZip(file)) return false
    return this.#uploads.some(
      (other) => isZip(other.file) && (this.#running.has(other.key) || other.state.kind === 'busy'),
    )
  }

  #send(upload: Upload): void {
    const { key } = upload
    // There before the first step comes, which may be at once.
    const sending: { cancel: () => void } = { cancel: () => undefined }
    this.#running.set(key, sending)
    const isByHand = this.#isByHand
    this.#isByHand = false
    const onStep = (step: Step) => {
      if (this.#running.get(key) === sending) this.#take(key, step)
    }
    const { cancel } = this.#means.transport(upload, onStep, isByHand)
    sending.cancel = cancel
  }

  #take(key: string, step: Step): void {
    if (step.kind === 'sending' || step.kind === 'checking') {
      const state = this.#uploads.find((upload) => upload.key === key)?.state
      // Not every piece that leaves is another percent.
      if (step.kind === 'sending' && state?.kind === 'sending' && state.percent === step.percent) return
      this.#change(key, step)
      return
    }
    this.#running.delete(key)
    const isAnswerLost = step.kind !== 'answered' || maySayTooLittle(step.status)
    if (isAnswerLost && this.#uploads.some((one) => one.key === key && one.state.kind === 'checking'))
      this.#sentWhole.add(key)
    if (step.kind === 'lost') this.#lose(key)
    else if (step.kind === 'unreadable') this.#end(key, { kind: 'unreadable' })
    else this.#answer(key, step)
    this.#start()
  }

  /** The last state of this try. That nothing was stored is said only of what was never sent whole. */
  #end(key: string, state: UploadState): void {
    const isUnsure = this.#sentWhole.has(key) && SAY_NOTHING_IS_STORED.includes(state.kind)
    this.#change(key, isUnsure ? { kind: 'unsure' } : state)
  }

  #answer(key: string, { status, text, retryAfterSeconds }: Extract<Step, { kind: 'answered' }>): void {
    this.#answers += 1
    this.#losses = 0
    const tries = this.#tries.get(key) ?? NO_TRIES
    if (!TO_BE_REPEATED.includes(status) || tries.pauses >= MOST_PAUSES) {
      this.#tries.delete(key)
      this.#end(key, stateOfAnswer(status, text))
      return
    }
    this.#tries.set(key, { ...tries, pauses: tries.pauses + 1 })
    this.#change(key, { kind: 'busy' })
    const again = () => {
      this.#waits.delete(key)
      this.#change(key, { kind: 'waiting' })
      this.#start()
    }
    const ms = Math.max((retryAfterSeconds ?? 0) * 1_000, this.#pauseMs(tries.pauses))
    this.#waits.set(key, this.#means.later(again, ms))
  }

  #lose(key: string): void {
    const tries = this.#tries.get(key) ?? NO_TRIES
    const isAlone = tries.answersSeen >= 0 && this.#answers > tries.answersSeen
    const lossesAlone = tries.lossesAlone + (isAlone ? 1 : 0)
    if (lossesAlone >= MOST_LOSSES_ALONE) {
      this.#tries.delete(key)
      this.#end(key, { kind: 'failed' })
      return
    }
    this.#tries.set(key, { ...tries, lossesAlone, answersSeen: this.#answers })
    this.#change(key, { kind: 'interrupted' })
    // Those that were under way together are lost together: one pause for all.
    if (this.#pause) return
    const isOn = () => {
      this.#pause = null
      this.#start()
    }
    this.#pause = this.#means.later(isOn, this.#pauseMs(this.#losses))
    this.#losses += 1
  }

  /** Twice as long each time, up to a bound; not the same for all browsers, which would come back as one. */
  #pauseMs(before: number): number {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(before, 10))
    return longest * (0.5 + this.#means.random() / 2)
  }
}

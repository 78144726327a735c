import { DeliveryQueue } from '#/app/_delivery/delivery-queue.ts'
import { Dock } from '#/app/_delivery/dock.tsx'
import { showDock } from '#/app/_delivery/dock-place.tsx'
import { type Dropped, type Gathered, gatherChosen, gatherDropped } from '#/app/_delivery/folder-files.ts'
import { postTransport } from '#/app/_delivery/post-transport.ts'
import { resumableTransport } from '#/app/_delivery/resumable-transport.ts'
import type { DeliveryTexts } from '#/app/_delivery/texts.ts'
import type { Destination } from '#/app/_delivery/upload.ts'

/** From this size on a file is sent in parts, and goes on after an interruption where it stopped. */
const RESUMABLE_BYTES = 1_048_576

const queue = new DeliveryQueue({
  transport: (upload, ...rest) =>
    (upload.file.size < RESUMABLE_BYTES ? postTransport : resumableTransport)(upload, ...rest),
  later: (run, ms) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  newKey: () => crypto.randomUUID(),
})

let notTaken: Pick<Gathered, 'leftOut' | 'isCut'> = { leftOut: [], isCut: false }
let ending: ReturnType<typeof setTimeout> | undefined

/**
 * The deliveries belong to who sees them: when the frame of the portal goes (logged out, another page than the portal's),
 * they stop, and nothing of them is left for who comes next. A frame that comes back at once was only drawn again.
 */
function whileShown(): () => void {
  clearTimeout(ending)
  const goOn = () => queue.tryNow()
  window.addEventListener('online', goOn)
  return () => {
    window.removeEventListener('online', goOn)
    ending = setTimeout(() => {
      queue.stop()
      notTaken = { leftOut: [], isCut: false }
    })
  }
}

function show(texts: DeliveryTexts): void {
  const onClear = () => {
    notTaken = { leftOut: [], isCut: false }
    queue.clear()
    show(texts)
  }
  showDock(<Dock queue={queue} texts={texts} {...notTaken} whileShown={whileShown} onClear={onClear} />)
}

/** Files as they were chosen, or what was dropped. */
export type Given = { readonly chosen: readonly File[] } | { readonly dropped: readonly Dropped[] }

/** Begins to deliver what was handed over, behind what is under way already. */
export async function deliver(given: Given, destination: Destination, texts: DeliveryTexts): Promise<void> {
  const { files, leftOut, isCut } = await ('dropped' in given
    ? gatherDropped(given.dropped)
    : gatherChosen(given.chosen))
  notTaken = { leftOut: [...notTaken.leftOut, ...leftOut], isCut }
  show(texts)
  queue.add(files, destination)
}

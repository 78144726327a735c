import { brokers } from '#/lib/identity/brokers/brokers.ts'
import { clock } from '#/lib/platform/clock.ts'
import { database } from '#/lib/platform/db/client.ts'
import { UpstreamError } from '#/lib/platform/errors.ts'
import { log } from '#/lib/platform/log.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'
import { contentStorage } from '#/lib/platform/storage/content-storage.ts'
import { newStorageKey } from '#/lib/platform/storage/object-store.ts'
import { fileInMemory, validatorPool } from '#/lib/validator/pool.ts'

/** Anybody may ask, as often as he likes: the parts are asked once in so long. */
const HELD_MS = 2_000
/** A part that has not answered by then does not work. */
const PATIENCE_MS = 5_000

/** A disk that is full or read-only lets everything else work, and every delivery fail. */
async function writeAndRemove(signal: AbortSignal): Promise<void> {
  const key = newStorageKey()
  await contentStorage().writeBytes(key, Buffer.from('gereed?'), { context: { doel: 'gereedheid' }, signal })
  await contentStorage().remove(key)
}

/** That a file is checked at all; what is found in it does not matter. */
async function checkFile(signal: AbortSignal): Promise<void> {
  const expected = { product: 'iwmo', gemeenteCode: '0000', richting: 'aangeleverd' } as const
  const checked = await validatorPool().check(fileInMemory(Buffer.from('<gereed/>')), expected, signal)
  if (!checked.ok) throw new UpstreamError('validators', checked.error)
}

const PARTS: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>> = {
  database: () => database().$queryRaw`SELECT 1`,
  makelaars: () => brokers(),
  opslag: writeAndRemove,
  validators: checkFile,
}

function inTime(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return Promise.race([work, promise])
}

async function askParts(): Promise<readonly string[]> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const names = await Promise.all(
    Object.entries(PARTS).map(async ([name, ask]) => {
      try {
        await inTime(ask(signal), signal)
        return null
      } catch (error) {
        log().error({ err: error, part: name }, 'not ready')
        return name
      }
    }),
  )
  return names.filter((name) => name !== null)
}

type Asked = { readonly at: number; readonly answer: Promise<readonly string[]> }

/** The names of the parts that this process cannot work without and that do not answer now; none when it is ready. */
export function failingParts(): Promise<readonly string[]> {
  const now = clock.now().getTime()
  const last = sharedState<Asked | null>('readiness', () => null)
  if (last && now - last.at < HELD_MS && now >= last.at) return last.answer
  const asked = { at: now, answer: askParts() }
  replaceSharedState<Asked | null>('readiness', asked)
  return asked.answer
}

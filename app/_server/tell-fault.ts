import { type Fault, recordFault } from '#/lib/audit/record-fault.ts'
import { log } from '#/lib/platform/log.ts'

/**
 * Tells the log of a request that broke. Never throws, because the answer is already that something went wrong: when it is the
 * database that is away, the process log alone has it.
 */
export async function tellFault(error: unknown, fault: Fault): Promise<void> {
  try {
    await recordFault(error, fault)
  } catch (failure) {
    log().error({ err: failure, requestId: fault.requestId }, 'a fault could not be told to the log')
  }
}

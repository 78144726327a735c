import { checkFile } from '#/lib/envelope/check-file.ts'
import { MAXIMUM_ENVELOPE_BYTES } from '#/lib/envelope/schema.ts'
import { FileReceiver } from '#/lib/validator/framing.ts'
import { createLibxmlEngine } from '#/lib/validator/libxml-engine.ts'
import { OutOfMemoryError } from '#/lib/validator/malformed.ts'
import { type ValidatorAnswer, ValidatorRequest } from '#/lib/validator/protocol.ts'

// The process that looks at files from outside. It has no environment, may read only the program and its schemas, and
// may write and start nothing (see validator-child.ts). Node 24's permission model does not guard the network: that is
// for the operator's firewall. What it says is checked by who asked.

const engine = createLibxmlEngine()
const largeFiles = new FileReceiver(process.stdin, MAXIMUM_ENVELOPE_BYTES)

function outcomeOf(bytes: Buffer, { expected }: ValidatorRequest): ValidatorAnswer['outcome'] {
  try {
    return { kind: 'report', report: checkFile(bytes, expected, engine) }
  } catch (error) {
    // WebAssembly memory at its bound shows as one of these, depending on which allocation it was that failed.
    if (error instanceof OutOfMemoryError || error instanceof RangeError || error instanceof WebAssembly.RuntimeError)
      return { kind: 'too_heavy' }
    throw error
  }
}

async function answer(message: unknown): Promise<void> {
  const request = ValidatorRequest.parse(message)
  const bytes =
    request.bytes === null
      ? await largeFiles.next()
      : Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength)
  const outcome = outcomeOf(bytes, request)
  const reply: ValidatorAnswer = {
    id: request.id,
    outcome,
    residentBytes: process.memoryUsage.rss(),
    isSpent: engine.isSpent,
  }
  process.send?.(reply)
}

// One after another: the checks are synchronous, and the order of answers is the order of questions.
let last = Promise.resolve()
process.on('message', (message) => {
  last = last.then(() => answer(message))
})
process.on('disconnect', () => process.exit(0))

import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { testBsn } from '#/simulators/berichten/test-values.ts'
import type { ChainState } from '#/simulators/keten/chain-state.ts'

export const CIZ_PATH = '/ciz/registertoets'

/** Test persons with a Wlz-indicatie, and since when; everybody else has none. */
export const WITH_INDICATION: ReadonlyMap<string, string> = new Map([
  [testBsn(1), '2024-03-01'],
  [testBsn(2), '2025-07-15'],
  [testBsn(3), '2026-01-01'],
])

const Question = z.strictObject({ bsn: z.string().regex(/^[0-9]{9}$/), peildatum: z.iso.date() })

function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(JSON.stringify(body))
}

function parse(text: string): z.infer<typeof Question> | null {
  try {
    return Question.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The register of the CIZ (docs/api/ciz-registertoets.openapi.yaml). Out of order when the chain is. */
export async function serveRegister(state: ChainState, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const question = parse((await buffer(req)).toString('utf8'))
  if (question === null) return send(res, 400, { fout: 'vraag' })
  if (state.mode === 'storing') return send(res, 503, { fout: 'storing' })
  // Slower than whoever asks will wait.
  if (state.mode === 'traag') return
  if (state.mode === 'verbreek') return void res.destroy()
  const since = WITH_INDICATION.get(question.bsn)
  if (since === undefined || since > question.peildatum) return send(res, 200, { indicatie: false })
  send(res, 200, { indicatie: true, sinds: since })
}

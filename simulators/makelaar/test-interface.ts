import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { demoUser } from '#/simulators/demo-users.ts'
import { FAULTS, findFault } from '#/simulators/makelaar/faults.ts'
import { readBody, sendJson } from '#/simulators/makelaar/http-answers.ts'
import { restore, type Simulator } from '#/simulators/makelaar/simulator.ts'

const UserName = z.string().refine((name) => demoUser(name) !== undefined, 'onbekende gebruiker')

const Volgende = z.strictObject({
  fout: z.string().refine((id) => findFault(id) !== undefined, {
    error: `onbekende fout; kies uit ${FAULTS.map((fault) => fault.id).join(' ')}`,
  }),
  gebruiker: UserName.optional(),
  makelaar: z.string().optional(),
  /** Other length for the faults that wait. */
  seconden: z.number().min(0).max(600).optional(),
})
const YEAR_SECONDS = 366 * 24 * 3600
const Klok = z.strictObject({ verschuivingSeconden: z.number().int().min(-YEAR_SECONDS).max(YEAR_SECONDS) })
const SmsQuery = z.strictObject({ gebruiker: UserName, poging: z.string().optional() })

type Answer = { readonly status: number; readonly body: unknown }

const bad = (error: z.ZodError): Answer => ({
  status: 400,
  body: { fouten: error.issues.map((issue) => `${issue.path.join('.') || 'invoer'}: ${issue.message}`) },
})

function sms(simulator: Simulator, query: URLSearchParams): Answer {
  const parsed = SmsQuery.safeParse(Object.fromEntries(query))
  if (!parsed.success) return bad(parsed.error)
  const message = simulator.state.sms.last(parsed.data.gebruiker, parsed.data.poging)
  return message
    ? { status: 200, body: { code: message.code } }
    : { status: 404, body: { fouten: ['deze gebruiker heeft nog geen sms-code gekregen'] } }
}

function arm(simulator: Simulator, input: unknown): Answer {
  const parsed = Volgende.safeParse(input)
  if (!parsed.success) return bad(parsed.error)
  const { fout, gebruiker, makelaar, seconden } = parsed.data
  const fault = findFault(fout)
  if (!fault || (makelaar !== undefined && !simulator.issuers.has(makelaar))) {
    return { status: 400, body: { fouten: ['makelaar: onbekende makelaar'] } }
  }
  simulator.state.faults.arm({
    fault,
    userName: gebruiker ?? null,
    supplierId: makelaar ?? null,
    delaySeconds: seconden ?? null,
  })
  return { status: 200, body: parsed.data }
}

function shiftClock(simulator: Simulator, input: unknown): Answer {
  const parsed = Klok.safeParse(input)
  if (!parsed.success) return bad(parsed.error)
  simulator.state.clock.shiftTo(parsed.data.verschuivingSeconden)
  return { status: 200, body: { nu: new Date(simulator.state.clock.now()).toISOString() } }
}

async function jsonOf(req: IncomingMessage): Promise<unknown> {
  const text = await readBody(req)
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return null
  }
}

async function answer(simulator: Simulator, req: IncomingMessage, url: URL): Promise<Answer> {
  const call = `${req.method} ${url.pathname}`
  if (call === 'GET /test/sms') return sms(simulator, url.searchParams)
  if (call === 'GET /test/tellers') return { status: 200, body: Object.fromEntries(simulator.state.requestCounts) }
  if (call === 'POST /test/volgende') return arm(simulator, await jsonOf(req))
  if (call === 'POST /test/klok') return shiftClock(simulator, await jsonOf(req))
  if (call === 'POST /test/herstel') {
    restore(simulator.state)
    return { status: 200, body: { hersteld: true } }
  }
  return { status: 404, body: { fouten: ['deze aanroep bestaat niet'] } }
}

/** Serves the test interface (contract chapter 7). A page of another site in the same browser may not use it. */
export async function serveTestInterface(
  simulator: Simulator,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  if (req.headers['sec-fetch-site'] === 'cross-site') {
    sendJson(res, 403, { fouten: ['niet vanaf een andere site'] })
    return
  }
  const { status, body } = await answer(simulator, req, url)
  sendJson(res, status, body)
}

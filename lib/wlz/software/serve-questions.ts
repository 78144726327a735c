import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { SoftwareActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { recordRefusedAccess } from '#/lib/audit/record-refused-access.ts'
import { ForbiddenError } from '#/lib/platform/errors.ts'
import { drain } from '#/lib/platform/http/drain.ts'
import { API_HEADERS, problemBody } from '#/lib/platform/http/problem.ts'
import { type Chunks, chunksOf, readSmallBody } from '#/lib/platform/http/request-chunks.ts'
import { log } from '#/lib/platform/log.ts'
import { QUESTIONS_PATH } from '#/lib/wlz/software/address.ts'
import {
  consultBySoftware,
  type SoftwareConsulted,
  type SoftwareFault,
} from '#/lib/wlz/software/consult-by-software.ts'
import { FAULTS, FIELD_FAULTS, type FieldFault, REFUSALS, type Refusal } from '#/lib/wlz/software/problems.ts'
import { SoftwareQuestion } from '#/lib/wlz/software/question.ts'

const ROOT = '/wlz-registertoets'
const MOST_BYTES = 2_048

/** Whether a path is one of this interface, known or not. */
export const isOfRegister = (path: string): boolean => path === ROOT || path.startsWith(`${ROOT}/`)

/** A request to the interface. */
export type RegisterRequest = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly path: string
  /** Whose certificate it is; null: that of no gemeente. */
  readonly identify: () => Promise<SoftwareActor | null>
  readonly requestId: string
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
}

type Answer = { readonly status: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> }

function refuse(refusal: Refusal, requestId: string, errors?: readonly FieldFault[]): Answer {
  const { status, retryAfterSeconds } = refusal
  const body = problemBody({ ...refusal, requestId, ...(errors ? { extra: { errors } } : {}) })
  const retry = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
  return { status, body, headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...retry } }
}

/** What is wrong with a request before its body is read; null when nothing is. */
function checkHead({ req, path }: RegisterRequest): Refusal | null {
  if (path !== QUESTIONS_PATH) return REFUSALS.notFound
  if (req.method !== 'POST') return REFUSALS.method
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='))
  if (type.trim() !== 'application/json') return REFUSALS.contentType
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return REFUSALS.contentType
  const encoding = req.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') return REFUSALS.encoding
  return Number(req.headers['content-length'] ?? 0) > MOST_BYTES ? REFUSALS.tooLarge : null
}

/** The body as JSON; undefined when it is none. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Whatever is wrong with it, it is the sender's, and its message could quote a Bsn.
    return undefined
  }
}

/** A field that the question does not have is named as the sender did only when it is no number. */
const unknownField = (name: string) => (/^[A-Za-z_]{1,40}$/.test(name) ? name : 'onbekend')

function fieldFaults(issues: readonly z.core.$ZodIssue[]): readonly FieldFault[] {
  return issues.flatMap((issue): FieldFault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => ({ veld: unknownField(name), code: 'ONBEKEND_VELD' }))
    const [field] = issue.path
    return [{ veld: field === undefined ? '' : String(field), code: field === undefined ? 'FORM' : issue.message }]
  })
}

const answered = ({ answer, at }: SoftwareConsulted, peildatum: string, requestId: string): Answer => ({
  status: 200,
  body: {
    indicatie: answer.hasIndication,
    ...(answer.hasIndication ? { sinds: answer.since } : {}),
    peildatum,
    beantwoordOp: at.toISOString(),
    requestId,
  },
})

function unanswered(fault: SoftwareFault, requestId: string): Answer {
  if (fault.kind === 'future' || fault.kind === 'real_person')
    return refuse(REFUSALS.invalid, requestId, [FIELD_FAULTS[fault.kind]])
  const { retryAfterSeconds } = fault.kind === 'too_often' ? fault : { retryAfterSeconds: undefined }
  return refuse({ ...FAULTS[fault.kind], ...(retryAfterSeconds ? { retryAfterSeconds } : {}) }, requestId)
}

async function ask(request: RegisterRequest, software: SoftwareActor | null, chunks: Chunks): Promise<Answer> {
  const { requestId } = request
  if (software === null) return refuse(REFUSALS.stranger, requestId)
  if (!holds(software, 'wlz.consult-by-software', 'wlz-registertoets')) {
    await recordRefusedAccess(software, new ForbiddenError('wlz.consult-by-software:wlz-registertoets'))
    return refuse(REFUSALS.notAllowed, requestId)
  }
  const early = checkHead(request)
  if (early !== null) return refuse(early, requestId)
  const bytes = await readSmallBody(chunks, MOST_BYTES)
  if (bytes === null) return refuse(REFUSALS.tooLarge, requestId)
  const json = parse(bytes)
  if (json === undefined) return refuse(REFUSALS.unreadable, requestId)
  const question = SoftwareQuestion.safeParse(json)
  if (!question.success) return refuse(REFUSALS.invalid, requestId, fieldFaults(question.error.issues))
  const outcome = await consultBySoftware(software, question.data)
  return outcome.ok ? answered(outcome.value, question.data.peildatum, requestId) : unanswered(outcome.error, requestId)
}

function send({ res, requestId }: RegisterRequest, { status, body, headers = {} }: Answer): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    ...API_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'X-Request-Id': requestId,
    ...(status === 405 ? { Allow: 'POST' } : {}),
    ...headers,
  })
  res.end(text)
}

/**
 * Answers software of a gemeente that asks the Wlz-register, in JSON (docs/api/wlz-registertoets.openapi.yaml). What is refused or
 * not known is a problem (RFC 9457) with a code of its own; nothing in an answer repeats a Bsn.
 */
export async function serveQuestions(request: RegisterRequest): Promise<void> {
  const { req, requestId, identify, signal } = request
  const chunks = chunksOf(req)
  try {
    const software = await identify()
    const answer = await ask(request, software, chunks)
    const caller = software?.gemeenteCode ?? null
    log().info({ requestId, caller, status: answer.status }, 'web service: question handled')
    send(request, answer)
  } catch (error) {
    if (signal.aborted) return
    log().error({ err: error, requestId }, 'web service: question failed')
    send(request, refuse(REFUSALS.broken, requestId))
  }
  // Whoever is still sending must be able to read the answer.
  await drain(chunks, signal)
}

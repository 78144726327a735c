import { decodeJwt, decodeProtectedHeader } from 'jose'
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { type AnswerFacts, acrOf, wordAnswer } from '#/simulators/makelaar/dialects.ts'
import type { CallbackSurroundings, IdTokenDraft } from '#/simulators/makelaar/fault.ts'
import type { ArmedFault } from '#/simulators/makelaar/fault-queue.ts'
import type { Login } from '#/simulators/makelaar/logins.ts'
import { type IssuerKeys, signDraft } from '#/simulators/makelaar/signing-keys.ts'

type Claims = Record<string, unknown>

/** Replaces the honest wording of the facts in a set of claims by the wording of other facts. */
function reword(login: Login, claims: Claims, facts: AnswerFacts, withAcr: boolean): Claims {
  const { dialect } = login.supplier
  const honest = new Set(Object.keys(wordAnswer(dialect, login.facts)))
  const rest = Object.fromEntries(Object.entries(claims).filter(([name]) => !honest.has(name) && name !== 'acr'))
  const acr = withAcr ? acrOf(dialect, facts.levels) : null
  const otherService = dialect === 'C' && facts.serviceId !== login.facts.serviceId
  return {
    ...rest,
    ...wordAnswer(dialect, facts),
    ...(acr === null ? {} : { acr }),
    // Dialect C names the service by the audience of the token.
    ...(otherService && withAcr ? { aud: 'portaal-zorg-andere-dienst' } : {}),
  }
}

function spoiledDraft(login: Login, fault: ArmedFault, honest: IdTokenDraft): IdTokenDraft | null {
  const { effect } = fault.fault
  if (effect.at === 'idToken') return effect.change(honest)
  if (effect.at !== 'facts') return null
  const facts = effect.change(login.facts, login.supplier.dialect)
  return { ...honest, payload: reword(login, honest.payload, facts, true) }
}

/** The ID token of a login with its fault in it, or null when the fault leaves the ID token as it is. */
export function spoilIdToken(login: Login, fault: ArmedFault, idToken: string, keys: IssuerKeys): string | null {
  const honest: IdTokenDraft = {
    header: { ...decodeProtectedHeader(idToken) },
    payload: decodeJwt(idToken),
    signWith: 'own',
  }
  const draft = spoiledDraft(login, fault, honest)
  return draft && signDraft(draft, keys)
}

/** The answer of userinfo with the login's fault in it. */
export function spoilUserinfo(login: Login, fault: ArmedFault, body: Claims): Claims {
  const { effect } = fault.fault
  if (effect.at === 'userinfo') return effect.change(body)
  if (effect.at !== 'facts') return body
  return reword(login, body, effect.change(login.facts, login.supplier.dialect), 'acr' in body)
}

/** Makes the living code of a callback belong to another client, and returns it. */
async function giveAway(provider: Provider, code: string): Promise<string> {
  const stored = await provider.AuthorizationCode.find(code)
  if (!stored) throw new Error('the code of this callback is gone')
  Object.assign(stored, { clientId: 'een-andere-client' })
  await stored.save()
  return code
}

/** The address of the callback with the login's fault in it. */
export async function spoilCallback(
  ctx: KoaContextWithOIDC,
  fault: ArmedFault,
  location: string,
  other: Omit<CallbackSurroundings, 'codeOfOtherClient'>,
): Promise<string> {
  const { effect, id } = fault.fault
  if (effect.at !== 'callback') return location
  const url = new URL(location)
  const code = url.searchParams.get('code') ?? ''
  const codeOfOtherClient = id === 'T118' ? await giveAway(ctx.oidc.provider, code) : code
  return effect.change(url, { ...other, codeOfOtherClient }).href
}

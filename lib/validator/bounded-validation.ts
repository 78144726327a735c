import type { ErrorDetail, XmlDocument, XsdValidator } from 'libxml2-wasm'
import {
  error,
  xmlSchemaFreeValidCtxt,
  xmlSchemaNewValidCtxt,
  xmlSchemaSetValidStructuredErrors,
  xmlSchemaValidateDoc,
} from 'libxml2-wasm/lib/libxml2.mjs'
import { InvariantError } from '#/lib/platform/errors.ts'

/** Violations after which libxml2 is stopped: its verdict is clear, and each one costs a walk over all its siblings. */
const LIMIT = 1_000

class EnoughViolations extends Error {}

class BoundedDetails extends Array<ErrorDetail> {
  override push(...details: ErrorDetail[]): number {
    if (this.length >= LIMIT) throw new EnoughViolations()
    return super.push(...details)
  }
}

/** The library's objects hold their address in the WebAssembly memory in a field that its types leave out. */
function pointerOf(owner: object): number {
  const pointer: unknown = Reflect.get(owner, '_ptr')
  if (typeof pointer !== 'number') throw new InvariantError('libxml2-wasm keeps its pointers elsewhere')
  return pointer
}

/** What libxml2 found. `wasStopped`: it was torn out of its work, and the process should not use it again. */
export type BoundedValidation = { readonly details: readonly ErrorDetail[]; readonly wasStopped: boolean }

/** Validates as XsdValidator.validate does, but stops at a bound: a million faults took it more than a minute. */
export function validateBounded(document: XmlDocument, schema: XsdValidator): BoundedValidation {
  const details = new BoundedDetails()
  const context = xmlSchemaNewValidCtxt(pointerOf(schema))
  const index = error.storage.allocate(details)
  let wasStopped = false
  let verdict = 0
  try {
    xmlSchemaSetValidStructuredErrors(context, error.errorCollector, index)
    verdict = xmlSchemaValidateDoc(context, pointerOf(document))
  } catch (cause) {
    if (!(cause instanceof EnoughViolations)) throw cause
    wasStopped = true
  } finally {
    error.storage.free(index)
  }
  if (!wasStopped) xmlSchemaFreeValidCtxt(context)
  // Below zero libxml2 itself failed: no memory left is the one way known.
  if (verdict < 0) throw new RangeError('libxml2 could not validate')
  if (verdict > 0 && details.length === 0) throw new RangeError('libxml2 found a fault and no place')
  return { details, wasStopped }
}

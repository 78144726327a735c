import { keyedHash } from '#/lib/platform/crypto/keyed-hash.ts'

/** A client as the log of a gemeente knows one: by a keyed hash that nothing else has, so that it tells who asked after whom. */
export const clientSubject = (organisationId: string, bsn: string) =>
  ({ kind: 'client', id: keyedHash('log/client', `${organisationId} ${bsn}`) }) as const

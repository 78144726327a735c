import type { ProductScope } from '#/lib/access/authorise.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import type { BerichtStatus } from '#/lib/generated/prisma/enums.ts'
import type { Tx } from '#/lib/platform/db/client.ts'

/** The delivery that was made under an idempotency key. */
export async function findByIdempotencyKey(
  tx: Tx,
  scope: ProductScope,
  deliveredById: string,
  idempotencyKey: string,
): Promise<Bericht | null> {
  const key = { organisationId: scope.organisationId, deliveredById, idempotencyKey }
  return tx.bericht.findUnique({ where: { organisationId_deliveredById_idempotencyKey: key } })
}

/** Statuses of what never left: its referentienummer may be used again. The partial unique index names the same. */
const NEVER_LEFT: BerichtStatus[] = ['AFGEKEURD', 'INGETROKKEN']

type Reference = Pick<Bericht, 'direction' | 'referentienummer'>

/** The bericht of this gemeente under a referentienummer, of whichever product; null when none counts. */
export async function findByReference(
  tx: Tx,
  organisationId: string,
  { direction, referentienummer }: Reference,
): Promise<Bericht | null> {
  if (referentienummer === null) return null
  return tx.bericht.findFirst({
    where: { organisationId, direction, referentienummer, status: { notIn: NEVER_LEFT } },
  })
}

/** The latest rejected delivery of the same content under the same referentienummer, by software. */
export async function findRejected(
  tx: Tx,
  { organisationId, product }: ProductScope,
  { referentienummer, sha256 }: Pick<Bericht, 'referentienummer' | 'sha256'>,
): Promise<Bericht | null> {
  if (referentienummer === null) return null
  const delivered = { organisationId, product, direction: 'AANGELEVERD', deliveredById: null } as const
  return tx.bericht.findFirst({
    where: { ...delivered, referentienummer, sha256, status: 'AFGEKEURD' },
    orderBy: { createdAt: 'desc' },
  })
}

export type DeliveryFingerprint = Pick<Bericht, 'sha256' | 'berichtsoort' | 'afzender' | 'identificatie'>

/** Statuses in which a delivery keeps others like it out; the partial unique indexes name the same. */
export const STANDING_STATUSES: BerichtStatus[] = [
  'ONTVANGEN',
  'IN_CONTROLE',
  'IN_WACHTRIJ',
  'VERZONDEN',
  'AFGELEVERD',
  'BEANTWOORD',
]

/** The accepted, not withdrawn delivery with the same content or the same identification. */
export async function findStandingDelivery(
  tx: Tx,
  scope: ProductScope,
  { sha256, berichtsoort, afzender, identificatie }: DeliveryFingerprint,
): Promise<Bericht | null> {
  return tx.bericht.findFirst({
    where: {
      organisationId: scope.organisationId,
      direction: 'AANGELEVERD',
      status: { in: STANDING_STATUSES },
      OR: [
        { product: scope.product, sha256 },
        { berichtsoort, afzender, identificatie: identificatie ?? '' },
      ],
    },
    orderBy: { createdAt: 'asc' },
  })
}

import type { OrganisationScope, ProductScope } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import type { ProductSettings } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { DEFAULT_SETTINGS, SETTINGS_FIELDS, type SettingsChangeView, type SettingsView } from '#/lib/settings/schema.ts'

const toView = (row: ProductSettings): SettingsView => ({
  version: row.version,
  notificationAddresses: row.notificationAddresses,
  retention: row.retention,
  channel: row.channel,
  endpoint: row.endpoint,
  clientCertificate: row.clientCertificate,
  signals: row.wlzSignals,
  changedByName: row.changedByName,
  changedAt: row.changedAt,
})

/** The settings in force, or what holds while nobody has chosen. */
export async function findSettings(tx: Tx, scope: OrganisationScope, product: Product): Promise<SettingsView> {
  const key = { organisationId: scope.organisationId, product }
  const row = await tx.productSettings.findUnique({ where: { organisationId_product: key } })
  return row ? toView(row) : DEFAULT_SETTINGS
}

/** What a change writes: the fields that it is about, and who made it. */
type SettingsWrite = Partial<
  Pick<SettingsView, 'notificationAddresses' | 'retention' | 'channel' | 'endpoint' | 'clientCertificate'>
> & {
  readonly clientFingerprint?: string | null
  readonly wlzSignals?: boolean
  readonly changedByName: string
  readonly changedAt: Date
}

/** Writes a next version when `from.version` is still the one in force. False when somebody else was first. */
export async function replaceSettings(
  tx: Tx,
  scope: ProductScope,
  from: SettingsView,
  next: SettingsWrite,
): Promise<boolean> {
  const key = { organisationId: scope.organisationId, product: scope.product }
  const { notificationAddresses, ...rest } = next
  const addresses = notificationAddresses ? { notificationAddresses: [...notificationAddresses] } : {}
  const row = { ...rest, ...addresses, version: from.version + 1 }
  // Of another certificate nobody was told yet.
  const stage = next.clientCertificate !== undefined && next.clientCertificate !== from.clientCertificate
  const data = stage ? { ...row, certificateStage: null } : row
  if (from.version === 0) {
    const made = await tx.productSettings.createMany({
      data: [{ retention: from.retention, notificationAddresses: [], ...key, ...data }],
      skipDuplicates: true,
    })
    return made.count === 1
  }
  const changed = await tx.productSettings.updateMany({ where: { ...key, version: from.version }, data })
  return changed.count === 1
}

/** Appends the changed fields to the history. */
export async function appendChanges(
  tx: Tx,
  scope: ProductScope,
  version: number,
  who: { readonly userId: string; readonly name: string; readonly at: Date },
  fields: readonly Pick<SettingsChangeView, 'field' | 'from' | 'to'>[],
): Promise<void> {
  await tx.productSettingsChange.createMany({
    data: fields.map(({ field, from, to }) => ({
      id: ids.rowId(),
      organisationId: scope.organisationId,
      product: scope.product,
      version,
      field,
      fromValue: [...from],
      toValue: [...to],
      changedById: who.userId,
      changedByName: who.name,
      changedAt: who.at,
    })),
  })
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** The latest changes, newest first. */
export async function listChanges(tx: Tx, scope: ProductScope, limit: number): Promise<SettingsChangeView[]> {
  const rows = await tx.productSettingsChange.findMany({
    where: { organisationId: scope.organisationId, product: scope.product },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map((row) => ({
    id: row.id,
    field: SETTINGS_FIELDS.find((known) => known === row.field) ?? 'notificationAddresses',
    from: texts(row.fromValue),
    to: texts(row.toValue),
    changedByName: row.changedByName,
    changedAt: row.changedAt,
  }))
}

import type { OrganisationScope, ProductScope } from '#/lib/access/authorise.ts'
import type { Product } from '#/lib/access/products.ts'
import type { ProductSettings, ProductSettingsVersion } from '#/lib/generated/prisma/client.ts'
import type { Tx } from '#/lib/platform/db/client.ts'
import { ids } from '#/lib/platform/ids.ts'
import { describeCertificate } from '#/lib/settings/client-certificate.ts'
import {
  DEFAULT_SETTINGS,
  SETTINGS_FIELDS,
  type SettingsChangeView,
  SettingsChoice,
  type SettingsVersionView,
  type SettingsView,
} from '#/lib/settings/schema.ts'

const toView = (row: ProductSettings): SettingsView => ({
  ...SettingsChoice.parse({ ...row, signals: row.wlzSignals }),
  version: row.version,
  changedByName: row.changedByName,
  changedAt: row.changedAt,
})

/** The settings in force, or what holds while nobody has chosen. */
export async function findSettings(tx: Tx, scope: OrganisationScope, product: Product): Promise<SettingsView> {
  const key = { organisationId: scope.organisationId, product }
  const row = await tx.productSettings.findUnique({ where: { organisationId_product: key } })
  return row ? toView(row) : DEFAULT_SETTINGS
}

/** Who changes something, and when. */
export type Changer = {
  readonly userId: string
  readonly name: string
  readonly at: Date
  /** The version that is put back with the change. */
  readonly restored: number | null
}

const keyOf = ({ organisationId, product }: ProductScope) => ({ organisationId, product })

/** Writes a next version when `from.version` is still the one in force. False when somebody else was first. */
export async function replaceSettings(
  tx: Tx,
  scope: ProductScope,
  from: SettingsView,
  next: SettingsChoice,
  who: Changer,
): Promise<boolean> {
  const { signals, ...columns } = next
  const pem = next.clientCertificate
  const row = {
    ...columns,
    wlzSignals: signals,
    clientFingerprint: pem === null ? null : (describeCertificate(pem)?.fingerprint ?? null),
    version: from.version + 1,
    changedByName: who.name,
    changedAt: who.at,
  }
  // Of another certificate nobody was told yet.
  const data = pem === from.clientCertificate ? row : { ...row, certificateStage: null }
  if (from.version === 0) {
    const made = await tx.productSettings.createMany({ data: [{ ...keyOf(scope), ...data }], skipDuplicates: true })
    return made.count === 1
  }
  const changed = await tx.productSettings.updateMany({ where: { ...keyOf(scope), version: from.version }, data })
  return changed.count === 1
}

/** Keeps a version as a whole. */
export async function appendVersion(
  tx: Tx,
  scope: ProductScope,
  version: number,
  chosen: SettingsChoice,
  who: Changer,
): Promise<void> {
  const row = { ...keyOf(scope), version, chosen, changedByName: who.name, changedAt: who.at }
  await tx.productSettingsVersion.create({ data: row })
}

/** Appends the changed fields to the history. */
export async function appendChanges(
  tx: Tx,
  scope: ProductScope,
  version: number,
  fields: readonly Pick<SettingsChangeView, 'field' | 'from' | 'to'>[],
  who: Changer,
): Promise<void> {
  await tx.productSettingsChange.createMany({
    data: fields.map(({ field, from, to }) => ({
      ...keyOf(scope),
      id: ids.rowId(),
      version,
      field,
      fromValue: [...from],
      toValue: [...to],
      restoredVersion: who.restored,
      changedById: who.userId,
      changedByName: who.name,
      changedAt: who.at,
    })),
  })
}

const toVersion = ({ version, chosen, changedByName, changedAt }: ProductSettingsVersion): SettingsVersionView => ({
  version,
  chosen: SettingsChoice.parse(chosen),
  changedByName,
  changedAt,
})

/** The latest versions before one, newest first. */
export async function listVersions(
  tx: Tx,
  scope: ProductScope,
  before: number,
  limit: number,
): Promise<SettingsVersionView[]> {
  const rows = await tx.productSettingsVersion.findMany({
    where: { ...keyOf(scope), version: { lt: before } },
    orderBy: { version: 'desc' },
    take: limit,
  })
  return rows.map(toVersion)
}

/** One version; null when it was never there, or not kept whole. */
export async function findVersion(tx: Tx, scope: ProductScope, version: number): Promise<SettingsVersionView | null> {
  const key = { ...keyOf(scope), version }
  const row = await tx.productSettingsVersion.findUnique({ where: { organisationId_product_version: key } })
  return row && toVersion(row)
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
    version: row.version,
    restoredVersion: row.restoredVersion,
    field: SETTINGS_FIELDS.find((known) => known === row.field) ?? 'notificationAddresses',
    from: texts(row.fromValue),
    to: texts(row.toValue),
    changedByName: row.changedByName,
    changedAt: row.changedAt,
  }))
}

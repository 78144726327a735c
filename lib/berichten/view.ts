import { z } from 'zod'
import type { BerichtProduct } from '#/lib/access/products.ts'
import { isBerichtProduct } from '#/lib/access/products.ts'
import { outOfReach } from '#/lib/berichten/content-state.ts'
import { type BerichtView, formsOf } from '#/lib/berichten/schema.ts'
import { ReceivedFault, readStoredEnvelope } from '#/lib/berichten/stored-envelope.ts'
import type { Bericht } from '#/lib/generated/prisma/client.ts'
import { Finding } from '#/lib/istandaarden/checks/check-report.ts'
import { clock } from '#/lib/platform/clock.ts'
import { InvariantError } from '#/lib/platform/errors.ts'
import { dayInAmsterdam } from '#/lib/platform/i18n/day.ts'

const Findings = z.array(Finding)

/** The findings of a row, as the checks made them. */
export const findingsOf = ({ findings }: Pick<Bericht, 'findings'>): readonly Finding[] => Findings.parse(findings)

/** A calendar date as it stands in the database. */
export const dateText = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null

/** Tells whether a day of the calendar is over in Amsterdam. */
function isPast(date: Date | null): boolean {
  const day = dateText(date)
  return day !== null && day < dayInAmsterdam(clock.now())
}

export function productOf(product: string): BerichtProduct {
  if (!isBerichtProduct(product)) throw new InvariantError('a bericht has a product that exchanges none')
  return product
}

/** A row as its gemeente sees it. */
export function toBerichtView(row: Bericht, lastChange: BerichtView['lastChange']): BerichtView {
  const envelope = readStoredEnvelope(row.envelope)
  return {
    id: row.id,
    product: productOf(row.product),
    direction: row.direction,
    status: row.status,
    berichtsoort: row.berichtsoort,
    versie: row.versie,
    afzender: row.afzender,
    ontvanger: row.ontvanger,
    identificatie: row.identificatie,
    dagtekening: dateText(row.dagtekening),
    referentienummer: row.referentienummer,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    sha256: Buffer.from(row.sha256).toString('hex'),
    createdAt: row.createdAt,
    receivedAt: row.receivedAt,
    sentAt: row.sentAt,
    awaits: row.awaits,
    deadlineOn: dateText(row.deadlineOn),
    isLate: isPast(row.deadlineOn),
    answeredAt: row.answeredAt,
    verdict: row.verdict,
    isRefused: row.isRefused,
    findings: findingsOf(row),
    errorCount: row.errorCount,
    warningCount: row.warningCount,
    envelope: envelope?.header ?? null,
    isEnveloped: envelope?.delivered != null,
    forms: formsOf(envelope),
    // Sent anew, it is no longer refused; what the chain said is then in the timeline only.
    fault: row.status === 'KETENFOUT' ? ReceivedFault.nullable().parse(row.fault) : null,
    outOfReach: outOfReach(row),
    lastChange,
  }
}

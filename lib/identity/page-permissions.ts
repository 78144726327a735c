import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import type { Permission } from '#/lib/access/permissions.ts'
import { isProduct } from '#/lib/access/products.ts'

/** What each page asks of its visitor. `(?<product>…)` is the product that the permission is for. */
const PAGE_PERMISSIONS: readonly (readonly [RegExp, Permission])[] = [
  [/^\/producten\/(?<product>iwmo|ijw)\/(?:berichten|wacht-op-antwoord)(?:\/|$)/, 'bericht.list'],
  [/^\/producten\/(?<product>iwmo)\/eigen-bijdrage\/?$/, 'bericht.list'],
  [/^\/producten\/(?<product>wlz-registertoets)\/raadplegen\/?$/, 'wlz.consult'],
  [/^\/producten\/(?<product>wlz-registertoets)\/signalen(?:\/|$)/, 'wlz.read-signals'],
  [/^\/producten\/(?<product>iwmo|ijw|wlz-registertoets)\/instellingen\/?$/, 'settings.read'],
  [/^\/beheer\/gebruikers(?:\/|$)/, 'member.read'],
  [/^\/beheer\/logboek\/?$/, 'log.read'],
  [/^\/servicedesk\/gemeenten(?:\/|$)/, 'organisation.read'],
  [/^\/servicedesk\/sessies\/?$/, 'staff-session.own'],
  [/^\/servicedesk\/keten\/?$/, 'chain.read'],
  [/^\/servicedesk\/zoeken\/?$/, 'reference.search'],
  [/^\/servicedesk\/logboek\/?$/, 'log.read-all'],
]

/**
 * The permission that somebody lacks for a page, or null. The page's use case asks again and is what counts; but a refusal
 * from there reaches browsers without script as an empty page, and one that is known this early does not.
 */
export function lackedPermission(actor: MemberActor | StaffActor, path: string): string | null {
  for (const [pattern, permission] of PAGE_PERMISSIONS) {
    const match = pattern.exec(path)
    if (!match) continue
    const product = match.groups?.product
    const isHeld = product && isProduct(product) ? holds(actor, permission, product) : holds(actor, permission)
    if (!isHeld) return product ? `${permission}:${product}` : permission
  }
  return null
}

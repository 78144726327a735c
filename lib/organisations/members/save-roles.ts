import type { Actor } from '#/lib/access/actor.ts'
import { authorise, authoriseStaff } from '#/lib/access/authorise.ts'
import { applyRoles } from '#/lib/organisations/members/apply-roles.ts'
import { lockMember } from '#/lib/organisations/members/member-repository.ts'
import type { RoleChange } from '#/lib/organisations/members/rules.ts'
import type { SaveRoles, SaveRolesOnRequest } from '#/lib/organisations/members/schema.ts'
import { inTransaction } from '#/lib/platform/db/client.ts'
import { err, ok, type Result } from '#/lib/platform/result.ts'

/**
 * A gebruikersbeheerder gives a person of the own gemeente roles, also while that person still waits for a code. Nobody
 * changes the own roles (ASVS 2.3.5). Throws NotFoundError for who is not of the own gemeente.
 */
export async function saveRoles(actor: Actor, input: SaveRoles): Promise<Result<readonly RoleChange[], 'own_account'>> {
  const { scope, member: manager } = authorise(actor, 'member.grant-role')
  return inTransaction(scope.realm, async (tx) => {
    const member = await lockMember(tx, scope, input.memberId)
    if (member.id === manager.memberId) return err('own_account')
    return ok(await applyRoles(tx, manager, member, input))
  })
}

/**
 * The servicedesk gives a gebruikersbeheerder product roles, at that person's request (product chapter 1): the only one
 * of a gemeente cannot ask a colleague. For others the gebruikersbeheerder does it.
 */
export async function saveManagerRoles(
  actor: Actor,
  input: SaveRolesOnRequest,
): Promise<Result<readonly RoleChange[], 'not_manager'>> {
  const { scope, staff } = authoriseStaff(actor, 'manager.grant-role')
  return inTransaction(scope.realm, async (tx) => {
    const member = await lockMember(tx, scope, input.memberId)
    if (!member.isManager) return err('not_manager')
    return ok(await applyRoles(tx, staff, member, input))
  })
}

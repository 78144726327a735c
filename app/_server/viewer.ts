import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { NavItem, Viewer } from '#/app/_ui/frame/viewer.ts'
import type { MemberActor, StaffActor } from '#/lib/access/actor.ts'
import { holds } from '#/lib/access/authorise.ts'
import { BERICHT_PRODUCTS, PRODUCT_NAMES, PRODUCTS, type Product } from '#/lib/access/products.ts'
import type { LiveSession } from '#/lib/identity/sessions/resolve-session.ts'
import { idleEndsAt } from '#/lib/identity/sessions/session-rules.ts'
import { countUnread } from '#/lib/inbox/list-notifications.ts'
import { clock } from '#/lib/platform/clock.ts'
import { PURPOSE_HEADER } from '#/lib/platform/http/mark-requests.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/** The first page of a product that this person may use, or null when there is none. */
export function productHome(actor: MemberActor, product: Product): string | null {
  if (BERICHT_PRODUCTS.some((other) => other === product) && holds(actor, 'bericht.list', product))
    return `/producten/${product}/berichten`
  if (holds(actor, 'wlz.consult', product)) return `/producten/${product}/raadplegen`
  return holds(actor, 'settings.read', product) ? `/producten/${product}/instellingen` : null
}

async function memberNavigation(actor: MemberActor): Promise<NavItem[]> {
  if (actor.state !== 'ACTIEF') return []
  const t = await getTranslations('common.nav')
  const header = await getTranslations('common.header')
  const products = PRODUCTS.flatMap((product) => {
    const href = productHome(actor, product)
    return href ? [{ href, label: PRODUCT_NAMES[product], section: `/producten/${product}` }] : []
  })
  const managing = actor.isManager
    ? [
        { href: '/beheer/gebruikers', label: t('users'), section: '/beheer/gebruikers' },
        { href: '/beheer/logboek', label: t('log'), section: '/beheer/logboek' },
      ]
    : []
  return [
    { href: '/dashboard', label: t('dashboard'), section: '/dashboard' },
    ...products,
    ...managing,
    { href: '/mijn/gegevens', label: header('mine'), section: '/mijn' },
    { href: '/help', label: t('help'), section: '/help' },
  ]
}

async function staffNavigation(): Promise<NavItem[]> {
  const t = await getTranslations('common.nav')
  const header = await getTranslations('common.header')
  return [
    { href: '/servicedesk/gemeenten', label: t('municipalities'), section: '/servicedesk/gemeenten' },
    { href: '/servicedesk/keten', label: t('chain'), section: '/servicedesk/keten' },
    { href: '/servicedesk/zoeken', label: t('search'), section: '/servicedesk/zoeken' },
    { href: '/servicedesk/logboek', label: t('log'), section: '/servicedesk/logboek' },
    { href: '/servicedesk/sessies', label: header('sessions'), section: '/servicedesk/sessies' },
  ]
}

async function roleWords(actor: MemberActor | StaffActor): Promise<string> {
  const t = await getTranslations('common.roles')
  if (actor.kind === 'staff') return t('SERVICEDESK')
  if (actor.state !== 'ACTIEF') return (await getTranslations('onboarding.state'))(actor.state)
  const roles = [...new Set(Object.values(actor.roles))].toSorted((a, b) => a.localeCompare(b)).map((role) => t(role))
  const all = [...roles, ...(actor.isManager ? [t('GEBRUIKERSBEHEERDER')] : [])]
  return all.length > 0 ? all.join(', ') : t('none')
}

/** What the frame shows of the person behind a live session. */
export async function viewerOf({ actor, absoluteEndsAt, lastActivityAt }: LiveSession): Promise<Viewer> {
  const { sessionIdleMinutes, sessionWarningMinutes, operator } = settings()
  const t = await getTranslations('common')
  const member = actor.kind === 'member' ? actor : null
  const now = clock.now()
  // This page is the latest activity: the end that the session had before it is no longer the end. Not when a browser asks by
  // itself, as a page does that brings itself up to date: the warning must come as if it had not.
  const isByItself = Boolean((await headers()).get(PURPOSE_HEADER))
  const times = { lastActivityAt: isByItself ? lastActivityAt : now, absoluteEndsAt, endedAt: null, endReason: null }
  return {
    organisation: member
      ? {
          name: t('header.gemeente', { name: member.organisationName }),
          shortName: member.organisationName,
          code: member.gemeenteCode,
        }
      : { name: t('roles.SERVICEDESK'), shortName: t('roles.SERVICEDESK'), code: operator.name },
    person: { name: actor.displayName, roles: await roleWords(actor) },
    home: member ? '/dashboard' : '/servicedesk/gemeenten',
    navigation: member ? await memberNavigation(member) : await staffNavigation(),
    unread: member && holds(member, 'notification.own') ? await countUnread(member) : null,
    session: {
      serverNow: now.toISOString(),
      idleEndsAt: idleEndsAt(times, { idleMinutes: sessionIdleMinutes }).toISOString(),
      absoluteEndsAt: absoluteEndsAt.toISOString(),
      idleMinutes: sessionIdleMinutes,
      warningMinutes: sessionWarningMinutes,
    },
  }
}

import { brokers } from '#/lib/identity/brokers/brokers.ts'
import { isDevelopmentServer } from '#/lib/platform/settings/development.ts'
import { settings } from '#/lib/platform/settings/settings.ts'

/**
 * The Content-Security-Policy of a page (access-norms chapter 7). Chromium applies form-action to redirects after a post,
 * so the makelaars' hosts are in it. No 'strict-dynamic': Next leaves the nonce off some of its chunk scripts.
 */
export async function contentSecurityPolicy(nonce: string): Promise<string> {
  const hosts = (await brokers()).flatMap(({ issuer, endpointHosts }) => [
    new URL(issuer).origin,
    ...endpointHosts.map((host) => `https://${host}`),
  ])
  const { omgeving } = settings()
  const evaluated = isDevelopmentServer() ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${evaluated}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self' ${[...new Set(hosts)].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
    ...(omgeving === 'demo' ? [] : ['upgrade-insecure-requests']),
  ].join('; ')
}

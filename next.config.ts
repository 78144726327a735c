import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/platform/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  typedRoutes: false,
  // Pictures are served as they are: no address that makes other pictures of them.
  images: { unoptimized: true },
  // One copy per process: pages and routes are bundled apart but share the keyrings, and the library recognises its own
  // keyrings by instanceof. Two copies could not open what the other sealed.
  serverExternalPackages: ['@aws-crypto/client-node'],
  experimental: {
    // forbidden() and unauthorized() answer with real status codes 403 and 401.
    authInterrupts: true,
    turbopackCjsTreeShaking: true,
    // What Next holds of a body whose length nobody stated; stated ones are refused before (app/_server/body-limits.ts).
    proxyClientMaxBodySize: 1_024 * 1_024,
  },
  turbopack: {
    rules: {
      // The scripts of Next that every page is sent, an eighth smaller: see the loader.
      '*.js': {
        condition: {
          all: [
            'browser',
            'production',
            { path: /node_modules\/next\/dist\/(?:api|build\/polyfills|client|lib|shared)\// },
          ],
        },
        loaders: [join(import.meta.dirname, 'scripts/building/next-modules-loader.ts')],
      },
    },
  },
}

export default withNextIntl(config)

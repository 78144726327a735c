import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { packagedBrowser } from '#/scripts/testing/packaged-browser.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Of the package's own flags only what a machine without a GPU needs. The others were made for one page in a small machine:
 * in one process the page of one person sends the cookies of another, and without web security a test proves nothing about
 * origins.
 */
const PACKAGED_FLAGS = ['--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

type Executable = { readonly path: string; readonly flags: readonly string[]; readonly env: NodeJS.ProcessEnv }

function executable(): Executable {
  const named = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (process.env.CHROMIUM_PATH || existsSync(named)) return { path: named, flags: [], env: process.env }
  const { path, fontConfig } = packagedBrowser()
  return { path, flags: PACKAGED_FLAGS, env: { FONTCONFIG_FILE: fontConfig, ...process.env } }
}

/** Starts a headless Chromium: CHROMIUM_PATH, else the system's, else the one of the npm package. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const { path, flags, env } = executable()
  return chromium.launch({ executablePath: path, headless: true, args: [...flags, ...FLAGS], env })
}

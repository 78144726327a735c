import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// Flags of the package, made for one page in a small machine: in one process the page of one person sends the cookies of
// another, and without web security a test proves nothing about origins.
const UNLIKE_A_BROWSER = ['--single-process', '--disable-web-security', '--allow-running-insecure-content']

async function executable(): Promise<{ path: string; flags: readonly string[] }> {
  const named = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (process.env.CHROMIUM_PATH || existsSync(named)) return { path: named, flags: [] }
  const { default: packaged } = await import('@sparticuz/chromium')
  return {
    path: await packaged.executablePath(),
    flags: packaged.args.filter((flag) => !UNLIKE_A_BROWSER.includes(flag)),
  }
}

/** Starts a headless Chromium: CHROMIUM_PATH, else the system's, else the one of the npm package. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, flags } = await executable()
  return chromium.launch({ executablePath: path, headless: true, args: [...flags, ...FLAGS] })
}

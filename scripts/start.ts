import { existsSync } from 'node:fs'
import { requireSettings } from '#/lib/platform/settings/settings.ts'
import { runNext } from '#/scripts/processes/run-next.ts'

// The web process (`npm start`). HOST and PORT say where it listens; everything else is in the settings.
process.title = 'portaal-web'
const development = process.argv.includes('--ontwikkeling')
const { omgeving } = requireSettings()
if (!development && !existsSync('.next/BUILD_ID')) {
  process.stderr.write('Er is nog geen gebouwde portal. Voer eerst "npm run build" uit.\n')
  process.exit(1)
}
const host = process.env.HOST ?? (omgeving === 'demo' ? 'localhost' : '0.0.0.0')
await runNext(development ? 'dev' : 'start', host, Number(process.env.PORT ?? '3000'))

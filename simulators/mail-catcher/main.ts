import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MailDev } from 'maildev'

// The mail catcher: takes every mail of the demo and shows it; nothing leaves the machine.
process.title = 'portaal-zorg mail catcher'

// The catcher writes every mail to one folder of the machine's temporary place, whoever's it is: a second user of the machine
// could not start it, and could read the mails of the first. Its own folder is empty at every start, as the catcher's list is.
const { PORTAAL_DATA_DIR: dataFolder } = process.env
if (!dataFolder) throw new Error('PORTAAL_DATA_DIR ontbreekt')
const folder = join(dataFolder, 'mail')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true, mode: 0o700 })
process.env.TMPDIR = folder

const catcher = new MailDev({
  silent: true,
  smtp: Number(process.env.SMTP_PORT ?? '4325'),
  ip: 'localhost',
  web: Number(process.env.MAIL_PORT ?? '4300'),
  webIp: 'localhost',
})

const endAsked = Promise.withResolvers<void>()
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => endAsked.resolve())

await catcher.start()
process.send?.({ type: 'ready' })
await endAsked.promise
await catcher.stop()
process.exit(0)

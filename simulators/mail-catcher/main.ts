import { MailDev } from 'maildev'

// The mail catcher: takes every mail of the demo and shows it; nothing leaves the machine.
process.title = 'portaal-zorg mail catcher'

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

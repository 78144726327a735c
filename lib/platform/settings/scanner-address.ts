import { z } from 'zod'

/** Where clamd listens: a socket on this machine, or a port. */
export type ScannerAddress =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }

/** CLAMD_ADRES: `unix:/run/clamav/clamd.ctl` or `tcp://clamd.binnen.example:3310`. */
export const scannerAddress = z.string().transform((text, ctx): ScannerAddress => {
  const [, path] = /^unix:(\/.+)$/.exec(text) ?? []
  if (path !== undefined) return { kind: 'socket', path }
  const [, host, port] = /^tcp:\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})\/?$/.exec(text) ?? []
  if (host !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
    return { kind: 'port', host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
  ctx.addIssue({ code: 'custom', message: 'moet een adres van clamd zijn: "unix:/pad" of "tcp://naam:poort"' })
  return z.NEVER
})

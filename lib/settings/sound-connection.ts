import { err, ok, type Result } from '#/lib/platform/result.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { type CertificateFault, readClientCertificate } from '#/lib/settings/client-certificate.ts'
import { type ChangeConnection, OIN } from '#/lib/settings/connection-schema.ts'
import { checkEndpoint, type EndpointFault } from '#/lib/settings/endpoint-address.ts'
import type { SettingsChoice } from '#/lib/settings/schema.ts'

/** What a connection consists of. */
export type Connection = Pick<SettingsChoice, 'channel' | 'endpoint' | 'stufVersion' | 'oin' | 'clientCertificate'>

/** Why a connection cannot be. `certificateOin`: the certificate names no organisation; `oinOther`: another one than was filled in. */
export type SoundnessFault = CertificateFault | EndpointFault | 'no_webservice' | 'certificateOin' | 'oinOther'

/**
 * A connection as somebody filled it in, looked at before anything is written: the address leads to a place where berichten may be
 * sent, the certificate is sound and of the organisation with this OIN. An OIN that was left open is the certificate's.
 */
export async function soundConnection(
  input: Pick<ChangeConnection, 'channel' | 'endpoint' | 'stufVersion' | 'oin' | 'certificate'>,
): Promise<Result<Connection, SoundnessFault>> {
  const { channel, stufVersion } = input
  if (channel === 'WEBSERVICE' && settings().webservice === null) return err('no_webservice')
  const fault = input.endpoint === '' ? null : await checkEndpoint(input.endpoint)
  if (fault !== null) return err(fault)
  const endpoint = input.endpoint === '' ? null : input.endpoint
  const oin = input.oin === '' ? null : input.oin
  if (input.certificate === '') return ok({ channel, endpoint, stufVersion, oin, clientCertificate: null })
  const certificate = readClientCertificate(input.certificate)
  if (!certificate.ok) return certificate
  const named = certificate.value.oin
  if (named === null || !OIN.test(named)) return err('certificateOin')
  if (oin !== null && oin !== named) return err('oinOther')
  return ok({ channel, endpoint, stufVersion, oin: named, clientCertificate: certificate.value.pem })
}

import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type RequestOptions, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type FilePaths, readServiceFiles } from '#/lib/chain/inbound/service-files.ts'
import { makeSoapService, type SoapService } from '#/lib/chain/inbound/soap-service.ts'
import { readAnswer } from '#/lib/chain/soap/read-answer.ts'
import { SOAP_AROUND } from '#/lib/chain/soap/soap-names.ts'
import { installQueues } from '#/lib/jobs/install.ts'
import { settings } from '#/lib/platform/settings/settings.ts'
import { makeBericht } from '#/simulators/berichten/make-bericht.ts'
import { type EnvelopeRecipe, makeEnvelope } from '#/simulators/berichten/make-envelope.ts'
import { type DemoCertificate, filesOf } from '#/simulators/keten/certificates.ts'
import type { TestChain } from '#/tests/support/chain/test-chain.ts'
import type { TestDatabase } from '#/tests/support/database.ts'
import type { GivenGemeente } from '#/tests/support/world.ts'

export type Pem = { readonly cert: string; readonly key: string }
export type Answer = { readonly status: number; readonly text: string }
type Sending = { readonly headers?: Record<string, string>; readonly to?: string; readonly method?: string }

/** An envelope in a SOAP message. */
export const inSoap = (envelope: Buffer | string) =>
  SOAP_AROUND.before + envelope.toString().replace(/^<\?xml[^>]*\?>\s*/, '') + SOAP_AROUND.after

/** The code of a refusal, or `received`; null for no answer at all. */
export function codeOf({ text }: Answer): string | null {
  const answer = readAnswer(text)
  return answer?.kind === 'refused' ? answer.code : (answer?.kind ?? null)
}

async function listen(made: Server): Promise<string> {
  made.listen(0, 'localhost')
  await once(made, 'listening')
  return `https://localhost:${(made.address() as AddressInfo).port}/ggk0210`
}

function close(server: Server): void {
  server.closeAllConnections()
  server.close()
}

/** The web service of this test file, and how to come to it. */
export type TestSoapService = {
  readonly url: string
  /** The authority of the demo's certificates. */
  authority(): string
  pemOf(name: DemoCertificate): Pem
  fingerprintOf(name: DemoCertificate): string
  /** Another service with other files, such as authorities and what these took back; ended after `work`. */
  whileServing<T>(files: Partial<FilePaths>, work: (url: string, service: SoapService) => Promise<T>): Promise<T>
  /** Sends bytes as whoever has this certificate. */
  send(as: Pem | null, body: Buffer | string, sending?: Sending): Promise<Answer>
  /** Sends an envelope as this part of the demo. */
  post(as: DemoCertificate, envelope: string, sending?: Sending): Promise<Answer>
  /** Registers a certificate for the software of a gemeente, as its Productbeheerder does. */
  register(home: GivenGemeente, fingerprint: string, product?: string): Promise<void>
  rowsWith(referentienummer: string): Promise<{ id: string; status: string; direction: string }[]>
}

let number = 0

/** A referentienummer that no other call gives. */
export function nextReference(): string {
  number += 1
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** A sound envelope for gemeente 9901, unless the recipes say otherwise. */
export async function envelopeOf(
  soort: string,
  recipe: EnvelopeRecipe = {},
  values: Parameters<typeof makeBericht>[1] = {},
): Promise<{ readonly referentienummer: string; readonly text: string }> {
  const referentienummer = recipe.referentienummer ?? nextReference()
  const identificatie = `W-${referentienummer.slice(-6)}`
  const content = makeBericht(soort, { gemeenteCode: '9901', identificatie, ...values })
  return { referentienummer, text: (await makeEnvelope(soort, content, { ...recipe, referentienummer })).toString() }
}

/** Starts the web service for this test file. Call it after testDatabase and testChain. */
export function testSoapService(database: TestDatabase, chain: TestChain): TestSoapService {
  const made: { server: Server | null } = { server: null }
  const files = (name: DemoCertificate) => filesOf(chain.folder, name)
  const about = () => {
    const { webservice } = settings()
    if (!webservice) throw new Error('the test has no web service')
    return webservice
  }
  const service: TestSoapService & { url: string } = {
    url: '',
    authority: () => readFileSync(files('webservice').caFile, 'utf8'),
    pemOf: (name: DemoCertificate): Pem => ({
      cert: readFileSync(files(name).certificateFile, 'utf8'),
      key: readFileSync(files(name).keyFile, 'utf8'),
    }),
    fingerprintOf: (name: DemoCertificate) =>
      new X509Certificate(service.pemOf(name).cert).fingerprint256.replaceAll(':', '').toLowerCase(),
    async whileServing<T>(files: Partial<FilePaths>, work: (url: string, service: SoapService) => Promise<T>) {
      const other = makeSoapService(about(), readServiceFiles({ ...about(), ...files }))
      try {
        return await work(await listen(other.server), other)
      } finally {
        close(other.server)
      }
    },
    send(as: Pem | null, body: Buffer | string, { headers = {}, to = service.url, method = 'POST' }: Sending = {}) {
      const options: RequestOptions = {
        method,
        ca: service.authority(),
        agent: false,
        headers: { 'Content-Type': 'text/xml; charset=utf-8', ...headers },
        ...(as ?? {}),
      }
      return new Promise<Answer>((resolve, reject) => {
        const outgoing = request(to, options, (answer) => {
          const pieces: Buffer[] = []
          answer.on('data', (piece: Buffer) => pieces.push(piece))
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }),
          )
          answer.once('error', reject)
        })
        outgoing.once('error', reject)
        outgoing.end(body)
      })
    },
    post: (as: DemoCertificate, envelope: string, sending?: Sending) =>
      service.send(service.pemOf(as), inSoap(envelope), sending),
    async register(home: GivenGemeente, fingerprint: string, product = 'iwmo') {
      await database.query(
        `INSERT INTO product_settings (organisation_id, product, notification_addresses, retention, version, changed_by_name,
           changed_at, client_certificate, client_fingerprint)
         VALUES ($1, $2, '{}', 'TWEE_MAANDEN', 1, 'Smit', now(), 'pem', $3)`,
        [home.id, product, fingerprint],
      )
    },
    rowsWith: (referentienummer: string) =>
      database.query<{ id: string; status: string; direction: string }>(
        'SELECT id, status, direction FROM bericht WHERE referentienummer = $1',
        [referentienummer],
      ),
  }

  beforeAll(async () => {
    await installQueues(database.adminUrl)
    made.server = makeSoapService(about(), readServiceFiles(about())).server
    service.url = await listen(made.server)
  })
  afterAll(() => {
    if (made.server) close(made.server)
  })
  return service
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tlsIdentity } from '#/lib/chain/tls/own-identity.ts'
import { setSettings, settings } from '#/lib/platform/settings/settings.ts'
import { replaceSharedState } from '#/lib/platform/shared-state.ts'
import { Circuit } from '#/lib/wlz/circuit.ts'
import { filesOf } from '#/simulators/keten/certificates.ts'
import { ChainState } from '#/simulators/keten/chain-state.ts'
import { serveRegister } from '#/simulators/keten/ciz-register.ts'
import type { TestChain } from '#/tests/support/chain/test-chain.ts'

/** The register of the CIZ of this test file: how it behaves, and how often it was asked. */
export type TestRegister = { readonly state: ChainState; questions: number }

/** Starts a register for this test file, in order before each test and with nobody waiting for it. Call it after testChain. */
export function testRegister(chain: TestChain): TestRegister {
  const register = { state: new ChainState(), questions: 0 }
  let server: Server
  beforeAll(async () => {
    server = createServer({ ...tlsIdentity(filesOf(chain.folder, 'keten')), requestCert: true }, (req, res) => {
      register.questions += 1
      serveRegister(register.state, req, res).catch(() => res.destroy())
    })
    server.listen(0, 'localhost')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => {
    replaceSharedState('wlz-circuit', new Circuit())
    register.state.mode = 'normaal'
    register.questions = 0
    setSettings({ ...settings(), ciz: new URL(`https://localhost:${(server.address() as AddressInfo).port}/ciz`) })
  })
  return register
}

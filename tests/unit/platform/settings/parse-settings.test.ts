import { parseSettings, SettingsError } from '#/lib/platform/settings/parse-settings.ts'
import { environmentWith } from '#/tests/support/settings.ts'

const OF_OPERATOR = {
  MAIL_FROM: 'Portaal Zorg <zorg@portaal.example>',
  BEHEERDER_NAAM: 'de beheerder',
  BEHEERDER_TELEFOON: '088 123 45 67',
  BEHEERDER_OPENINGSTIJDEN: 'op werkdagen',
  BEHEERDER_EMAIL: 'servicedesk@portaal.example',
}
const OF_CHAIN = {
  CHAIN_URL: 'https://vecozo.example/ggk0210',
  CHAIN_CERTIFICATE_FILE: '/etc/portaal/keten.pem',
  CHAIN_KEY_FILE: '/etc/portaal/keten.key',
  CHAIN_CA_FILE: '/etc/portaal/ketens.pem',
  WEBSERVICE_URL: 'https://ggk.portaal.example/ggk0210',
  WEBSERVICE_CERTIFICATE_FILE: '/etc/portaal/dienst.pem',
  WEBSERVICE_KEY_FILE: '/etc/portaal/dienst.key',
  WEBSERVICE_CA_FILE: '/etc/portaal/ketens.pem',
  CHAIN_PARTIES_FILE: '/etc/portaal/ketenpartijen.json',
}
const PRODUCTION = environmentWith({
  PORTAAL_OMGEVING: 'productie',
  PORTAAL_URL: 'https://portaal.example',
  ...OF_OPERATOR,
  ...OF_CHAIN,
})

/** Names of the settings that are refused, in the order in which they are told. */
function refused(environment: Readonly<Record<string, string | undefined>>): string[] {
  try {
    parseSettings(environment)
    return []
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    return error.faults.map((fault) => fault.split(' ')[0] ?? '')
  }
}

const REQUIRED = [
  'DATABASE_URL',
  'PORTAAL_URL',
  'PORTAAL_SECRET',
  'PORTAAL_MASTER_KEY',
  'STORAGE_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'BROKERS_FILE',
  'BEHEERDER_NAAM',
  'BEHEERDER_TELEFOON',
  'BEHEERDER_OPENINGSTIJDEN',
  'BEHEERDER_EMAIL',
  ...(Object.keys(OF_CHAIN) as (keyof typeof OF_CHAIN)[]),
] as const

describe('settings', () => {
  // Guards contract chapter 1: one line per missing or bad setting, all of them at once.
  it.each(REQUIRED)('name %s when it is missing or empty', (name) => {
    expect(refused({ ...PRODUCTION, [name]: undefined })).toEqual([name])
    expect(refused({ ...PRODUCTION, [name]: '' })).toEqual([name])
  })

  it('want a second pair of eyes in production unless told otherwise, and elsewhere only when told', () => {
    const chosen = (environment: Readonly<Record<string, string>>) => parseSettings(environment).secondPairOfEyes
    expect([chosen(PRODUCTION), chosen({ ...PRODUCTION, VIER_OGEN: 'nee' })]).toEqual([true, false])
    expect([chosen(environmentWith()), chosen(environmentWith({ VIER_OGEN: 'ja' }))]).toEqual([false, true])
  })

  // Nothing is scanned unless it is said where; what is said is one of the two ways in which clamd listens.
  it.each([
    [undefined, null],
    ['unix:/run/clamav/clamd.ctl', { kind: 'socket', path: '/run/clamav/clamd.ctl' }],
    ['tcp://scanner.binnen.example:3310', { kind: 'port', host: 'scanner.binnen.example', port: 3310 }],
    ['tcp://[2001:db8::1]:3310', { kind: 'port', host: '2001:db8::1', port: 3310 }],
  ])('know the virus scanner at %s', (CLAMD_ADRES, scanner) => {
    expect(parseSettings({ ...PRODUCTION, CLAMD_ADRES }).scanner).toEqual(scanner)
  })

  // A demo may go without a chain, but not with half of one.
  it('want the certificates of the chain where its address is', () => {
    expect(parseSettings(environmentWith())).toMatchObject({ chain: null, webservice: null })
    expect(refused(environmentWith({ CHAIN_URL: OF_CHAIN.CHAIN_URL, CHAIN_KEY_FILE: 'k' }))).toEqual([
      'CHAIN_CERTIFICATE_FILE',
      'CHAIN_CA_FILE',
    ])
    expect(refused({ ...PRODUCTION, CHAIN_URL: 'http://vecozo.example' })).toEqual(['CHAIN_URL'])
  })

  it('name every missing setting at once', () => {
    expect(refused({ PORTAAL_OMGEVING: 'productie' })).toEqual([...REQUIRED])
  })

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['PORTAAL_URL', 'portaal.example'],
    ['PORTAAL_URL', 'https://portaal.example/zorg'],
    ['PORTAAL_URL', 'https://user@portaal.example'],
    ['PORTAAL_SECRET', 'short'],
    ['PORTAAL_MASTER_KEY', 'c2hvcnQ='],
    ['PORTAAL_MASTER_KEY', `a:${Buffer.alloc(32).toString('base64')},a:${Buffer.alloc(32, 1).toString('base64')}`],
    ['PORTAAL_MASTER_KEY', `${Buffer.alloc(32).toString('base64')},a:${Buffer.alloc(32, 1).toString('base64')}`],
    ['STORAGE_URL', 'ftp://x'],
    ['SMTP_URL', 'localhost:25'],
    ['SESSION_IDLE_MINUTES', '4.9'],
    ['SESSION_IDLE_MINUTES', '31'],
    ['SESSION_IDLE_MINUTES', 'twintig'],
    ['SESSION_IDLE_MINUTES', 'Infinity'],
    ['SESSION_WARNING_MINUTES', '0.5'],
    ['SESSION_ABSOLUTE_HOURS', '13'],
    ['LOGIN_ATTEMPT_MINUTES', '16'],
    ['NETWERKEN', '10.0.0.0'],
    ['NETWERKEN', '10.0.0.0/8, 300.0.0.0/8'],
    ['NETWERKEN', '172.16/12'],
    ['NETWERKEN', '010.0.0.0/8'],
    ['NETWERKEN', '167772160/8'],
    ['NETWERKEN', '::ffff:10.0.0.0/104'],
    ['VERTROUWDE_PROXIES', 'proxy.example'],
    ['VERTROUWDE_PROXIES', '127.1/32'],
    ['VIER_OGEN', 'misschien'],
    ['GOEDE_VRIJDAG_VRIJ', 'soms'],
    ['BEVRIJDINGSDAG_VRIJ', '5'],
    ['UPLOADS_PER_MINUTE', '1199'],
    ['ENVELOP_APPLICATIE', 'PortaalZorg 1.0'],
    ['ENVELOP_APPLICATIE', 'PZ/0001/0000'],
    ['VALIDATOR_PROCESSES', '0'],
    ['VALIDATOR_PROCESSES', '1.5'],
    ['VALIDATOR_MEMORY_MB', '100'],
    ['GEMEENTECODES_EXTRA', '9901, 99'],
    ['CLAMD_ADRES', 'localhost:3310'],
    ['CLAMD_ADRES', 'tcp://localhost'],
    ['CLAMD_ADRES', 'tcp://localhost:70000'],
    ['CLAMD_ADRES', 'unix:run/clamd.ctl'],
    ['CLAMD_ADRES', 'https://scanner.example'],
    ['ANDERE_PORTALEN', 'zonder adres'],
    ['ANDERE_PORTALEN', 'Kwaad=javascript:alert(1)'],
    ['LOG_LEVEL', 'luid'],
  ])('refuse %s = %s, and nothing else', (name, value) => {
    expect(refused({ ...PRODUCTION, [name]: value })).toEqual([name])
  })

  it('refuse a faulty address together with a missing setting', () => {
    const faults = refused({ ...PRODUCTION, PORTAAL_URL: 'http://localhost:3000', DATABASE_URL: '' })
    expect(faults).toEqual(expect.arrayContaining(['DATABASE_URL', 'PORTAAL_URL']))
  })

  it('refuse a warning that comes before the session is that old', () => {
    expect(refused({ ...PRODUCTION, SESSION_IDLE_MINUTES: '5', SESSION_WARNING_MINUTES: '5' })).toEqual([
      'SESSION_WARNING_MINUTES',
    ])
  })

  it('know three worlds only', () => {
    for (const PORTAAL_OMGEVING of [undefined, '', 'production', 'DEMO', 'acceptatie'])
      expect(refused({ ...PRODUCTION, PORTAAL_OMGEVING })).toEqual(['PORTAAL_OMGEVING'])
  })

  // Guards ASVS 6.3.4: no demo on a public address, no production on this machine.
  it.each([
    ['productie', 'http://localhost:3000'],
    ['productie', 'https://localhost'],
    ['productie', 'https://127.0.0.1'],
    ['productie', 'https://127.8.8.8'],
    ['productie', 'https://[::1]'],
    ['productie', 'https://0.0.0.0'],
    ['productie', 'https://portaal.localhost'],
    ['productie', 'http://portaal.example'],
    ['test', 'https://localhost'],
    ['test', 'http://portaal.example'],
    ['demo', 'https://portaal.example'],
    ['demo', 'http://192.168.1.5:3000'],
    ['demo', 'http://localhost.example:3000'],
  ])('refuse %s on %s', (PORTAAL_OMGEVING, PORTAAL_URL) => {
    const environment = environmentWith({ ...OF_OPERATOR, ...OF_CHAIN, PORTAAL_OMGEVING, PORTAAL_URL })
    expect(new Set(refused(environment))).toEqual(new Set(['PORTAAL_URL']))
  })

  it('have the values of access-norms chapter 0 when nothing is said', () => {
    expect(parseSettings(PRODUCTION)).toMatchObject({
      sessionIdleMinutes: 20,
      sessionWarningMinutes: 2,
      sessionAbsoluteHours: 8,
      loginAttemptMinutes: 15,
      networks: [],
      uploadsPerMinute: 1_200,
    })
  })

  it('let the demo run out fast, and nothing else', () => {
    const quick = { SESSION_IDLE_MINUTES: '0.1', SESSION_WARNING_MINUTES: '0.05', SESSION_ABSOLUTE_HOURS: '0.01' }
    expect(parseSettings(environmentWith(quick))).toMatchObject({ sessionIdleMinutes: 0.1 })
    expect(refused({ ...PRODUCTION, ...quick })).toHaveLength(3)
  })

  // Guards the log: a fault names the setting, never its value.
  it('never repeat a secret in a fault', () => {
    const bad = {
      PORTAAL_SECRET: 'geheim-woord',
      PORTAAL_MASTER_KEY: 'geheim-woord',
      DATABASE_URL: 'x://u:geheim-woord@h/d',
    }
    expect(() => parseSettings({ ...PRODUCTION, ...bad })).toThrow(expect.not.stringContaining('geheim-woord') as never)
  })
})

import { parseSettings, type Settings } from '#/lib/platform/settings/parse-settings.ts'

/** A master key that is the same byte 32 times. */
export const masterKey = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`

/** The environment of a demo with everything at its place, for a process of its own. */
export function environmentWith(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PORTAAL_OMGEVING: 'demo',
    DATABASE_URL: 'postgresql://portaal_app@localhost:1/portaal',
    PORTAAL_URL: 'http://localhost:3500',
    PORTAAL_SECRET: 'a secret of more than thirty-two characters',
    PORTAAL_MASTER_KEY: masterKey('k1', 1),
    STORAGE_URL: 'file:///nowhere',
    SMTP_URL: 'smtp://localhost:1',
    BROKERS_FILE: 'brokers.json',
    GEMEENTECODES_EXTRA: '9901, 9902',
    LOG_LEVEL: 'silent',
    ...changes,
  }
}

/** Settings of a demo with everything at its place; `changes` are environment variables. */
export function settingsWith(changes: Readonly<Record<string, string>> = {}): Settings {
  return parseSettings(environmentWith(changes))
}

import { parseSettings, type Settings, SettingsError } from '#/lib/platform/settings/parse-settings.ts'
import { replaceSharedState, sharedState } from '#/lib/platform/shared-state.ts'

type Holder = { settings: Settings | null }
const holder = () => sharedState<Holder>('settings', () => ({ settings: null }))

/** The settings of this process, parsed once from its environment. Throws SettingsError with a line per fault. */
export function settings(): Settings {
  const held = holder()
  held.settings ??= parseSettings(process.env)
  return held.settings
}

/** Gives this process other settings, for tests. */
export function setSettings(next: Settings): void {
  replaceSharedState<Holder>('settings', { settings: next })
}

/** Ends the process with one line per missing or bad setting; for the first line of a long-running process. */
export function requireSettings(): Settings {
  try {
    return settings()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    for (const fault of error.faults) process.stderr.write(`${fault}\n`)
    process.exit(1)
  }
}

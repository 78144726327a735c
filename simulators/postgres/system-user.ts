import { execFileSync, spawnSync } from 'node:child_process'

/** Whom the database server runs as; null: as we are. */
export type SystemUser = { readonly uid: number; readonly gid: number } | null

const NAME = 'postgres'

function lookUp(): SystemUser {
  const answer = (flag: string) => spawnSync('id', [flag, NAME], { encoding: 'utf8' })
  const uid = answer('-u')
  const gid = answer('-g')
  if (uid.status !== 0 || gid.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/**
 * PostgreSQL refuses to run as root: then it gets the system user postgres, made when it is not there yet.
 * Throws when that user cannot be made.
 */
export function databaseUser(): SystemUser {
  if (process.getuid?.() !== 0) return null
  const existing = lookUp()
  if (existing) return existing
  execFileSync('groupadd', ['--force', '--system', NAME])
  execFileSync('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME])
  const made = lookUp()
  if (!made) throw new Error('Het systeemaccount postgres kon niet worden gemaakt.')
  return made
}

/** Whether that user can reach the folder: every folder above it must let others in (not so under /root or a 0700 folder). */
export function canEnter(user: SystemUser, folder: string): boolean {
  if (!user) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0
}

import type { Release } from '#/lib/istandaarden/release.ts'
import { release as release3_2 } from '#/lib/istandaarden/releases/3.2/release.ts'

// Generated from the folders in releases/ by scripts/generate-release-files.ts.

/** Every release that the portal knows, oldest first. */
export const RELEASES: readonly [Release, ...Release[]] = [release3_2]

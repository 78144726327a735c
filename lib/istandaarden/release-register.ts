import type { Release } from '#/lib/istandaarden/release.ts'
import { release32 } from '#/lib/istandaarden/releases/3.2/release.ts'

/** Every release that the portal knows, oldest first. */
export const RELEASES: readonly [Release, ...Release[]] = [release32]

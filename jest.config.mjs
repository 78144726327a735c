import nextJest from 'next/jest.js'

const withNext = nextJest({ dir: import.meta.dirname })

const shared = {
  testPathIgnorePatterns: ['/node_modules/', '/.next/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.mts'],
  // '#/…' as Node resolves it (package.json, imports).
  moduleNameMapper: { '^#/(.*)$': '<rootDir>/$1' },
  setupFilesAfterEnv: ['<rootDir>/tests/support/strict.ts'],
}

const node = {
  ...shared,
  displayName: 'node',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/{unit,integration,http,browser,architecture}/**/*.test.{ts,tsx,mts}'],
}

const jsdom = {
  ...shared,
  displayName: 'jsdom',
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/tests/component/**/*.test.{ts,tsx}'],
  setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/tests/support/dom.ts'],
}

/** Both projects through Next's own transform, so that tests compile what the portal compiles. */
export default async () => ({
  maxWorkers: 2,
  // Counts here only: in a project of its own it is ignored.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/scripts/testing/counts.mjs'],
  projects: [await withNext(node)(), await withNext(jsdom)()],
})

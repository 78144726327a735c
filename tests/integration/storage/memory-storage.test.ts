import { describeContentStorage } from '#/tests/integration/storage/storage-contract.ts'
import { memoryStorage } from '#/tests/support/storage.ts'

const storage = memoryStorage()
describeContentStorage('in memory, for tests', () => storage)

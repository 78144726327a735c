// Jest reporter: tells the test command how many tests passed, failed and were skipped, and which ones were skipped.
import { writeFileSync } from 'node:fs'

export default class Counts {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) =>
      file.testResults
        .filter((test) => test.status === 'pending' || test.status === 'todo' || test.status === 'disabled')
        .map((test) => test.fullName),
    )
    // A file that does not run at all has no tests that failed: it counts as one.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const file = process.env.TEST_COUNTS_FILE
    if (file) writeFileSync(file, JSON.stringify({ passed: results.numPassedTests, failed, skipped }))
  }
}

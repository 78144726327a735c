import { missingLibraries, packagedBrowser } from '#/scripts/testing/packaged-browser.ts'

// For a machine without a browser of its own: what the one of the npm package still needs there, one a line.
process.stdout.write(
  missingLibraries(packagedBrowser().path)
    .map((library) => `${library}\n`)
    .join(''),
)

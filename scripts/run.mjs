// Starts a command of the project: `node scripts/run.mjs scripts/demo.ts …`. Plain JavaScript that every Node understands,
// so that an old one is refused with a sentence instead of a syntax error.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const NEEDED = 24

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `Portaal Zorg heeft Node ${NEEDED} of nieuwer nodig; dit is Node ${process.versions.node}. ` +
      `Voer "npm ci" uit (dat haalt Node ${NEEDED} op) en start de opdracht met "npm run".\n`,
  )
  process.exit(1)
}
const [command] = process.argv.splice(2, 1)
await import(pathToFileURL(resolve(import.meta.dirname, '..', command)).href)

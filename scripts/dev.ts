import { runDemo } from '#/scripts/processes/run-demo.ts'

await runDemo('dev')

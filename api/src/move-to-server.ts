import { migrate } from '@borne/migrations'
import type { OpenedDb } from './platform/db.ts'
import { type CopiedTable, copyRows } from './platform/embedded-postgis/copy-to-server.ts'
import { openServerEngine } from './platform/server-engine.ts'

/** Brings the server at `url` up to date and copies every row of `db` to it. The server must hold none of ours. */
export async function moveToServer(db: OpenedDb, url: string): Promise<CopiedTable[]> {
  const server = await openServerEngine(url)
  try {
    await migrate(server.pool)
    return await copyRows(db.pool, server.pool)
  } finally {
    await server.close()
  }
}

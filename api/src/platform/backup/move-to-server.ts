import { migrateInside } from '@borne/migrations'
import type { PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'
import type { OpenedDb } from '../db.ts'
import { openServerEngine } from '../server-engine.ts'
import { takeServerAlone } from '../server-presence.ts'
import { inSnapshot, quoted, readRows, readShape, readTables } from './read-database.ts'
import { dropOwnObjects, rebuildDatabase } from './rebuild-database.ts'
import { inTransaction } from './transaction.ts'

export interface Moved {
  readonly tables: number
  readonly rows: number
}

/**
 * Brings every row of `db` to the server at `url`, which must hold none of ours, and compares each table there. What
 * no backup holds is not moved either.
 *
 * @throws DatabaseError `server-not-empty`, `database-in-use` or `copy-differs`; the server is then as it was.
 */
export async function moveToServer(db: OpenedDb, url: string): Promise<Moved> {
  const server = await openServerEngine(url, { isAlone: true })
  const [source, target] = [await db.pool.connect(), await server.pool.connect()]
  try {
    const moved = await inSnapshot(source, () => inTransaction(target, () => copyAll(source, target)))
    await target.query('vacuum analyze')
    return moved
  } finally {
    source.release()
    target.release()
    await server.close()
  }
}

async function copyAll(source: PoolClient, target: PoolClient): Promise<Moved> {
  await takeServerAlone(target)
  await refuseIfNotEmpty(target)
  const { migrations, tables, sequences } = await readShape(source)
  const rows = await rebuildDatabase(target, {
    version: migrations.length,
    tables,
    sequences,
    readTables: async (load) => {
      for (const table of tables) await load(table.name, readRows(source, table))
    },
  })
  return { tables: tables.length, rows }
}

/** Empty is what has no more rows than the migrations bring by themselves. */
async function refuseIfNotEmpty(target: PoolClient): Promise<void> {
  const before = await countRows(target)
  if (before.size === 0) return
  await dropOwnObjects(target)
  await migrateInside(target)
  const fresh = await countRows(target)
  for (const [table, count] of before) {
    if (count <= (fresh.get(table) ?? 0)) continue
    throw new DatabaseError('server-not-empty', `The table ${table} of the server already has rows.`, {
      table,
    })
  }
}

async function countRows(client: PoolClient): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of await readTables(client)) {
    const { rows } = await client.query<{ count: number }>(`select count(*) from public.${quoted(name)}`)
    counts.set(name, rows[0]!.count)
  }
  return counts
}

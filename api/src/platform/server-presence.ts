import type { ClientBase } from 'pg'
import { DatabaseError } from './database-error.ts'

const PRESENCE_KEY = 4_013_120_002

/**
 * Every connection of a Borne at work holds this lock, shared, from its first moment to its last.
 *
 * @throws DatabaseError `database-being-restored`.
 */
export async function announcePresence(client: ClientBase): Promise<void> {
  if (await tryLock(client, 'pg_try_advisory_lock_shared')) return
  throw new DatabaseError('database-being-restored', 'The database is being restored.')
}

/**
 * Until the end of the transaction nobody else is at work, and nobody comes.
 *
 * @throws DatabaseError `database-in-use`.
 */
export async function takeServerAlone(client: ClientBase): Promise<void> {
  if (await tryLock(client, 'pg_try_advisory_xact_lock')) return
  throw new DatabaseError('database-in-use', 'Another Borne is connected to the database.')
}

async function tryLock(client: ClientBase, take: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select ${take}($1) as taken`, [PRESENCE_KEY])
  return rows[0]!.taken
}

import type { PoolClient } from 'pg'

/** Runs `work` in one transaction of this client: all of it, or nothing. */
export async function inTransaction<T>(
  client: PoolClient,
  work: () => Promise<T>,
  begin = 'begin',
): Promise<T> {
  await client.query(begin)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

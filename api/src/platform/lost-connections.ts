import type { Pool } from 'pg'

/** A lost connection fails its own query; without a listener it would also end the process. */
export function reportLostConnections(pool: Pool, log?: (line: string) => void): void {
  const report = (error: Error) => log?.(`Database connection lost: ${error.message}`)
  pool.on('error', report)
  pool.on('connect', (client) => {
    client.on('error', report)
  })
}

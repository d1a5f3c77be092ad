import type { Pool } from 'pg'

/** The versions of PostgreSQL and of PostGIS as a database tells them. */
export async function readVersions(
  pool: Pool,
): Promise<{ postgresqlVersion: string; postgisVersion: string }> {
  const { rows } = await pool.query<{ postgresqlVersion: string; postgisVersion: string | null }>(
    `select current_setting('server_version') as "postgresqlVersion",
            coalesce((select extversion from pg_extension where extname = 'postgis'),
                     (select default_version from pg_available_extensions where name = 'postgis')) as "postgisVersion"`,
  )
  const { postgresqlVersion, postgisVersion } = rows[0]!
  return { postgresqlVersion, postgisVersion: postgisVersion ?? '' }
}

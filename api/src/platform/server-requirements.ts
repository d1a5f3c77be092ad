import { DatabaseError } from './database-error.ts'

const OLDEST_POSTGRESQL = 15
const OLDEST_POSTGIS = '3.3'

/** @param versionNumber `server_version_num`: 150004 is 15.4. */
export function checkPostgresql(versionNumber: number): void {
  if (versionNumber >= OLDEST_POSTGRESQL * 10_000) return
  const found = `${Math.floor(versionNumber / 10_000)}.${versionNumber % 10_000}`
  throw new DatabaseError(
    'server-too-old',
    `PostgreSQL ${OLDEST_POSTGRESQL} or later is needed; the server is ${found}.`,
    { found, needed: OLDEST_POSTGRESQL },
  )
}

export function checkPostgis(found: string): void {
  const [major = 0, minor = 0] = found.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_POSTGIS.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new DatabaseError(
    'postgis-too-old',
    `PostGIS ${OLDEST_POSTGIS} or later is needed; the server has ${found}.`,
    {
      found,
      needed: OLDEST_POSTGIS,
    },
  )
}

/** The extension is not installed on the server, or this user may not create it. */
export function withoutPostgis(cause: Error): DatabaseError {
  return new DatabaseError(
    'server-without-postgis',
    `The database has no PostGIS: ${cause.message}`,
    { needed: OLDEST_POSTGIS, reason: cause.message },
    { cause },
  )
}

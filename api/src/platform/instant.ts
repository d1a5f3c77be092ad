import { type Sql, sql } from './sql.ts'

/** ISO 8601 in UTC, as the contracts write a moment. */
export function instant(moment: Sql): Sql {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

import type { MigrationFile } from '@borne/migrations'

/**
 * Tables whose rows are in no backup: a restore must not reopen a session that was closed, a link that was used, an
 * address of a calendar that was revoked, a link to a briefing that was revoked with what it showed, or a door that was
 * shut after too many failures.
 */
export const NOT_BACKED_UP: readonly string[] = [
  'briefing_snapshot',
  'calendar_address',
  'one_time_link',
  'session',
  'share_link',
  'showing',
  'sign_in_failure',
]

/** Of PostGIS, and of the migrations: the manifest tells which were applied. */
export const MADE_WITH_THE_SCHEMA: readonly string[] = ['schema_migration', 'spatial_ref_sys']

/** Schemas besides `public` that the migrations make and a restore makes anew. */
export const OWN_SCHEMAS: readonly string[] = ['visible']

/** Columns that name a stored file by its content. */
export const FILE_COLUMNS: readonly { readonly table: string; readonly columns: readonly string[] }[] = [
  { table: 'donor_logo', columns: ['png_sha256', 'svg_sha256'] },
  { table: 'gps_track', columns: ['file_sha256'] },
  { table: 'post_photo', columns: ['large_sha256', 'thumbnail_sha256'] },
  { table: 'visibility_check', columns: ['large_sha256', 'thumbnail_sha256'] },
  { table: 'works_photo', columns: ['large_sha256', 'thumbnail_sha256'] },
]

/**
 * The tables that no migration makes: what somebody else keeps in the same database. An archive that held them could
 * not be restored by the migrations alone.
 */
export function strayTables(tables: readonly string[], migrations: readonly MigrationFile[]): string[] {
  const text = migrations.map((migration) => migration.text).join('\n')
  return tables.filter((table) => !MADE_WITH_THE_SCHEMA.includes(table) && !makes(text, table))
}

function makes(text: string, table: string): boolean {
  const making =
    '(?:create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?|rename\\s+to\\s+)(?:public\\.)?'
  return /^[a-z][a-z0-9_]*$/.test(table) && new RegExp(`\\b${making}${table}\\b`, 'i').test(text)
}

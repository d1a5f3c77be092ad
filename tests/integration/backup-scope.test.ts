import { readMigrations } from '@borne/migrations'
import { expect } from 'vitest'
import {
  FILE_COLUMNS,
  MADE_WITH_THE_SCHEMA,
  OWN_SCHEMAS,
  strayTables,
} from '../../api/src/platform/backup/scope.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'

/** Digests of something else than a stored file. */
const NOT_FILES = [
  'audit_event.person_sha256',
  'audit_event.previous_sha256',
  'audit_event.sha256',
  'audit_head.sha256',
  'calendar_address.token_sha256',
  'import_run.file_sha256',
  'one_time_link.token_sha256',
  'post_photo.upload_sha256',
  'recovery_code.code_sha256',
  'road_network.source_sha256',
  'schema_migration.sha256',
  'session.token_sha256',
  'share_link.token_sha256',
  'showing.key_sha256',
  'visibility_check.upload_sha256',
  'works_photo.upload_sha256',
]

dbTest('a backup knows every table of the migrations, and what is a stranger to them', async ({ db }) => {
  const tables = await db.many<{ name: string }>(sql`
    select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')`)
  expect(tables.length).toBeGreaterThan(20)
  const names = tables.map(({ name }) => name)
  const migrations = await readMigrations()
  expect(strayTables(names, migrations)).toEqual([])
  expect(strayTables([...names, 'border', 'made_up', 'Odd ('], migrations)).toEqual([
    'border',
    'made_up',
    'Odd (',
  ])
  expect(names).toEqual(expect.arrayContaining([...MADE_WITH_THE_SCHEMA]))
})

dbTest('a restore knows every schema and every sequence that it makes anew', async ({ db }) => {
  const schemas = await db.many<{ name: string }>(sql`
    select nspname as name from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
       and not exists (select from pg_depend where objid = pg_namespace.oid and deptype = 'e')`)
  expect(schemas.map(({ name }) => name).filter((name) => !OWN_SCHEMAS.includes(name))).toEqual([])
  const lone = await db.many(sql`
    select relname from pg_class
     where relkind = 'S' and relnamespace = 'public'::regnamespace
       and not exists (select from pg_depend
                        where objid = pg_class.oid and deptype in ('a', 'i') and refobjsubid > 0)`)
  expect(lone).toEqual([])
})

dbTest('every column that names a stored file is known to the backup', async ({ db }) => {
  const columns = await db.many<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like '%sha256'
       and table_name in (select relname from pg_class where relkind = 'r')`)
  const known = FILE_COLUMNS.flatMap((file) => file.columns.map((column) => `${file.table}.${column}`))
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(known))
  expect(columns.map(({ name }) => name).filter((name) => ![...known, ...NOT_FILES].includes(name))).toEqual(
    [],
  )
})

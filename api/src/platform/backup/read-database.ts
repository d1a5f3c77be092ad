import { type MigrationFile, readMigrations } from '@borne/migrations'
import type { PoolClient } from 'pg'
import { FILE_COLUMNS, MADE_WITH_THE_SCHEMA, NOT_BACKED_UP, strayTables } from './scope.ts'
import { inTransaction } from './transaction.ts'

const ROWS_A_BATCH = 500

/** The values of a row in PostgreSQL's own text form, which loses nothing. */
export type Row = readonly (string | null)[]

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

export interface SequenceState {
  readonly name: string
  readonly lastValue: string | null
}

export interface AppliedMigration {
  readonly version: number
  readonly name: string
  readonly sha256: string
}

/** The rows of a table that a copy holds, and what stands beside them. */
export interface DatabaseShape {
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly TableShape[]
  readonly sequences: readonly SequenceState[]
  /** Tables that are not Borne's. */
  readonly strays: readonly string[]
}

/** Runs `work` on one state of the database, which is read and not written. */
export function inSnapshot<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  const begin = 'begin isolation level repeatable read, read only'
  return inTransaction(client, () => useTextForm(client).then(work), begin)
}

/** For the rest of the transaction, values turn into the same text on every engine, and no row is hidden. */
export async function useTextForm(client: PoolClient): Promise<void> {
  await client.query(`set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off;
    set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'`)
}

export async function readShape(client: PoolClient): Promise<DatabaseShape> {
  const migrations = await readApplied(client)
  const known = (await readMigrations()).slice(0, migrations.length)
  const found = await readTables(client)
  const strays = strayTables(
    found.map(({ name }) => name),
    known,
  )
  const left = [...strays, ...NOT_BACKED_UP, ...MADE_WITH_THE_SCHEMA]
  const tables = found.filter(({ name }) => !left.includes(name))
  return { migrations, tables, sequences: await readSequences(client, tables), strays }
}

export async function readApplied(client: PoolClient): Promise<AppliedMigration[]> {
  if (!(await hasTable(client, 'schema_migration'))) return []
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, sha256 from schema_migration order by version',
  )
  return rows
}

/** The first applied migration that is not the one of these files, if there is one. */
export function firstOther(
  applied: readonly AppliedMigration[],
  files: readonly MigrationFile[],
): AppliedMigration | undefined {
  return applied.find(({ version, sha256 }, index) => {
    const file = files[index]
    return file?.version !== version || file.sha256 !== sha256
  })
}

/** The tables of `public` but those of extensions, with the columns that are not computed from others. */
export async function readTables(client: PoolClient): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select relname as name,
            array(select attname::text from pg_attribute
                   where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
                   order by attnum) as columns
       from pg_class class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and not exists (select from pg_depend
                         where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e')
      order by relname collate "C"`,
  )
  return rows
}

/** The sequences behind the columns of these tables. */
export async function readSequences(
  client: PoolClient,
  tables: readonly TableShape[],
): Promise<SequenceState[]> {
  const { rows } = await client.query<SequenceState>(
    `select sequence.relname as name, state.last_value::text as "lastValue"
       from pg_class sequence
       join pg_depend on classid = 'pg_class'::regclass and objid = sequence.oid and deptype in ('a', 'i')
       join pg_class owner on owner.oid = refobjid
       join pg_sequences state on state.schemaname = 'public' and state.sequencename = sequence.relname
      where sequence.relkind = 'S' and sequence.relnamespace = 'public'::regnamespace
        and owner.relnamespace = 'public'::regnamespace and owner.relname = any($1)
      order by sequence.relname collate "C"`,
    [tables.map(({ name }) => name)],
  )
  return rows
}

/** All rows of a table, some hundreds at a time. */
export async function* readRows(client: PoolClient, { name, columns }: TableShape): AsyncGenerator<Row[]> {
  const values = columns.map((column) => `${quoted(column)}::text`).join(', ')
  await client.query(`declare reading no scroll cursor for select ${values} from public.${quoted(name)}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `fetch ${ROWS_A_BATCH} from reading`,
      rowMode: 'array',
    })
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close reading')
}

/** The content names that rows hold of stored files. */
export async function readFileNames(client: PoolClient): Promise<string[]> {
  const names = new Set<string>()
  for (const { table, columns } of FILE_COLUMNS) {
    if (!(await hasTable(client, table))) continue
    for (const column of columns) {
      const { rows } = await client.query<{ name: string }>(
        `select distinct ${quoted(column)} as name from public.${quoted(table)} where ${quoted(column)} <> ''`,
      )
      for (const { name } of rows) names.add(name)
    }
  }
  return [...names].sort()
}

async function hasTable(client: PoolClient, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`select to_regclass($1) is not null as found`, [
    `public.${table}`,
  ])
  return rows[0]!.found
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

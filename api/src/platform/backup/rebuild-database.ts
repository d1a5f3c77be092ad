import { migrateInside, readMigrations } from '@borne/migrations'
import type { PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'
import { loadRows } from './load-rows.ts'
import {
  quoted,
  type Row,
  readApplied,
  readSequences,
  readTables,
  type SequenceState,
  type TableShape,
  useTextForm,
} from './read-database.ts'
import { OWN_SCHEMAS, strayTables } from './scope.ts'

/** What a database is to become. */
export interface DatabaseContent {
  /** The last migration that the rows went through. */
  readonly version: number
  readonly tables: readonly TableShape[]
  readonly sequences: readonly SequenceState[]
  /** Hands each table to `load`, one after the other. */
  readTables(load: (table: string, batches: AsyncIterable<Row[]>) => Promise<void>): Promise<void>
}

/** Inside a transaction of the caller: what was there goes, the content comes, and the later migrations with it. */
export async function rebuildDatabase(client: PoolClient, content: DatabaseContent): Promise<number> {
  await dropOwnObjects(client)
  await migrateInside(client, { upTo: content.version })
  await refuseOtherShape(client, content)
  await useTextForm(client)
  const foreignKeys = await dropForeignKeys(client)
  await emptyTables(client, content.tables)
  const shapes = new Map(content.tables.map((table) => [table.name, table]))
  let rowCount = 0
  await content.readTables(async (table, batches) => {
    rowCount += await loadRows(client, shapes.get(table)!, batches)
  })
  for (const { name } of content.tables)
    await client.query(`alter table public.${quoted(name)} enable trigger user`)
  for (const statement of foreignKeys) await client.query(statement)
  for (const { name, lastValue } of content.sequences) {
    if (lastValue === null) continue
    await client.query(`select setval($1::regclass, $2::bigint)`, [`public.${quoted(name)}`, lastValue])
  }
  await migrateInside(client)
  return rowCount
}

/** Drops all that the migrations make, of whatever version. Extensions, roles and the tables of others stay. */
export async function dropOwnObjects(client: PoolClient): Promise<void> {
  const kept = await tablesOfOthers(client)
  for (const schema of OWN_SCHEMAS) await client.query(`drop schema if exists ${quoted(schema)} cascade`)
  const { rows } = await client.query<{ statement: string }>(
    `with own as (
       select 1 as turn, format('drop %s if exists public.%I cascade',
                                case relkind when 'v' then 'view' when 'm' then 'materialized view'
                                             else 'table' end, relname) as statement,
              'pg_class'::regclass as class, oid
         from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relname <> all($1)
       union all
       select 2, format('drop routine if exists %s cascade', oid::regprocedure), 'pg_proc'::regclass, oid
         from pg_proc where pronamespace = 'public'::regnamespace
       union all
       select 3, format('drop type if exists public.%I cascade', typname), 'pg_type'::regclass, oid
         from pg_type where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
     )
     select statement from own
      where not exists (select from pg_depend
                         where pg_depend.classid = own.class and pg_depend.objid = own.oid and deptype = 'e')
      order by turn, statement collate "C"`,
    [kept],
  )
  for (const { statement } of rows) await client.query(statement)
}

/** After a newer Borne nobody can tell: then all tables are taken for its own. */
async function tablesOfOthers(client: PoolClient): Promise<string[]> {
  const files = await readMigrations()
  const tables = await readTables(client)
  if ((await readApplied(client)).length > files.length) return []
  return strayTables(
    tables.map(({ name }) => name),
    files,
  )
}

async function refuseOtherShape(client: PoolClient, content: DatabaseContent): Promise<void> {
  const made = await readTables(client)
  const columnsOf = new Map(made.map(({ name, columns }) => [name, columns.join()]))
  const table = content.tables.find(({ name, columns }) => columnsOf.get(name) !== columns.join())
  const sequences = (await readSequences(client, made)).map(({ name }) => name)
  const sequence = content.sequences.find(({ name }) => !sequences.includes(name))
  const entry = table?.name ?? sequence?.name
  if (entry) throw new DatabaseError('backup-unknown', `Migrations do not make ${entry}.`, { entry })
}

/** Drops the foreign keys and returns what makes them again, so that the order of tables does not matter. */
async function dropForeignKeys(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
       from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
      order by oid`,
  )
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ add }) => add)
}

/** Some migrations bring rows of their own; the content has them too. */
async function emptyTables(client: PoolClient, tables: readonly TableShape[]): Promise<void> {
  const names = tables.map(({ name }) => `public.${quoted(name)}`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  if (names.length > 0) await client.query(`truncate table ${names.join(', ')}`)
}

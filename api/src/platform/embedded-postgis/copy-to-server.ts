import type { Pool, PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'

const ROWS_A_BATCH = 500
/** Of the extension and of the migrations: the server has its own. */
const OWN_TABLES = ['schema_migration', 'spatial_ref_sys']

interface Column {
  name: string
  type: string
}

export interface CopiedTable {
  readonly table: string
  readonly rows: number
}

/**
 * Copies every row from one database to another that has had the same migrations and holds no rows of ours.
 * Values travel in PostgreSQL's own text form, which loses nothing, in one transaction on either side; at the end each
 * table is compared by a checksum of all its rows.
 *
 * @throws DatabaseError `server-not-empty` or `copy-differs`; the server is then as it was.
 */
export async function copyRows(from: Pool, to: Pool, log?: (line: string) => void): Promise<CopiedTable[]> {
  return inTransaction(from, (source) =>
    inTransaction(to, async (target) => {
      const tables = await tablesOf(source)
      await refuseIfNotEmpty(target, tables)
      const foreignKeys = await dropForeignKeys(target)
      const copied: CopiedTable[] = []
      for (const table of tables) {
        const rows = await copyTable(source, target, table)
        copied.push({ table, rows })
        log?.(`${table}: ${rows}`)
      }
      for (const statement of foreignKeys) await target.query(statement)
      await setSequences(target)
      return copied
    }),
  )
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read')
    await client.query(`set local extra_float_digits = 1`)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function tablesOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1) order by relname`,
    [OWN_TABLES],
  )
  return rows.map(({ name }) => name)
}

async function refuseIfNotEmpty(target: PoolClient, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await target.query(`select 1 from ${quoted(table)} limit 1`)
    if (rows.length === 0) continue
    throw new DatabaseError('server-not-empty', `The table ${table} of the server already has rows.`, {
      table,
    })
  }
}

/** Drops the foreign keys and returns what makes them again, so that the order of tables does not matter. */
async function dropForeignKeys(target: PoolClient): Promise<string[]> {
  const { rows } = await target.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by oid`,
  )
  for (const { drop } of rows) await target.query(drop)
  return rows.map(({ add }) => add)
}

async function copyTable(source: PoolClient, target: PoolClient, table: string): Promise<number> {
  const columns = await columnsOf(source, table)
  const read = columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const parameters = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const values = columns.map(({ type }, index) => `c${index}::${type}`).join(', ')
  const aliases = columns.map((_, index) => `c${index}`).join(', ')
  const insert = `insert into ${quoted(table)} (${names}) overriding system value
    select ${values} from unnest(${parameters}) as r(${aliases})`

  await target.query(`alter table ${quoted(table)} disable trigger user`)
  await source.query(`declare reading no scroll cursor for select ${read} from ${quoted(table)}`)
  let count = 0
  for (;;) {
    const { rows } = await source.query<string[]>({
      text: `fetch ${ROWS_A_BATCH} from reading`,
      rowMode: 'array',
    })
    if (rows.length === 0) break
    await target.query(
      insert,
      columns.map((_, index) => rows.map((row) => row[index])),
    )
    count += rows.length
  }
  await source.query('close reading')
  await target.query(`alter table ${quoted(table)} enable trigger user`)
  await compare(source, target, table, columns)
  return count
}

async function columnsOf(client: PoolClient, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [quoted(table)],
  )
  return rows
}

async function compare(
  source: PoolClient,
  target: PoolClient,
  table: string,
  columns: readonly Column[],
): Promise<void> {
  const row = `row(${columns.map(({ name }) => quoted(name)).join(', ')})::text`
  const checksum = `select md5(coalesce(string_agg(h, '' order by h), '')) as sum
    from (select md5(${row}) as h from ${quoted(table)}) hashed`
  const sums = [await source.query(checksum), await target.query(checksum)].map(({ rows }) => rows[0]!.sum)
  if (sums[0] === sums[1]) return
  throw new DatabaseError('copy-differs', `The rows of ${table} differ after the copy.`, { table })
}

/** Identity columns go on after the highest number that was copied. */
async function setSequences(target: PoolClient): Promise<void> {
  const { rows } = await target.query<{ statement: string }>(
    `select format('select setval(%L, (select greatest(max(%I), 1) from %s), exists (select from %3$s))',
                   pg_get_serial_sequence(attrelid::regclass::text, attname), attname, attrelid::regclass) as statement
       from pg_attribute join pg_class on pg_class.oid = attrelid
      where relkind = 'r' and relnamespace = 'public'::regnamespace and attidentity <> ''`,
  )
  for (const { statement } of rows) await target.query(statement)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

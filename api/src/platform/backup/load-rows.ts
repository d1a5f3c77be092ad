import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { DatabaseError } from '../database-error.ts'
import { quoted, type Row, readRows, type TableShape } from './read-database.ts'

/**
 * Puts rows into an empty table, reads them back, and compares the two.
 *
 * @throws DatabaseError `copy-differs`.
 */
export async function loadRows(
  client: PoolClient,
  table: TableShape,
  batches: AsyncIterable<Row[]>,
): Promise<number> {
  const insert = await insertStatement(client, table)
  const given = new RowDigest()
  for await (const rows of batches) {
    await client.query(
      insert,
      table.columns.map((_, index) => rows.map((row) => row[index])),
    )
    given.add(rows)
  }
  const kept = new RowDigest()
  for await (const rows of readRows(client, table)) kept.add(rows)
  if (kept.equals(given)) return given.rows
  throw new DatabaseError('copy-differs', `The rows of ${table.name} differ after the copy.`, {
    table: table.name,
  })
}

async function insertStatement(client: PoolClient, { name, columns }: TableShape): Promise<string> {
  const { rows: types } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [`public.${quoted(name)}`],
  )
  const typeOf = new Map(types.map((column) => [column.name, column.type]))
  const names = columns.map(quoted).join(', ')
  const parameters = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const values = columns.map((column, index) => `c${index}::${typeOf.get(column)}`).join(', ')
  const aliases = columns.map((_, index) => `c${index}`).join(', ')
  return `insert into public.${quoted(name)} (${names}) overriding system value
    select ${values} from unnest(${parameters}) as r(${aliases})`
}

/** Tells two sets of rows apart, whatever their order. */
class RowDigest {
  rows = 0
  #sum = 0n

  add(rows: readonly Row[]): void {
    this.rows += rows.length
    for (const row of rows)
      this.#sum += BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)
  }

  equals(other: RowDigest): boolean {
    return this.rows === other.rows && this.#sum === other.#sum
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient, QueryResult } from 'pg'
import type { Caller } from './access/caller.ts'
import { DatabaseError } from './database-error.ts'
import { openEmbeddedEngine } from './embedded-postgis/embedded-engine.ts'
import type { Engine, EngineDescription, EngineName } from './engine.ts'
import { openServerEngine } from './server-engine.ts'
import type { Sql } from './sql.ts'
import { beginAs, TransactionScope } from './transaction-scope.ts'

/** The only door to the database. */
export interface Db {
  readonly engine: EngineName
  many<Row>(query: Sql): Promise<Row[]>
  /** Throws when there is not exactly one row. */
  one<Row>(query: Sql): Promise<Row>
  /** Throws when there is more than one row. */
  maybeOne<Row>(query: Sql): Promise<Row | undefined>
  /** Returns the number of affected rows. */
  run(query: Sql): Promise<number>
  /** Queries made through the same Db inside `work` join the transaction; a nested call is a savepoint. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** The same door on behalf of a caller: only the rows and the fields that they may see, only what they may do. */
  as(caller: Caller): Db
  close(): Promise<void>
}

/** A Db with what start-up, migrations and the administrator's screen need besides. */
export interface OpenedDb extends Db {
  readonly pool: Engine['pool']
  describe(): Promise<EngineDescription>
  /** VACUUM ANALYZE: to be called after an import. Not inside a transaction. */
  refreshStatistics(): Promise<void>
}

export interface DbConfig {
  databaseUrl?: string
  dataDir: string
  log?: (line: string) => void
}

/** Opens the server at `databaseUrl` when it is set, else the embedded engine in `dataDir`. */
export async function openDb(config: DbConfig): Promise<OpenedDb> {
  return dbOver(
    config.databaseUrl
      ? await openServerEngine(config.databaseUrl, { log: config.log })
      : await openEmbeddedEngine({ dataDir: config.dataDir, log: config.log }),
  )
}

/** The door over an engine that is already open. */
export function dbOver(engine: Engine): OpenedDb {
  const joined = new AsyncLocalStorage<TransactionScope>()
  let closing: Promise<void> | undefined
  return {
    ...queriesOf(engine, joined, undefined, undefined),
    pool: engine.pool,
    describe: () => engine.describe(),
    refreshStatistics: async () => {
      await engine.pool.query('vacuum analyze')
    },
    close: () => {
      closing ??= engine.close()
      return closing
    },
  }
}

/**
 * Runs `work` inside one transaction that is always rolled back. The Db handed to it stays inside, also where
 * the asynchronous context is lost, as in a server that listens.
 */
export async function rolledBack(engine: Engine, work: (db: Db) => Promise<void>): Promise<void> {
  const client = await engine.pool.connect()
  const scope = new TransactionScope(client)
  let failure: Error | undefined
  try {
    await client.query('begin')
    await work(queriesOf(engine, new AsyncLocalStorage(), scope, undefined))
  } finally {
    await scope.end('rollback').catch((error: Error) => {
      failure = error
    })
    client.release(failure)
  }
  if (failure) throw failure
}

function queriesOf(
  engine: Engine,
  joined: AsyncLocalStorage<TransactionScope>,
  root: TransactionScope | undefined,
  caller: Caller | undefined,
): Db {
  const within = <T>(work: (scope: TransactionScope) => Promise<T>): Promise<T> => {
    const scope = joined.getStore() ?? root
    return scope ? scope.savepoint(work, caller) : topLevel(engine, caller, work)
  }
  const execute = (query: Sql): Promise<QueryResult> => {
    const scope = joined.getStore() ?? root
    const statement = { text: query.text, values: [...query.values] }
    if (scope?.caller === caller && scope) return scope.query(statement)
    return caller || scope ? within((inner) => inner.query(statement)) : engine.pool.query(statement)
  }
  return {
    engine: engine.name,
    many: async <Row>(query: Sql) => (await execute(query)).rows as Row[],
    one: async <Row>(query: Sql) => exactlyOne<Row>((await execute(query)).rows, query),
    maybeOne: async <Row>(query: Sql) => {
      const { rows } = await execute(query)
      return rows.length === 0 ? undefined : exactlyOne<Row>(rows, query)
    },
    run: async (query: Sql) => (await execute(query)).rowCount ?? 0,
    transaction: <T>(work: () => Promise<T>) => within((scope) => joined.run(scope, work)),
    as: (other) => queriesOf(engine, joined, root, other),
    close: async () => {},
  }
}

async function topLevel<T>(
  engine: Engine,
  caller: Caller | undefined,
  work: (scope: TransactionScope) => Promise<T>,
): Promise<T> {
  const client: PoolClient = await engine.pool.connect()
  const scope = new TransactionScope(client, caller)
  let broken: Error | undefined
  try {
    await client.query(beginAs(caller))
    const result = await work(scope)
    await scope.end('commit')
    return result
  } catch (error) {
    await scope.end('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function exactlyOne<Row>(rows: unknown[], query: Sql): Row {
  if (rows.length !== 1) {
    throw new DatabaseError('row-count-unexpected', `Expected one row, got ${rows.length}.`, {
      rows: rows.length,
      query: query.text.trim().slice(0, 200),
    })
  }
  return rows[0] as Row
}

import { escapeLiteral, type PoolClient, type QueryConfig, type QueryResult } from 'pg'
import { type Caller, OWNER_SETTINGS, settingsOf } from './access/caller.ts'
import { DatabaseError } from './database-error.ts'

/**
 * One open transaction, or one savepoint inside it. What is asked of a scope is done one after the other: a
 * query made beside an open savepoint waits, so that it is neither rolled back with it nor kept by mistake.
 */
export class TransactionScope {
  /** On whose behalf its queries run; undefined is the owner of the tables. */
  readonly caller: Caller | undefined
  readonly #client: PoolClient
  readonly #depth: number
  #last: Promise<unknown> = Promise.resolve()
  #over = false

  constructor(client: PoolClient, caller?: Caller, depth = 0) {
    this.caller = caller
    this.#client = client
    this.#depth = depth
  }

  query(statement: QueryConfig): Promise<QueryResult> {
    return this.#inTurn(() => this.#client.query(statement))
  }

  savepoint<T>(work: (inner: TransactionScope) => Promise<T>, caller: Caller | undefined): Promise<T> {
    const inner = new TransactionScope(this.#client, caller, this.#depth + 1)
    const name = `level_${this.#depth + 1}`
    const isOther = caller !== this.caller
    return this.#inTurn(async () => {
      await this.#client.query(`savepoint ${name}${isOther ? `; ${settingsAs(caller)}` : ''}`)
      try {
        const result = await work(inner)
        await inner.#close(`release savepoint ${name}${isOther ? `; ${settingsAs(this.caller)}` : ''}`)
        return result
      } catch (error) {
        await inner.#close(`rollback to savepoint ${name}; release savepoint ${name}`)
        throw error
      }
    })
  }

  /** Ends the transaction after what was asked before; nothing can be asked afterwards. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    const result = await this.#close(how)
    if (how === 'commit' && result?.command !== 'COMMIT') {
      throw new DatabaseError(
        'transaction-over',
        'The transaction had failed: it was rolled back, not committed.',
      )
    }
  }

  async #close(statement: string): Promise<QueryResult | undefined> {
    if (this.#over) return undefined
    this.#over = true
    await this.#last
    return this.#client.query(statement)
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#over) {
      return Promise.reject(
        new DatabaseError('transaction-over', 'A query came after the end of its transaction.'),
      )
    }
    const result = this.#last.then(task)
    this.#last = result.catch(() => undefined)
    return result
  }
}

/** Opens a transaction on behalf of a caller in one round trip. The settings end with it, on both engines. */
export function beginAs(caller: Caller | undefined): string {
  return caller ? `begin; ${settingsAs(caller)}` : 'begin'
}

function settingsAs(caller: Caller | undefined): string {
  const settings = Object.entries(caller ? settingsOf(caller) : OWNER_SETTINGS)
  const calls = settings.map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
  return `select ${calls.join(', ')}`
}

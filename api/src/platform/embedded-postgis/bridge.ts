import { DatabaseError } from '../database-error.ts'
import { readAnswer } from './answer.ts'
import type { BridgeConnection } from './bridge-connection.ts'
import type { EngineWorker, Outcome } from './engine-worker.ts'
import type { Refusal } from './statement-guard.ts'
import { errorResponse, queryMessage, readyForQuery } from './wire.ts'

export interface BridgeLimits {
  /** A batch that runs longer is ended with its thread. */
  readonly queryTimeoutMs: number
  /** An open transaction that asks nothing for longer is rolled back: it keeps everyone else waiting. */
  readonly idleTransactionTimeoutMs: number
  /** The thread is renewed past this size: each native exception leaks a little. */
  readonly heapLimitBytes: number
}

interface Turn {
  /** Absent: upkeep, which waits until no transaction is open. */
  readonly connection?: BridgeConnection
  run(): Promise<void>
}

const CLOSE_TIMEOUT_MS = 30_000

const QUERY_CANCELED = '57014'
const CRASHED = '57P02'
const IDLE_IN_TRANSACTION = '25P03'
const DISK_FULL = '53100'
const SHUTTING_DOWN = '57P01'

/**
 * Lets many connections share the one session of the embedded engine. Whole batches take turns; whoever has a
 * transaction open keeps the engine until it ends, and everyone else waits.
 */
export class Bridge {
  readonly #worker: EngineWorker
  readonly #limits: BridgeLimits
  readonly #log: (line: string) => void
  readonly #connections = new Set<BridgeConnection>()
  readonly #waiting: Turn[] = []
  #owner: BridgeConnection | undefined
  #ownerFailed = false
  #isBusy = false
  #idleTimer: NodeJS.Timeout | undefined
  #isClosed = false
  batchCount = 0

  constructor(worker: EngineWorker, limits: BridgeLimits, log: (line: string) => void) {
    this.#worker = worker
    this.#limits = limits
    this.#log = log
  }

  get serverVersion(): string {
    return this.#worker.serverVersion
  }

  /** Queues a batch; its answer is pushed to the connection. */
  submit(connection: BridgeConnection, batch: Buffer, refusal?: Refusal): void {
    this.#connections.add(connection)
    this.#waiting.push({
      connection,
      run: () => (refusal ? this.#refuse(connection, refusal) : this.#serve(connection, batch)),
    })
    this.#next()
  }

  /** Forgets a connection that hung up, and rolls back what it left open. */
  leave(connection: BridgeConnection): void {
    this.#connections.delete(connection)
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      if (this.#waiting[at]!.connection === connection) this.#waiting.splice(at, 1)
    }
    if (this.#owner !== connection) return
    this.#waiting.unshift({ connection, run: () => this.#rollBack() })
    this.#next()
  }

  /** Runs upkeep while nobody else uses the engine and no transaction is open. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: () => work().then(resolve, reject) })
      this.#next()
    })
  }

  /** Runs one statement as upkeep. */
  execute(statement: string): Promise<void> {
    return this.alone(async () => {
      const outcome = await this.#run(queryMessage(statement))
      if (outcome.kind !== 'answer') throw new Error(`${statement}: ${reasonOf(outcome)}`)
    })
  }

  async close(): Promise<void> {
    await this.alone(async () => {
      this.#isClosed = true
      await this.#worker.close(CLOSE_TIMEOUT_MS)
    })
    for (const connection of this.#connections)
      connection.fail(SHUTTING_DOWN, 'The database is shutting down.')
  }

  #next(): void {
    if (this.#isBusy) return
    const at = this.#owner ? this.#waiting.findIndex(({ connection }) => connection === this.#owner) : 0
    const turn = at < 0 ? undefined : this.#waiting.splice(at, 1)[0]
    if (!turn) return
    this.#isBusy = true
    clearTimeout(this.#idleTimer)
    turn
      .run()
      .catch((error: Error) => this.#log(`Embedded database: ${error.message}`))
      .finally(() => {
        this.#isBusy = false
        this.#watchIdleOwner()
        this.#next()
      })
  }

  async #serve(connection: BridgeConnection, batch: Buffer): Promise<void> {
    const outcome = await this.#run(batch).catch(startFailure)
    const answer = outcome.kind === 'answer' ? readAnswer(batch, outcome.response) : undefined
    if (!answer) {
      const failure =
        outcome.kind === 'answer' ? { kind: 'crash' as const, reason: 'incomplete answer' } : outcome
      await this.#recover(connection, failure)
      return
    }
    this.#owner = answer.status === 'idle' ? undefined : connection
    this.#ownerFailed = answer.status === 'failed'
    for (const { channel, bytes } of answer.notifications) this.#notify(channel, bytes)
    connection.deliver(answer.bytes)
    if (connection.destroyed && this.#owner) await this.#rollBack()
    if (!this.#owner && this.#worker.heapBytes > this.#limits.heapLimitBytes) {
      this.#log('Embedded database: the worker has grown past its limit and is renewed.')
      await this.#renew()
    }
  }

  async #refuse(connection: BridgeConnection, { sqlState, message }: Refusal): Promise<void> {
    const status = this.#owner !== connection ? 'idle' : this.#ownerFailed ? 'failed' : 'open'
    connection.deliver(Buffer.concat([errorResponse('ERROR', sqlState, message), readyForQuery(status)]))
  }

  #notify(channel: string, bytes: Buffer): void {
    for (const connection of this.#connections) {
      if (connection.channels.has(channel)) connection.deliver(bytes)
    }
  }

  async #run(batch: Buffer): Promise<Outcome> {
    if (this.#isClosed) return { kind: 'crash', reason: 'the database is closed' }
    if (!this.#worker.isRunning) await this.#worker.start()
    this.batchCount++
    return this.#worker.execute(batch, this.#limits.queryTimeoutMs)
  }

  async #rollBack(): Promise<void> {
    this.#owner = undefined
    const batch = queryMessage('rollback')
    const outcome = await this.#run(batch)
    if (outcome.kind !== 'answer' || readAnswer(batch, outcome.response)?.status !== 'idle')
      await this.#renew()
  }

  /** Answers the one whose batch was lost, then brings the engine back for the others. */
  async #recover(connection: BridgeConnection, failure: Exclude<Outcome, { kind: 'answer' }>): Promise<void> {
    const hadTransaction = this.#owner === connection
    this.#owner = undefined
    this.#log(`Embedded database restarts: ${reasonOf(failure)}`)
    if (failure.kind === 'timeout' && !hadTransaction) {
      const canceled = errorResponse('ERROR', QUERY_CANCELED, 'The statement took too long and was stopped.')
      connection.deliver(Buffer.concat([canceled, readyForQuery('idle')]))
    } else {
      const isDiskFull = failure.kind === 'crash' && failure.isDiskFull
      const sqlState = failure.kind === 'timeout' ? QUERY_CANCELED : isDiskFull ? DISK_FULL : CRASHED
      connection.fail(sqlState, `The embedded database restarted: ${reasonOf(failure)}.`)
    }
    await this.#worker.terminate()
    const mayStart = !this.#isClosed && !(failure.kind === 'crash' && failure.isDiskFull)
    if (mayStart) await this.#worker.start()
  }

  async #renew(): Promise<void> {
    await this.#worker.close(CLOSE_TIMEOUT_MS)
    await this.#worker.start()
  }

  #watchIdleOwner(): void {
    const owner = this.#owner
    if (!owner) return
    this.#idleTimer = setTimeout(() => {
      this.#log('Embedded database: an idle transaction was rolled back.')
      owner.fail(IDLE_IN_TRANSACTION, 'The transaction stayed idle for too long and was rolled back.')
    }, this.#limits.idleTransactionTimeoutMs)
  }
}

function startFailure(error: Error): Outcome {
  const isDiskFull = error instanceof DatabaseError && error.code === 'disk-full'
  return { kind: 'crash', reason: error.message.replace(/\.$/, ''), isDiskFull }
}

function reasonOf(outcome: Outcome): string {
  if (outcome.kind === 'timeout') return 'a statement took too long'
  return outcome.kind === 'crash' ? outcome.reason : 'incomplete answer'
}

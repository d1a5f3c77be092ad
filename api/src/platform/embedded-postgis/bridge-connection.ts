import { Duplex } from 'node:stream'
import type { Bridge } from './bridge.ts'
import { channelsListenedTo, type Refusal, refusalOf } from './statement-guard.ts'
import { errorResponse, greeting, readStartup, splitMessages, type WireMessage } from './wire.ts'

let lastProcessId = 0

/** One connection of the pool to the embedded engine: what a socket is to a server. */
export class BridgeConnection extends Duplex {
  readonly #bridge: Bridge
  readonly channels = new Set<string>()
  #isGreeted = false
  #hasHungUp = false
  #arrived: Buffer = Buffer.alloc(0)
  #batch: Buffer[] = []
  #refusal: Refusal | undefined

  constructor(bridge: Bridge) {
    super({ allowHalfOpen: false })
    this.#bridge = bridge
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  /** Tells the client why, as a server that ends a connection does, and hangs up. */
  fail(sqlState: string, message: string): void {
    this.deliver(errorResponse('FATAL', sqlState, message))
    this.#hangUp()
    this.end()
  }

  /** Hands bytes to the client, unless one of the two has hung up. */
  deliver(bytes: Buffer): void {
    if (!this.destroyed && !this.#hasHungUp) this.push(bytes)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.#arrived = this.#arrived.length === 0 ? chunk : Buffer.concat([this.#arrived, chunk])
    if (!this.#isGreeted) this.#greet()
    if (this.#isGreeted) {
      const { messages, rest } = splitMessages(this.#arrived)
      this.#arrived = rest
      for (const message of messages) this.#take(message)
    }
    done()
  }

  override _final(done: (error?: Error) => void): void {
    this.#hangUp()
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#bridge.leave(this)
    done(error)
  }

  #hangUp(): void {
    if (!this.#hasHungUp) this.push(null)
    this.#hasHungUp = true
  }

  #greet(): void {
    const packet = readStartup(this.#arrived)
    if (!packet) return
    this.#arrived = packet.rest
    if (packet.kind === 'encryption') this.push('N')
    if (packet.kind === 'cancel') this.end()
    if (packet.kind === 'startup') {
      this.#isGreeted = true
      this.push(greeting(this.#bridge.serverVersion, ++lastProcessId))
    }
  }

  /** Gathers messages until the one that ends a batch; nothing is handed on before. */
  #take(message: WireMessage): void {
    if (message.type === 'X') return
    this.#refusal ??= refusalOf(message)
    for (const channel of channelsListenedTo(message)) this.channels.add(channel)
    this.#batch.push(message.bytes)
    if (message.type !== 'S' && message.type !== 'Q' && message.type !== 'H') return
    const batch = Buffer.concat(this.#batch)
    const refusal = this.#refusal
    this.#batch = []
    this.#refusal = undefined
    this.#bridge.submit(this, batch, refusal)
  }
}

/** The little of PostgreSQL's wire protocol (version 3) that the bridge must understand. */

const TYPE_BYTES = 1
const LENGTH_BYTES = 4
export const HEADER_BYTES = TYPE_BYTES + LENGTH_BYTES

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102

export interface WireMessage {
  readonly type: string
  /** The whole message, header included. */
  readonly bytes: Buffer
}

export type TransactionStatus = 'idle' | 'open' | 'failed'

/** Splits what has arrived into whole messages and the rest. */
export function splitMessages(bytes: Buffer): { messages: WireMessage[]; rest: Buffer } {
  const messages: WireMessage[] = []
  let at = 0
  while (bytes.length - at >= HEADER_BYTES) {
    const end = at + TYPE_BYTES + bytes.readInt32BE(at + TYPE_BYTES)
    if (end > bytes.length) break
    messages.push({ type: String.fromCharCode(bytes[at]!), bytes: bytes.subarray(at, end) })
    at = end
  }
  return { messages, rest: bytes.subarray(at) }
}

/** Reads the first packet of a connection, which alone has no type byte. */
export function readStartup(
  bytes: Buffer,
): { kind: 'startup' | 'encryption' | 'cancel'; rest: Buffer } | undefined {
  if (bytes.length < 2 * LENGTH_BYTES) return undefined
  const length = bytes.readInt32BE(0)
  if (bytes.length < length) return undefined
  const code = bytes.readInt32BE(LENGTH_BYTES)
  const kind =
    code === SSL_REQUEST || code === GSS_REQUEST
      ? 'encryption'
      : code === CANCEL_REQUEST
        ? 'cancel'
        : 'startup'
  return { kind, rest: bytes.subarray(length) }
}

/** The SQL of a Query or Parse message, and the name of the prepared statement of a Parse. */
export function readStatement(message: WireMessage): { text: string; name: string } | undefined {
  const body = message.bytes.subarray(HEADER_BYTES)
  if (message.type === 'Q') return { text: readText(body, 0), name: '' }
  if (message.type !== 'P') return undefined
  const name = readText(body, 0)
  return { name, text: readText(body, Buffer.byteLength(name) + 1) }
}

export function readText(body: Buffer, start: number): string {
  const end = body.indexOf(0, start)
  return body.toString('utf8', start, end < 0 ? body.length : end)
}

function message(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(type, 0, 'latin1')
  header.writeInt32BE(body.length + LENGTH_BYTES, TYPE_BYTES)
  return Buffer.concat([header, body])
}

function int32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES * values.length)
  values.forEach((value, index) => {
    bytes.writeInt32BE(value, index * LENGTH_BYTES)
  })
  return bytes
}

export const syncMessage = message('S')

export function queryMessage(text: string): Buffer {
  return message('Q', `${text}\0`)
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return message('Z', { idle: 'I', open: 'T', failed: 'E' }[status])
}

export function errorResponse(severity: 'ERROR' | 'FATAL', sqlState: string, text: string): Buffer {
  return message('E', `S${severity}\0V${severity}\0C${sqlState}\0M${text}\0\0`)
}

/** The server's answer to a startup packet. */
export function greeting(serverVersion: string, processId: number): Buffer {
  const parameters: [string, string][] = [
    ['server_version', serverVersion],
    ['server_encoding', 'UTF8'],
    ['client_encoding', 'UTF8'],
    ['DateStyle', 'ISO, MDY'],
    ['IntervalStyle', 'postgres'],
    ['TimeZone', 'UTC'],
    ['integer_datetimes', 'on'],
    ['standard_conforming_strings', 'on'],
  ]
  return Buffer.concat([
    message('R', int32(0)),
    ...parameters.map(([name, value]) => message('S', `${name}\0${value}\0`)),
    message('K', int32(processId, 0)),
    readyForQuery('idle'),
  ])
}

import { HEADER_BYTES, readText, splitMessages, type TransactionStatus, type WireMessage } from './wire.ts'

export interface Answer {
  /** What the asking connection gets. */
  readonly bytes: Buffer
  readonly status: TransactionStatus
  readonly notifications: readonly { channel: string; bytes: Buffer }[]
}

const STATUS: Record<string, TransactionStatus> = { I: 'idle', T: 'open', E: 'failed' }
const INT32_BYTES = 4

/**
 * Reads what the engine answered to one batch. Returns undefined when the answer is not whole: no final state,
 * a statement without a completion, or one completed as `???`. All three mean that the engine has lost its
 * footing while it looks alive.
 */
export function readAnswer(request: Buffer, response: Buffer): Answer | undefined {
  const { messages, rest } = splitMessages(response)
  const last = messages.at(-1)
  if (rest.length > 0 || last?.type !== 'Z') return undefined
  if (!isComplete(request, messages)) return undefined
  const notifications = messages
    .filter(({ type }) => type === 'A')
    .map(({ bytes }) => ({ channel: readText(bytes, HEADER_BYTES + INT32_BYTES), bytes }))
  const bytes =
    notifications.length === 0
      ? response
      : Buffer.concat(messages.filter(({ type }) => type !== 'A').map((message) => message.bytes))
  return { bytes, status: STATUS[String.fromCharCode(last.bytes[HEADER_BYTES]!)] ?? 'failed', notifications }
}

function isComplete(request: Buffer, messages: readonly WireMessage[]): boolean {
  let completions = 0
  for (const { type, bytes } of messages) {
    if (type === 'E') return true
    if (type === 'C' && readText(bytes, HEADER_BYTES).startsWith('???')) return false
    if (type === 'C' || type === 'I' || type === 's') completions++
  }
  const asked = splitMessages(request).messages.filter(({ type }) => type === 'Q' || type === 'E')
  return completions >= asked.length
}

import { readStatement, type WireMessage } from './wire.ts'

export interface Refusal {
  readonly sqlState: string
  readonly message: string
}

const FEATURE_NOT_SUPPORTED = '0A000'

/**
 * All connections share one session, so whatever outlives a transaction would leak from one to the next. Such
 * statements are refused rather than half working. Each rule sees the SQL without strings and comments.
 */
const RULES: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /\bcopy\b[^;]*\bfrom\s+stdin\b/,
    message: 'COPY … FROM STDIN is not available on the embedded engine: insert from jsonb_to_recordset.',
  },
  {
    pattern: /(?:^|;)\s*set\s+(?!local\b|transaction\b|constraints\b)/,
    message: 'SET outlives its transaction: use SET LOCAL or set_config(…, true).',
  },
  {
    pattern: /\bset_config\s*\([^;]*,\s*false\s*\)/,
    message: 'set_config(…, false) outlives its transaction: pass true.',
  },
  {
    pattern: /\bpg_(?:try_)?advisory_(?:lock|unlock)/,
    message: 'Session-level advisory locks would be shared by all: use pg_advisory_xact_lock.',
  },
  {
    pattern: /\bcreate\s+(?:(?:global|local)\s+)?temp(?:orary)?\s+table\b(?![^;]*\bon\s+commit\s+drop\b)/,
    message: 'A temporary table must not outlive its transaction: add ON COMMIT DROP.',
  },
  {
    pattern: /(?:^|;)\s*(?:prepare\s+(?!transaction\b)|discard\b|unlisten\b|declare\b[^;]*\bwith\s+hold\b)/,
    message: 'PREPARE, DISCARD, UNLISTEN and held cursors act on the session that all connections share.',
  },
]

/** Says why a message cannot be passed to the embedded engine, if so. */
export function refusalOf(message: WireMessage): Refusal | undefined {
  if ('dcf'.includes(message.type)) return refuse('Data of a COPY was not asked for.')
  if (message.type === 'H')
    return refuse('Flush is not available on the embedded engine: end the batch by Sync.')
  const statement = readStatement(message)
  if (!statement) return undefined
  if (statement.name !== '')
    return refuse('Named prepared statements are not available on the embedded engine.')
  const bare = withoutLiterals(statement.text)
  const broken = RULES.find(({ pattern }) => pattern.test(bare))
  return broken && refuse(broken.message)
}

/** The channels that a message starts to listen on. */
export function channelsListenedTo(message: WireMessage): string[] {
  const text = readStatement(message)?.text ?? ''
  const found = text.matchAll(/(?:^|;)\s*listen\s+(?:"([^"]+)"|([a-z_][\w$]*))/gi)
  return [...found].map(([, quoted, plain]) => quoted ?? plain!.toLowerCase())
}

function refuse(message: string): Refusal {
  return { sqlState: FEATURE_NOT_SUPPORTED, message }
}

const LITERALS_AND_COMMENTS =
  /\be'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//gi

function withoutLiterals(text: string): string {
  return text
    .replace(LITERALS_AND_COMMENTS, (found) => (/^(?:--|\/\*)/.test(found) ? ' ' : "''"))
    .toLowerCase()
}

import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { PROBLEM_CATALOGUE } from '../../api/src/platform/problem-catalogue.ts'
import type { Answer } from './access-stage.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import { findLeaks, type Mark, type Sight } from './marks.ts'

/** Words of the inside that no answer may carry. */
const STACK = /\n\s+at |node_modules|\.ts:\d+|\/api\/src\/|\/platform\//
/** In refusals: a word of the database, or of its tables. */
const DATABASE_WORDS =
  /syntax error|violates|(?:relation|column|function|operator|role|type) \S+ does not exist|invalid input|out of range for type|sqlstate|border_post|post_[a-z]+\b|road_[a-z]+|vehicle_profile|season_calendar|audit_|relation "|column "|ERROR:/
const TEXT = /json|text|csv|xml|javascript/

/** What is wrong with an answer, whatever was asked. */
export function faultsOf(
  request: FuzzRequest,
  answer: Answer,
  { marks, sight }: { marks: readonly Mark[]; sight: Sight },
): string[] {
  const { statusCode, headers } = answer
  const faults: string[] = []
  if (statusCode >= 500) faults.push(`status ${statusCode}`)
  const isText = TEXT.test(String(headers['content-type'] ?? ''))
  const body = isText ? readBody(answer) : ''
  if (STACK.test(body) && !request.url.startsWith('/api/docs')) faults.push('a stack or a path of the server')
  if (statusCode >= 400 && request.method !== 'HEAD') faults.push(...problemFaults(answer, body))
  const told = `${statusCode} ${answer.statusMessage} ${JSON.stringify(headers)} ${body}`
  const asked = `${request.url} ${request.payload ?? ''}`
  for (const { class: kind, where } of findLeaks(marks, { told, asked, sight }))
    faults.push(`tells ${kind} ${where}`)
  return faults
}

/** As the browser reads it, whatever it was packed with. */
export function readBody({ headers, rawPayload }: Answer): string {
  const unpack = UNPACK[String(headers['content-encoding'] ?? 'identity')]
  return (unpack && rawPayload.length > 0 ? unpack(rawPayload) : rawPayload).toString('utf8')
}

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes),
  br: (bytes) => brotliDecompressSync(bytes),
  deflate: (bytes) => inflateSync(bytes),
  zstd: (bytes) => zstdDecompressSync(bytes),
}

function problemFaults({ statusCode, headers }: Answer, body: string): string[] {
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return ['a refusal that is no problem']
  let problem: { code?: string; status?: number; detail?: string; title?: string }
  try {
    problem = JSON.parse(body)
  } catch {
    return ['a problem that is no JSON']
  }
  const faults: string[] = []
  if (!problem.code || !Object.hasOwn(PROBLEM_CATALOGUE, problem.code))
    faults.push(`unknown code ${problem.code}`)
  if (problem.status !== statusCode) faults.push(`status ${problem.status} in the body of ${statusCode}`)
  if (!problem.title || !problem.detail) faults.push('a problem without words')
  const { extra: _, ...words } = problem as { extra?: unknown }
  if (DATABASE_WORDS.test(JSON.stringify(words))) faults.push('words of the database')
  return faults
}

/** All that is needed to ask again by hand. */
export function tellRequest({ method, url, headers, payload, remoteAddress }: FuzzRequest): string {
  const body = Buffer.isBuffer(payload) ? payload.toString('latin1') : (payload ?? '')
  const told = [url, remoteAddress, JSON.stringify(headers), JSON.stringify(body)]
  return `${method} ${told.map(shorten).join(' ')}`
}

function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)}… (${text.length} characters)` : text
}

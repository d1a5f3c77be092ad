import { createHash } from 'node:crypto'
import type { Db } from '../../platform/db.ts'
import type { AuditChain } from './contract.ts'
import { type ChainLine, findChainHead, findChainLines } from './queries.ts'

const BATCH = 2_000
const START = '0'.repeat(64)

/** A point of the chain that somebody noted elsewhere: what came before it cannot have been written anew. */
export interface ChainAnchor {
  readonly seq: number
  readonly sha256: string
}

/**
 * Computes every digest of the journal again, from the first line to the head. A changed, missing, added or reordered
 * line breaks it; names that were forgotten at their time do not.
 *
 * Whoever can write to the database as its owner could write a whole new chain: against that, note the head
 * somewhere else (each backup holds it) and pass it as `anchor`.
 */
export async function verifyChain(systemDb: Db, anchor?: ChainAnchor): Promise<AuditChain> {
  const head = await findChainHead(systemDb)
  let previous: ChainAnchor = { seq: 0, sha256: START }
  let broken: AuditChain['broken'] = null
  let isAnchored = anchor === undefined
  while (!broken) {
    const lines = await findChainLines(systemDb, { after: previous.seq, upTo: head.seq, limit: BATCH })
    if (lines.length === 0) break
    for (const line of lines) {
      const reason = judge(line, previous)
      broken ??= reason ? { seq: line.seq, reason } : null
      if (anchor?.seq === line.seq) isAnchored = anchor.sha256 === line.sha256
      previous = { seq: line.seq, sha256: line.sha256 }
    }
  }
  if (!broken && (head.seq !== previous.seq || head.sha256 !== previous.sha256)) {
    broken = { seq: previous.seq + 1, reason: 'lines-missing-at-the-end' }
  }
  if (!broken && !isAnchored) broken = { seq: anchor?.seq ?? 0, reason: 'anchor-differs' }
  return { isIntact: broken === null, events: previous.seq, headSeq: head.seq, headHash: head.sha256, broken }
}

function judge(line: ChainLine, previous: ChainAnchor): string | undefined {
  if (line.seq !== previous.seq + 1) return 'line-missing'
  if (line.previousSha256 !== previous.sha256) return 'does-not-follow'
  if (digest(line.payload) !== line.sha256) return 'line-changed'
  if (line.personPayload === null) return line.mayBeForgotten ? undefined : 'person-missing'
  return digest(line.personPayload) === line.personSha256 ? undefined : 'person-changed'
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

import type { Role } from '../contract-kit/access.ts'
import type { Origin } from './access/caller.ts'
import { countByMinute } from './count-by-minute.ts'
import type { Db } from './db.ts'
import { sql } from './sql.ts'

/** Who did something: nobody when `accountId` is null. */
export interface AuditAuthor extends Origin {
  readonly accountId: string | null
  readonly role: Role | 'local' | null
  readonly name: string
}

export interface AuditEntry {
  readonly action:
    | 'sign-in'
    | 'sign-out'
    | 'refused'
    | 'read'
    | 'change'
    | 'export'
    | 'share'
    | 'import'
    | 'backup'
    | 'restore'
  readonly subject: string
  readonly subjectId?: string | undefined
  /** Codes, names of fields and counts; never a value of a field. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Whoever works at the terminal of the server. */
export const LOCAL_AUTHOR: AuditAuthor = { accountId: null, role: 'local', name: '', address: '', agent: '' }

/** Adds a line to the journal, in the transaction of `db` when there is one. */
export async function appendAudit(db: Db, author: AuditAuthor, entry: AuditEntry): Promise<number> {
  const { seq } = await db.one<{ seq: number }>(sql`
    select audit_append(${entry.action}, ${entry.subject.slice(0, 60)}, ${(entry.subjectId ?? '').slice(0, 200)},
                        ${JSON.stringify(entry.detail ?? {})}::jsonb, ${author.accountId}::uuid, ${author.role},
                        ${author.name}, ${author.address}, ${author.agent}) as seq`)
  return seq
}

const REFUSALS_A_MINUTE = 60

/**
 * Keeps a flood of bad requests from becoming a flood of lines: past a number of them in a minute from one address,
 * refusals are counted, and the count is told with the first line of the next minute.
 */
export function limitRefusals(now = Date.now): (address: string) => { isLogged: boolean; unlogged: number } {
  const countOf = countByMinute(now)
  return (address) => {
    const { count, before } = countOf(address)
    return { isLogged: count <= REFUSALS_A_MINUTE, unlogged: Math.max(0, before - REFUSALS_A_MINUTE) }
  }
}

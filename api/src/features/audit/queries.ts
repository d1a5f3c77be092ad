import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { AuditEvent, AuditFilter } from './contract.ts'

/** Lines of the journal, the latest first. */
export async function findAuditEvents(
  db: Db,
  filter: AuditFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: AuditEvent[]; total: number }> {
  const items = await db.many<AuditEvent>(sql`
    select event.seq,
           ${instant(sql`event.at`)} as at,
           event.action,
           event.subject,
           event.subject_id   as "subjectId",
           event.account_id   as "accountId",
           event.role,
           nullif(person.name, '')    as name,
           nullif(person.address, '') as address,
           nullif(person.agent, '')   as agent,
           person.seq is null as "isForgotten",
           event.detail
      from audit_event event
      left join audit_person person on person.seq = event.seq
     where ${matches(filter)}
     order by event.seq desc
     limit ${limit} offset ${offset}`)
  const { total } = await db.one<{ total: number }>(sql`
    select count(*) as total
      from audit_event event
      left join audit_person person on person.seq = event.seq
     where ${matches(filter)}`)
  return { items, total }
}

/** Days are those of Mauritania, which keeps UTC all year. */
function matches({ action, accountId, subject, subjectId, from, to, q }: AuditFilter): Sql {
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null
  return sql`(${action ?? null}::text is null or event.action = ${action ?? null})
         and (${accountId ?? null}::uuid is null or event.account_id = ${accountId ?? null}::uuid)
         and (${subject ?? null}::text is null or event.subject = ${subject ?? null})
         and (${subjectId ?? null}::text is null or event.subject_id = ${subjectId ?? null})
         and (${from ?? null}::date is null or event.at >= ${from ?? null}::date)
         and (${to ?? null}::date is null or event.at < ${to ?? null}::date + 1)
         and (${pattern}::text is null
              or concat_ws(' ', event.action, event.subject, event.subject_id, event.role, event.detail::text,
                           person.name, person.address) ilike ${pattern})`
}

/** A line as it was digested: what the chain is checked against. */
export interface ChainLine {
  readonly seq: number
  readonly payload: string
  readonly previousSha256: string
  readonly sha256: string
  readonly personSha256: string
  /** Null once forgotten. */
  readonly personPayload: string | null
  readonly mayBeForgotten: boolean
}

/** Lines of a stretch in order, with the text that each digest was made of. Asked of the owner of the tables. */
export function findChainLines(
  systemDb: Db,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<ChainLine[]> {
  return systemDb.many<ChainLine>(sql`
    select event.seq,
           jsonb_build_array(event.seq, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
             event.action, event.subject, event.subject_id, event.account_id, event.role, event.detail,
             event.person_sha256, event.previous_sha256)::text as payload,
           event.previous_sha256 as "previousSha256",
           event.sha256,
           event.person_sha256   as "personSha256",
           case when person.seq is not null
             then jsonb_build_array(person.salt, person.name, person.address, person.agent)::text
           end as "personPayload",
           event.at < now() - make_interval(days =>
             (select (value #>> '{}')::int from setting where name = 'audit-person-days'))
             or exists (select from account where account.id = event.account_id and account.forgotten_at is not null)
             as "mayBeForgotten"
      from audit_event event
      left join audit_person person on person.seq = event.seq
     where event.seq > ${after} and event.seq <= ${upTo}
     order by event.seq
     limit ${limit}`)
}

export function findChainHead(systemDb: Db): Promise<{ seq: number; sha256: string }> {
  return systemDb.one(sql`select seq, sha256 from audit_head`)
}

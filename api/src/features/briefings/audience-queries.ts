import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import { type AskedAudience, Audience, type AudienceKind, type AudienceRules } from './audience-contract.ts'
import type { Texts } from './slide-contract.ts'

const columns = sql`
  audience.id, audience.names, audience.kind, audience.rules,
  audience.archived_at is not null as "isArchived", audience.version`

/** What an older release kept gets the defaults of what came since. */
const readRow = (row: unknown) => Audience.parse(row)

/** By kind and name, archived ones at the end. */
export async function findAudiences(db: Db): Promise<Audience[]> {
  const rows = await db.many(sql`
    select ${columns}
      from audience
     order by audience.archived_at is not null, array_position(array['donor', 'government', 'public'], audience.kind),
              audience.names ->> 'fr', audience.id`)
  return rows.map(readRow)
}

/** @throws problem `audience-not-found`. */
export async function getAudience(db: Db, audienceId: string): Promise<Audience> {
  const row = await db.maybeOne(sql`select ${columns} from audience where audience.id = ${audienceId}`)
  if (!row) throw problem('audience-not-found', { audienceId })
  return readRow(row)
}

/**
 * An audience to whom something is to be shown, with the donor that it is shown to.
 *
 * @throws problem `audience-not-found`, `audience-archived`, `audience-needs-donor` or `briefing-donor-unknown`.
 */
export async function openAudience(
  db: Db,
  { audienceId, donorId }: AskedAudience,
): Promise<{ readonly audience: Audience; readonly donorId: string | null }> {
  const audience = await getAudience(db, audienceId)
  const name = nameOf(audience)
  if (audience.isArchived) throw problem('audience-archived', { name })
  if (audience.kind !== 'donor') return { audience, donorId: null }
  if (donorId === null) throw problem('audience-needs-donor', { name }, { field: 'donorId' })
  const donor = await db.maybeOne(sql`select id from donor where id = ${donorId}`)
  if (!donor) throw problem('briefing-donor-unknown', { donorId }, { field: 'donorId' })
  return { audience, donorId }
}

export async function insertAudience(
  db: Db,
  { id, names, kind, rules }: { id: string; names: Texts; kind: AudienceKind; rules: AudienceRules },
): Promise<void> {
  await db.run(sql`
    insert into public.audience (id, names, kind, rules)
    values (${id}, ${JSON.stringify(names)}::jsonb, ${kind}, ${JSON.stringify(rules)}::jsonb)`)
}

/** Returns false when the version is no longer the current one. */
export async function updateAudience(
  db: Db,
  id: string,
  { names, rules, version }: { names: Texts; rules: AudienceRules; version: number },
): Promise<boolean> {
  const count = await db.run(sql`
    update public.audience
       set names = ${JSON.stringify(names)}::jsonb, rules = ${JSON.stringify(rules)}::jsonb, version = ${version + 1}
     where id = ${id} and version = ${version}`)
  return count === 1
}

export async function setAudienceArchived(
  db: Db,
  { id, version }: Pick<Audience, 'id' | 'version'>,
  isArchived: boolean,
): Promise<void> {
  await db.run(sql`
    update public.audience set archived_at = case when ${isArchived} then now() end, version = ${version + 1}
     where id = ${id} and version = ${version}`)
}

const nameOf = ({ names, id }: Audience): string => names.fr || names.en || id

import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { ShareLink } from './link-contract.ts'

/** Neither revoked nor expired. */
const LIVES = sql`link.revoked_at is null and link.expires_at > now()`

const columns = sql`
  link.id,
  link.audience_id                       as "audienceId",
  link.donor_id                          as "donorId",
  link.label,
  link.has_passphrase                    as "hasPassphrase",
  link.embed_origins                     as "embedOrigins",
  ${instant(sql`link.created_at`)}       as "createdAt",
  account.name                           as "createdBy",
  ${instant(sql`link.expires_at`)}       as "expiresAt",
  ${instant(sql`link.revoked_at`)}       as "revokedAt",
  ${instant(sql`link.snapshot_made_at`)} as "snapshotMadeAt",
  link.opened_count                      as "openedCount",
  ${instant(sql`link.last_opened_at`)}   as "lastOpenedAt"
    from share_link link
    left join account on account.id = link.created_by`

/** Of a briefing; null: of the page of a donor. */
export interface LinkOwner {
  readonly briefingId: string | null
  readonly donorId: string | null
}

const ofOwner = ({ briefingId, donorId }: LinkOwner): Sql =>
  briefingId === null
    ? sql`link.briefing_id is null and link.donor_id = ${donorId}`
    : sql`link.briefing_id = ${briefingId}`

/** The links of a briefing or of a donor's page, open ones first, then the latest. */
export function findLinks(db: Db, owner: LinkOwner): Promise<ShareLink[]> {
  return db.many<ShareLink>(sql`
    select ${columns}
     where ${ofOwner(owner)}
     order by (${LIVES}) desc, link.created_at desc, link.id`)
}

export function findLink(db: Db, owner: LinkOwner, linkId: string): Promise<ShareLink | undefined> {
  return db.maybeOne<ShareLink>(sql`select ${columns} where link.id = ${linkId} and ${ofOwner(owner)}`)
}

export interface LinkToInsert extends LinkOwner {
  readonly id: string
  readonly audienceId: string
  readonly snapshotId: string
  readonly label: string
  readonly tokenSha256: string
  readonly passphraseDigest: string | null
  readonly embedOrigins: readonly string[]
  readonly lastDay: string
}

/** Open until the end of its last day, in Mauritania, where it is the same hour as in UTC. */
export async function insertLink(db: Db, link: LinkToInsert): Promise<void> {
  await db.run(sql`
    insert into public.share_link (id, briefing_id, audience_id, donor_id, snapshot_id, label, token_sha256,
                                   passphrase_digest, has_passphrase, embed_origins, expires_at, created_by)
    values (${link.id}, ${link.briefingId}, ${link.audienceId}, ${link.donorId}, ${link.snapshotId}, ${link.label},
            ${link.tokenSha256}, ${link.passphraseDigest}, ${link.passphraseDigest !== null}, ${link.embedOrigins}::text[],
            (${link.lastDay}::date + 1)::timestamp at time zone 'UTC', caller_id())`)
}

/** Returns false for one that is over already. */
export async function revokeLink(db: Db, linkId: string): Promise<boolean> {
  const count = await db.run(sql`
    update public.share_link link set revoked_at = now() where link.id = ${linkId} and ${LIVES}`)
  return count === 1
}

/** Returns false for one that is over. */
export async function showInLink(db: Db, linkId: string, snapshotId: string): Promise<boolean> {
  const count = await db.run(sql`
    update public.share_link link
       set snapshot_id = ${snapshotId}, snapshot_made_at = now()
     where link.id = ${linkId} and ${LIVES}`)
  return count === 1
}

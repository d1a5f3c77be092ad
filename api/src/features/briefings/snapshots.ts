import { newToken, sha256 } from '../../platform/access/tokens.ts'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { sql } from '../../platform/sql.ts'
import type { Withheld } from './audience-contract.ts'
import type { MadePresentation } from './present/make-presentation.ts'
import type { Asset } from './present/name-assets.ts'
import type { Presentation } from './presentation-contract.ts'

/** How long a key opens; a snapshot that no link shows goes with it. */
export const KEY_HOURS = 12

export interface MadeFor extends MadePresentation {
  readonly withheld: readonly Withheld[]
}

/** Keeps what is shown as it was made, for the hours of a key or as long as a link shows it. Made by the caller of `db`. */
export async function storeSnapshot(
  db: Db,
  { briefingId, made, isOfLink }: { briefingId: string | null; made: MadeFor; isOfLink: boolean },
): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into public.briefing_snapshot (briefing_id, presentation, assets, withheld, made_by, expires_at)
    values (${briefingId}, ${JSON.stringify(made.presentation)}::jsonb, ${JSON.stringify(made.assets)}::jsonb,
            ${JSON.stringify(made.withheld)}::jsonb, caller_id(),
            case when not ${isOfLink} then now() + make_interval(hours => ${KEY_HOURS}) end)
    returning id`)
  return id
}

/** A key to a snapshot; with a link it opens as long as the link lives. */
export async function issueKey(
  systemDb: Db,
  { snapshotId, linkId }: { readonly snapshotId: string; readonly linkId: string | null },
): Promise<{ key: string; expiresAt: string }> {
  const key = newToken()
  const { expiresAt } = await systemDb.one<{ expiresAt: string }>(sql`
    insert into showing (key_sha256, snapshot_id, link_id, expires_at)
    values (${sha256(key)}, ${snapshotId}, ${linkId}, now() + make_interval(hours => ${KEY_HOURS}))
    returning ${instant(sql`expires_at`)} as "expiresAt"`)
  return { key, expiresAt }
}

/** Neither a key, nor its link, nor its snapshot is over. */
const keyOpens = (key: string) => sql`
      from showing
      join briefing_snapshot snapshot on snapshot.id = showing.snapshot_id
      left join briefing on briefing.id = snapshot.briefing_id
      left join share_link link on link.id = showing.link_id
     where showing.key_sha256 = ${sha256(key)}
       and showing.expires_at > now()
       and coalesce(snapshot.expires_at, 'infinity') > now()
       and (showing.link_id is null
            or (link.revoked_at is null and link.expires_at > now() and briefing.archived_at is null))`

export async function doesKeyOpen(systemDb: Db, key: string): Promise<boolean> {
  return (await systemDb.maybeOne(sql`select 1 as opens ${keyOpens(key)}`)) !== undefined
}

/** What a key shows; nothing once it is over. */
export function findShown(
  systemDb: Db,
  key: string,
): Promise<{ readonly presentation: Presentation; readonly assets: readonly Asset[] } | undefined> {
  return systemDb.maybeOne(sql`select snapshot.presentation, snapshot.assets ${keyOpens(key)}`)
}

/** What no key and no link that lives shows any longer is gone. Asked before something new is kept. */
export async function forgetSnapshots(systemDb: Db): Promise<void> {
  await systemDb.run(sql`delete from showing where expires_at <= now()`)
  await systemDb.run(sql`
    update share_link set snapshot_id = null
     where snapshot_id is not null and (revoked_at is not null or expires_at <= now())`)
  await systemDb.run(sql`
    delete from briefing_snapshot snapshot
     where (snapshot.expires_at is null or snapshot.expires_at <= now())
       and not exists (select from share_link link where link.snapshot_id = snapshot.id)`)
}

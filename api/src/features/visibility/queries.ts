import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import type { PhotoToKeep } from '../../platform/photos/keep-photo.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { VisibilityCheck, VisibilityCheckInput, VisibilityItem } from './contract.ts'

type Pair = Omit<VisibilityItem, 'due' | 'state' | 'seenOn' | 'checks'>

/**
 * Posts by the donors that pay for them, with the status of a day or the latest: through the works contracts that are not archived, their
 * projects, and what was promised to those.
 */
export function findPairs(
  db: Db,
  { on, donorId, postId }: { on?: string; donorId?: string; postId?: string },
): Promise<Pair[]> {
  return db.many(sql`
    select post.id                          as "postId",
           post.name                        as "postName",
           unit.name                        as moughataa,
           case when post.geom is not null
                then json_build_array(st_x(post.geom), st_y(post.geom)) end as position,
           coalesce(physical.status, 'planned') as status,
           post.archived_at is not null     as "isArchived",
           post.is_demonstration or donor.is_demonstration as "isDemonstration",
           donor.id                         as "donorId"
      from (select distinct link.post_id, given.donor_id
              from works_contract contract
              join works_contract_post link on link.contract_id = contract.id
              join donor_contribution given on given.project_id = contract.project_id
             where contract.archived_at is null and given.share_ppm > 0
               and (${donorId ?? null}::uuid is null or given.donor_id = ${donorId ?? null}::uuid)
               and (${postId ?? null}::uuid is null or link.post_id = ${postId ?? null}::uuid)) pair
      join border_post post on post.id = pair.post_id
      join donor on donor.id = pair.donor_id
      left join admin_unit unit on unit.pcode = post.moughataa_pcode
      left join lateral (select status
                           from post_physical_status entry
                          where entry.post_id = post.id
                            and (${on ?? null}::date is null or entry.valid_from <= ${on ?? null}::date)
                          order by entry.valid_from desc
                          limit 1) physical on true
     order by post.name collate "und-x-icu", post.id, donor.id`)
}

export async function hasPost(db: Db, postId: string): Promise<boolean> {
  return (await db.maybeOne(sql`select from border_post where id = ${postId}`)) !== undefined
}

const CHECK = sql`
  seen.id,
  seen.post_id as "postId",
  seen.donor_id as "donorId",
  seen.what,
  seen.state,
  to_char(seen.seen_on, 'YYYY-MM-DD') as "seenOn",
  seen.note,
  case when seen.large_sha256 is not null then
    json_build_object('widthPixels', seen.width_pixels, 'heightPixels', seen.height_pixels) end as photo,
  seen.is_demonstration as "isDemonstration",
  ${instant(sql`seen.recorded_at`)} as "recordedAt",
  account.name as "recordedBy"`

/** Of each post, donor and kind of mark, what was seen last; with a day, as it was known at its end. */
export function findLastChecks(db: Db, on?: string): Promise<VisibilityCheck[]> {
  return db.many(sql`
    select distinct on (seen.post_id, seen.donor_id, seen.what) ${CHECK}
      from visibility_check seen
      left join account on account.id = seen.recorded_by
     where ${on ?? null}::date is null
        or (seen.seen_on <= ${on ?? null}::date
            and seen.recorded_at < ((${on ?? null}::date + 1)::timestamp at time zone 'UTC'))
     order by seen.post_id, seen.donor_id, seen.what, seen.seen_on desc, seen.recorded_at desc, seen.id`)
}

/** What was seen of a donor at a post, the latest first. */
export function findChecks(
  db: Db,
  { postId, donorId }: { postId: string; donorId: string },
): Promise<VisibilityCheck[]> {
  return findWhere(db, sql`seen.post_id = ${postId} and seen.donor_id = ${donorId}`)
}

export async function findCheck(db: Db, checkId: string): Promise<VisibilityCheck | undefined> {
  const [found] = await findWhere(db, sql`seen.id = ${checkId}`)
  return found
}

function findWhere(db: Db, condition: Sql): Promise<VisibilityCheck[]> {
  return db.many(sql`
    select ${CHECK}
      from visibility_check seen
      left join account on account.id = seen.recorded_by
     where ${condition}
     order by seen.seen_on desc, seen.recorded_at desc, seen.id
     limit 500`)
}

/** Returns false where the id is taken. */
export async function insertCheck(
  db: Db,
  { checkId, by, input }: { checkId: string; by: string | null; input: VisibilityCheckInput },
  photo: PhotoToKeep | null,
): Promise<boolean> {
  const { postId, donorId, what, state, seenOn, note } = input
  const added = await db.run(sql`
    insert into public.visibility_check (id, post_id, donor_id, what, state, seen_on, note, upload_sha256, width_pixels,
                                         height_pixels, large_sha256, thumbnail_sha256, recorded_by)
    values (${checkId}, ${postId}, ${donorId}, ${what}, ${state}, ${seenOn}, ${note}, ${photo?.uploadSha256 ?? null},
            ${photo?.widthPixels ?? null}, ${photo?.heightPixels ?? null}, ${photo?.largeSha256 ?? null},
            ${photo?.thumbnailSha256 ?? null}, ${by})
    on conflict (id) do nothing`)
  return added === 1
}

/** Digest of the photo that was sent with a check; null: it was sent without. */
export function findUpload(db: Db, checkId: string): Promise<{ sha256: string | null } | undefined> {
  return db.maybeOne(sql`select upload_sha256 as sha256 from visibility_check where id = ${checkId}`)
}

/** Content name of the photo of a check. */
export async function findPhotoSha256(
  db: Db,
  { checkId, size }: { checkId: string; size: 'thumbnail' | 'large' },
): Promise<string | undefined> {
  const found = await db.maybeOne<{ sha256: string | null }>(sql`
    select case ${size}::text when 'large' then large_sha256 else thumbnail_sha256 end as sha256
      from visibility_check
     where id = ${checkId}`)
  return found?.sha256 ?? undefined
}

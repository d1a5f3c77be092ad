import type { z } from 'zod'
import type { Db } from '../../../platform/db.ts'
import { instant } from '../../../platform/instant.ts'
import { sql } from '../../../platform/sql.ts'
import type { LegalStatusEntry, PhysicalStatusEntry } from '../../posts/contract.ts'

/** A post of the register, with what of it changes from day to day. */
export interface StoredPost {
  readonly id: string
  readonly name: string
  readonly nameAr: string | null
  readonly aliases: readonly string[]
  readonly kind: string
  readonly moughataa: string | null
  readonly agency: string | null
  readonly position: [number, number] | null
  readonly uncertaintyMetres: number | null
  readonly isArchived: boolean
  readonly isDemonstration: boolean
  /** The first day first. */
  readonly physicalHistory: readonly Pick<
    z.infer<typeof PhysicalStatusEntry>,
    'status' | 'validFrom' | 'progressPercent'
  >[]
  readonly legalHistory: readonly Pick<z.infer<typeof LegalStatusEntry>, 'status' | 'validFrom'>[]
}

/** Every post that the caller sees, archived ones too. */
export function findPosts(db: Db): Promise<StoredPost[]> {
  return db.many<StoredPost>(sql`
    select post.id,
           post.name,
           post.name_ar                as "nameAr",
           (select coalesce(json_agg(alias.name order by alias.ordinal), '[]')
              from post_name alias where alias.post_id = post.id and alias.role = 'alias') as aliases,
           post.kind,
           post.moughataa,
           post.agency,
           st_asgeojson(post.geom, 6)::json -> 'coordinates' as position,
           post.uncertainty_metres     as "uncertaintyMetres",
           post.is_archived            as "isArchived",
           post.is_demonstration       as "isDemonstration",
           (select coalesce(json_agg(json_build_object('status', entry.status, 'validFrom', entry.valid_from,
                     'progressPercent', entry.progress_percent) order by entry.valid_from), '[]')
              from post_physical_status entry where entry.post_id = post.id) as "physicalHistory",
           (select coalesce(json_agg(json_build_object('status', entry.status, 'validFrom', entry.valid_from)
                     order by entry.valid_from), '[]')
              from post_legal_status entry where entry.post_id = post.id) as "legalHistory"
      from border_post_summary post
     order by post.id`)
}

/** What was changed of a post, and what it was before. */
export interface PostEdit {
  readonly postId: string
  readonly version: number
  readonly action: string
  readonly changedAt: string
  readonly fields: readonly { readonly field: string; readonly before: unknown }[]
}

/** Changes since a moment, the latest first. */
export function findEditsSince(db: Db, since: string): Promise<PostEdit[]> {
  return db.many<PostEdit>(sql`
    select change.post_id as "postId", change.version, change.action,
           ${instant(sql`change.changed_at`)} as "changedAt", change.fields
      from post_change change
     where change.changed_at > ${since}::timestamptz
     order by change.id desc`)
}

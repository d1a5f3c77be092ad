import type { Bbox } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import {
  type BorderPostDetail,
  type PhysicalStatus,
  type PostChange,
  type PostKind,
  Withheld,
} from './contract.ts'
import type { PostToExport } from './export-posts.ts'

export interface PostsFilter {
  readonly bbox?: Bbox | undefined
  readonly status?: readonly PhysicalStatus[] | undefined
  readonly kind?: PostKind | undefined
  readonly moughataa?: string | undefined
  readonly includeArchived: boolean
}

/** Changes with every commit that touches a post, in whatever order commits come: answers are cached by it. */
export async function findRegisterRevision(db: Db): Promise<string> {
  const found = await db.one<{ revision: string }>(sql`
    select count(*) || '.' || coalesce(sum(revision), 0) || '.' || coalesce(max(updated_at)::text, '') as revision
      from border_post`)
  return found.revision
}

/**
 * The asked posts as the text of a FeatureCollection, by name: it goes from the database to the socket as it is.
 */
export async function findPostsText(
  db: Db,
  filter: PostsFilter,
  { limit, offset, attribution }: { limit: number; offset: number; attribution: string },
): Promise<string> {
  const { text } = await db.one<{ text: string }>(sql`
    with asked as (
      select post.*
        from border_post_summary post
       where ${matches(filter)}
       order by post.name collate "und-x-icu", post.id
       limit ${limit} offset ${offset})
    select json_build_object(
             'type', 'FeatureCollection',
             'total', (select count(*) from border_post_summary post where ${matches(filter)}),
             'attribution', ${attribution}::text,
             'features', coalesce(json_agg(json_build_object(
               'type', 'Feature',
               'id', post.id,
               'geometry', st_asgeojson(post.geom, 6)::json,
               'properties', json_build_object(${summaryFields()}))
               order by post.name collate "und-x-icu", post.id), '[]'))::text as text
      from asked post`)
  return text
}

function matches({ bbox, status, kind, moughataa, includeArchived }: PostsFilter): Sql {
  const [west, south, east, north] = bbox ?? [null, null, null, null]
  return sql`(${includeArchived}::boolean or not post.is_archived)
         and (${west}::float8 is null
              or post.geom && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326))
         and (${status ?? null}::text[] is null or post.physical_status = any(${status ?? null}::text[]))
         and (${kind ?? null}::text is null or post.kind = ${kind ?? null})
         and (${moughataa ?? null}::text is null
              or ${moughataa ?? null} in (post.moughataa, post.moughataa_pcode))`
}

/** The fields of `BorderPostSummary` as arguments of json_build_object. */
function summaryFields(): Sql {
  return sql`
    'name', post.name,
    'nameAr', post.name_ar,
    'aliases', (select coalesce(json_agg(alias.name order by alias.ordinal), '[]')
                  from post_name alias where alias.post_id = post.id and alias.role = 'alias'),
    'kind', post.kind,
    'agency', post.agency,
    'physicalStatus', post.physical_status,
    'physicalStatusSince', post.physical_status_since,
    'physicalStatusOn', post.physical_status_on,
    'progressPercent', post.progress_percent,
    'legalStatus', post.legal_status,
    'moughataa', post.moughataa,
    'commune', post.commune,
    'wilaya', post.wilaya,
    'borderSegmentId', post.border_segment_id,
    'neighbour', post.neighbour,
    'borderDistanceMetres', round(post.border_distance_metres::numeric, 1),
    'positionConfidence', post.position_confidence,
    'uncertaintyMetres', post.uncertainty_metres,
    'photoCount', post.photo_count,
    'isDemonstration', post.is_demonstration,
    'isArchived', post.is_archived,
    'version', post.version,
    'updatedAt', ${instant(sql`post.updated_at`)}`
}

/** Evidence is told of a post whose place is known, within this distance. */
const EVIDENCE_METRES = 5_000

/** Everything about one post. */
export async function findPost(db: Db, postId: string): Promise<BorderPostDetail | undefined> {
  const found = await db.maybeOne<{ post: BorderPostDetail; clearance: number }>(sql`
    select caller_clearance() as clearance,
           (json_build_object(${summaryFields()})::jsonb
            || json_build_object(${detailFields()})::jsonb
            || json_build_object(${listFields()})::jsonb) as post
      from border_post_summary post
     where post.id = ${postId}`)
  return found && { ...found.post, withheld: withheldBelow(found.clearance) }
}

/** By class of field, as the comments of the columns state it: 0 public, 1 internal, 2 restricted. */
const NEEDED_CLEARANCE: Readonly<Record<Withheld, number>> = {
  agency: 1,
  components: 1,
  contacts: 2,
  historyNotes: 1,
  notes: 2,
  photos: 1,
  positionNote: 1,
  progress: 1,
}

function withheldBelow(clearance: number): Withheld[] {
  return Withheld.options.filter((field) => NEEDED_CLEARANCE[field] > clearance)
}

function detailFields(): Sql {
  return sql`
    'id', post.id,
    'position', st_asgeojson(post.geom, 6)::json -> 'coordinates',
    'positionMethod', post.position_method,
    'positionNote', post.position_note,
    'isNearestUnit', post.is_nearest_unit,
    'borderSegmentName', post.border_segment_name,
    'facingPost', post.facing_post,
    'notes', post.notes,
    'subOfficeId', post.sub_office_id,
    'subOfficeName', (select office.name from sub_office office where office.id = post.sub_office_id),
    'names', (select coalesce(json_agg(json_build_object('name', alias.name, 'language', alias.language)
                                       order by alias.ordinal), '[]')
                from post_name alias where alias.post_id = post.id and alias.role = 'alias')`
}

function listFields(): Sql {
  return sql`
    'physicalHistory', (
      select coalesce(json_agg(json_build_object('status', entry.status, 'validFrom', entry.valid_from,
               'progressPercent', entry.progress_percent, 'note', entry.note) order by entry.valid_from), '[]')
        from post_physical_status entry where entry.post_id = post.id),
    'legalHistory', (
      select coalesce(json_agg(json_build_object('status', entry.status, 'validFrom', entry.valid_from,
               'actReference', entry.act_reference, 'note', entry.note) order by entry.valid_from), '[]')
        from post_legal_status entry where entry.post_id = post.id),
    'components', (
      select coalesce(json_agg(json_build_object('kind', component.kind, 'label', component.label,
               'state', component.state, 'quantity', component.quantity, 'checkedOn', component.checked_on,
               'note', component.note) order by component.ordinal), '[]')
        from post_component component where component.post_id = post.id),
    'contacts', (
      select coalesce(json_agg(json_build_object('role', contact.role, 'name', contact.name,
               'phone', contact.phone, 'email', contact.email) order by contact.ordinal), '[]')
        from post_contact contact where contact.post_id = post.id),
    'photos', (
      select coalesce(json_agg(json_build_object(${photoFields()})
                               order by coalesce(photo.taken_at, photo.uploaded_at) desc, photo.id), '[]')
        from post_photo photo where photo.post_id = post.id and photo.removed_at is null),
    'evidence', (
      select coalesce(json_agg(json_build_object('id', near.id, 'name', near.name,
               'evidence', coalesce(near.evidence, ''), 'sources', near.sources,
               'statusEvidence', near.status_evidence, 'coordMethod', near.coord_method,
               'distanceMetres', round(near.metres::numeric)) order by near.metres, near.id), '[]')
        from (select evidence.*, st_distance(evidence.geom::geography, post.geom::geography) as metres
                from post_evidence evidence
               where post.position_confidence <> 'unconfirmed'
                 and evidence.geom && st_expand(post.geom, 0.1)) near
       where near.metres <= ${EVIDENCE_METRES})`
}

function photoFields(): Sql {
  return sql`
    'id', photo.id,
    'caption', photo.caption,
    'takenAt', ${instant(sql`photo.taken_at`)},
    'takenPosition', st_asgeojson(photo.taken_geom, 6)::json -> 'coordinates',
    'takenDistanceMetres', round(st_distance(photo.taken_geom::geography, post.geom::geography)::numeric),
    'widthPixels', photo.width_pixels,
    'heightPixels', photo.height_pixels,
    'uploadedAt', ${instant(sql`photo.uploaded_at`)},
    'urls', json_build_object('thumbnail', '/api/photos/' || photo.id || '/thumbnail',
                              'large', '/api/photos/' || photo.id || '/large')`
}

/** Every post that is not archived, as the exported files tell it. */
export async function findPostsToExport(db: Db): Promise<PostToExport[]> {
  const rows = await db.many<{ post: PostToExport }>(sql`
    select json_build_object('id', post.id,
             'externalId', (select external_id from border_post where id = post.id),
             'longitude', round(st_x(post.geom)::numeric, 6),
             'latitude', round(st_y(post.geom)::numeric, 6),
             'positionMethod', post.position_method,
             'legalStatusSince', post.legal_status_since,
             'facingPost', post.facing_post,
             'notes', post.notes,
             ${summaryFields()}) as post
      from border_post_summary post
     where not post.is_archived
     order by post.name collate "und-x-icu", post.id`)
  return rows.map(({ post }) => post)
}

/** Changes of a post, the latest first. */
export async function findChanges(
  db: Db,
  postId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: PostChange[]; total: number }> {
  const items = await db.many<PostChange>(sql`
    select change.id,
           change.version,
           change.action,
           ${instant(sql`change.changed_at`)} as "changedAt",
           coalesce(account.name, change.changed_by) as "changedBy",
           change.fields
      from post_change change
      left join account on account.id = change.account_id
     where change.post_id = ${postId}
     order by change.id desc
     limit ${limit} offset ${offset}`)
  const { total } = await db.one<{ total: number }>(
    sql`select count(*) as total from post_change where post_id = ${postId}`,
  )
  return { items, total }
}

export async function isSubOffice(db: Db, subOfficeId: string): Promise<boolean> {
  return (await db.maybeOne(sql`select id from sub_office where id = ${subOfficeId}`)) !== undefined
}

/** Holds the row until the transaction ends, so that two edits of one version cannot both be the next one. */
export async function lockPost(db: Db, postId: string): Promise<void> {
  await db.run(sql`select id from public.border_post where id = ${postId} for update`)
}

import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { Briefing, BriefingAtVersion, BriefingRow, BriefingVersions } from './contract.ts'

/** What people write of a briefing. */
export type WrittenBriefing = Pick<Briefing, 'title' | 'slides' | 'donorId'>

const head = sql`
  briefing.id,
  briefing.title,
  briefing.donor_id                  as "donorId",
  briefing.archived_at is not null   as "isArchived",
  briefing.is_demonstration          as "isDemonstration",
  briefing.version,
  ${instant(sql`briefing.updated_at`)} as "updatedAt"`

/** Last changed first; archived ones at the end. */
export function findBriefings(
  db: Db,
  { includeArchived }: { readonly includeArchived: boolean },
): Promise<BriefingRow[]> {
  return db.many<BriefingRow>(sql`
    select ${head},
           jsonb_array_length(briefing.slides) as "slideCount",
           (select count(*)::integer from share_link link
             where link.briefing_id = briefing.id and link.revoked_at is null
               and link.expires_at > now())    as "openLinkCount"
      from briefing
     where ${includeArchived} or briefing.archived_at is null
     order by briefing.archived_at is not null, briefing.updated_at desc, briefing.id`)
}

export function findBriefing(db: Db, briefingId: string): Promise<Briefing | undefined> {
  return db.maybeOne<Briefing>(sql`
    select ${head}, briefing.slides from briefing where briefing.id = ${briefingId}`)
}

/** Holds the briefing until the transaction ends: what is saved at once is judged one after the other. */
export async function lockBriefing(db: Db, briefingId: string): Promise<void> {
  await db.run(sql`select id from public.briefing where id = ${briefingId} for update`)
}

/** Begun by the caller, and with its first version. */
export async function insertBriefing(db: Db, id: string, written: WrittenBriefing): Promise<void> {
  await db.run(sql`
    insert into public.briefing (id, title, slides, donor_id, sub_office_id, begun_by)
    values (${id}, ${JSON.stringify(written.title)}::jsonb, ${JSON.stringify(written.slides)}::jsonb,
            ${written.donorId}, nullif(current_setting('borne.sub_office', true), ''), caller_id())`)
  await insertVersion(db, id, 1, written)
}

export async function updateBriefing(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  { title, slides, donorId }: WrittenBriefing,
): Promise<void> {
  await db.run(sql`
    update public.briefing
       set title = ${JSON.stringify(title)}::jsonb, slides = ${JSON.stringify(slides)}::jsonb,
           donor_id = ${donorId}, version = ${version}, updated_at = now()
     where id = ${id}`)
}

export async function setBriefingArchived(db: Db, id: string, isArchived: boolean): Promise<void> {
  await db.run(sql`
    update public.briefing set archived_at = case when ${isArchived} then now() end where id = ${id}`)
}

export async function insertVersion(
  db: Db,
  briefingId: string,
  version: number,
  { title, slides }: Pick<WrittenBriefing, 'title' | 'slides'>,
): Promise<void> {
  await db.run(sql`
    insert into public.briefing_version (briefing_id, version, title, slides, saved_by)
    values (${briefingId}, ${version}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(slides)}::jsonb, caller_id())`)
}

/** Puts a version into the place of the last one, if the caller began that one within the seconds given. */
export async function replaceVersion(
  db: Db,
  briefingId: string,
  {
    last,
    version,
    withinSeconds,
  }: { readonly last: number; readonly version: number; readonly withinSeconds: number },
  { title, slides }: Pick<WrittenBriefing, 'title' | 'slides'>,
): Promise<boolean> {
  const count = await db.run(sql`
    update public.briefing_version
       set version = ${version}, title = ${JSON.stringify(title)}::jsonb, slides = ${JSON.stringify(slides)}::jsonb,
           saved_at = now()
     where briefing_id = ${briefingId} and version = ${last}
       and exists (select from briefing_version last
                    where last.briefing_id = ${briefingId} and last.version = ${last}
                      and last.saved_by = caller_id()
                      and last.begun_at > now() - make_interval(secs => ${withinSeconds}))`)
  return count === 1
}

const versionHead = sql`
  version.version,
  ${instant(sql`version.saved_at`)} as "savedAt",
  account.name                      as "savedBy",
  version.title`
const versions = sql`briefing_version version left join account on account.id = version.saved_by`

/** The latest first. */
export function findVersions(db: Db, briefingId: string): Promise<BriefingVersions['items']> {
  return db.many(sql`
    select ${versionHead}, jsonb_array_length(version.slides) as "slideCount"
      from ${versions}
     where version.briefing_id = ${briefingId}
     order by version.version desc`)
}

export function findVersion(
  db: Db,
  briefingId: string,
  version: number,
): Promise<BriefingAtVersion | undefined> {
  return db.maybeOne<BriefingAtVersion>(sql`
    select ${versionHead}, version.slides
      from ${versions}
     where version.briefing_id = ${briefingId} and version.version = ${version}`)
}

/** Things that a slide names, by kind. */
export interface NamedThings {
  readonly posts: readonly string[]
  readonly contracts: readonly string[]
  readonly missions: readonly string[]
  readonly scenarios: readonly string[]
  readonly donors: readonly string[]
  readonly postPhotos: readonly string[]
  readonly worksPhotos: readonly string[]
}

/** Those of the ids that there are, archived or not, as the caller sees it. */
export function findKnownThings(db: Db, named: NamedThings): Promise<NamedThings> {
  const among = (table: Sql, ids: readonly string[]) =>
    sql`array(select id::text from ${table} where id = any(${ids}::uuid[]) order by 1)`
  return db.one<NamedThings>(sql`
    select ${among(sql`border_post`, named.posts)}        as posts,
           ${among(sql`works_contract`, named.contracts)} as contracts,
           ${among(sql`mission`, named.missions)}         as missions,
           ${among(sql`coverage_scenario`, named.scenarios)} as scenarios,
           ${among(sql`donor`, named.donors)}             as donors,
           ${among(sql`post_photo`, named.postPhotos)}    as "postPhotos",
           ${among(sql`works_photo`, named.worksPhotos)}  as "worksPhotos"`)
}

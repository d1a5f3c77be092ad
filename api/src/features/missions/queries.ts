import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { Mission, MissionEvent, MissionInput, MissionRow, MissionsQuery } from './contract.ts'
import type { MissionStatus } from './event-contract.ts'

/** A mission as it is stored, without what happened on it. */
export type StoredMission = Omit<
  Mission,
  'events' | 'trackIds' | 'mayRecord' | 'overdue' | 'vehicles' | 'posts'
>

type Question = Pick<MissionInput, 'startPlaceId' | 'endPlaceId' | 'nightPlaceIds' | 'teams' | 'visits'>
type Row = Omit<StoredMission, keyof Question> & { readonly question: Question }

function findWhere(db: Db, condition: Sql): Promise<StoredMission[]> {
  const rows = db.many<Row>(sql`
    select mission.id,
           mission.reference,
           mission.title,
           mission.purpose,
           mission.status,
           to_char(mission.starts_on, 'YYYY-MM-DD') as "from",
           to_char(mission.ends_on, 'YYYY-MM-DD')   as "until",
           mission.people,
           mission.budget_line                      as "budgetLine",
           mission.question,
           mission.plan,
           case when mission.clearance_number is not null then
             json_build_object('number', mission.clearance_number,
                               'from', to_char(mission.clearance_from, 'YYYY-MM-DD'),
                               'until', to_char(mission.clearance_until, 'YYYY-MM-DD'))
           end                                      as clearance,
           mission.demonstration_key is not null    as "isDemonstration",
           mission.version,
           ${instant(sql`mission.updated_at`)}      as "updatedAt"
      from mission
     where ${condition}
     order by mission.starts_on desc, mission.reference, mission.id`)
  return rows.then((found) => found.map(({ question, ...row }) => ({ ...row, ...question })))
}

export async function findMission(db: Db, missionId: string): Promise<StoredMission | undefined> {
  return (await findWhere(db, sql`mission.id = ${missionId}`))[0]
}

/** The latest first. */
export function findMissions(db: Db, { status, postId, vehicleId }: MissionsQuery): Promise<StoredMission[]> {
  return findWhere(
    db,
    sql`(${status ?? null}::text is null or mission.status = ${status ?? null})
        and (${postId ?? null}::uuid is null
             or exists (select from mission_post link where link.mission_id = mission.id and link.post_id = ${postId ?? null}))
        and (${vehicleId ?? null}::uuid is null
             or exists (select from mission_vehicle link
                         where link.mission_id = mission.id and link.vehicle_id = ${vehicleId ?? null}))`,
  )
}

type Linked<T> = T & { readonly missionId: string }

/** Posts of the missions, of all where none is named. */
export function findMissionPosts(
  db: Db,
  missionId: string | null = null,
): Promise<Linked<MissionRow['posts'][number]>[]> {
  return db.many(sql`
    select link.mission_id as "missionId", post.id, post.name, to_char(link.visited_on, 'YYYY-MM-DD') as "visitedOn"
      from mission_post link
      join border_post post on post.id = link.post_id
     where link.mission_id = ${missionId}::uuid or ${missionId}::uuid is null
     order by link.mission_id, post.name collate "und-x-icu", post.id`)
}

export function findMissionVehicles(
  db: Db,
  missionId: string | null = null,
): Promise<Linked<MissionRow['vehicles'][number]>[]> {
  return db.many(sql`
    select link.mission_id as "missionId", vehicle.id, vehicle.name
      from mission_vehicle link
      join vehicle on vehicle.id = link.vehicle_id
     where link.mission_id = ${missionId}::uuid or ${missionId}::uuid is null
     order by link.mission_id, vehicle.name collate "und-x-icu", vehicle.id`)
}

export async function findMissionTracks(db: Db, missionId: string): Promise<string[]> {
  const rows = await db.many<{ trackId: string }>(sql`
    select track_id as "trackId" from mission_track where mission_id = ${missionId} order by track_id`)
  return rows.map(({ trackId }) => trackId)
}

/** What happened on a mission, or on all that are under way, in the order of its recording. */
export function findMissionEvents(
  db: Db,
  missionId: string | 'under-way',
): Promise<(MissionEvent & { readonly missionId: string })[]> {
  const condition =
    missionId === 'under-way'
      ? sql`exists (select from mission where mission.id = event.mission_id and mission.status = 'under-way')`
      : sql`event.mission_id = ${missionId}`
  return db.many(sql`
    select event.id,
           event.mission_id                    as "missionId",
           event.ordinal,
           event.kind,
           ${instant(sql`event.happened_at`)}  as "happenedAt",
           ${instant(sql`event.recorded_at`)}  as "recordedAt",
           event.recorded_by                   as "recordedBy",
           account.name                        as "recordedByName",
           event.payload
      from mission_event event
      left join account on account.id = event.recorded_by
     where ${condition}
     order by event.ordinal`)
}

/** The mission on which an event of that id is recorded, which the caller may see. */
export async function findEventMission(db: Db, eventId: string): Promise<string | undefined> {
  const found = await db.maybeOne<{ missionId: string }>(
    sql`select mission_id as "missionId" from mission_event where id = ${eventId}`,
  )
  return found?.missionId
}

/** Holds the mission until the transaction ends: changes and events are judged one after the other. */
export async function lockMission(db: Db, missionId: string): Promise<void> {
  await db.run(sql`select id from public.mission where id = ${missionId} for update`)
}

/** With the posts that its visits lead to. */
export interface WrittenMission extends MissionInput {
  readonly postIds: readonly string[]
}

const questionOf = ({ startPlaceId, endPlaceId, nightPlaceIds, teams, visits }: Question): string =>
  JSON.stringify({ startPlaceId, endPlaceId, nightPlaceIds, teams, visits } satisfies Question)

export async function insertMission(db: Db, missionId: string, mission: WrittenMission): Promise<void> {
  await db.run(sql`
    insert into public.mission (id, reference, title, purpose, starts_on, ends_on, people, budget_line, question, plan,
                                post_ids)
    values (${missionId}, ${mission.reference}, ${mission.title}, ${mission.purpose}, ${mission.from}, ${mission.until},
            ${JSON.stringify(mission.people)}::jsonb, ${mission.budgetLine}, ${questionOf(mission)}::jsonb,
            ${mission.plan === null ? null : JSON.stringify(mission.plan)}::jsonb, ${mission.postIds}::uuid[])`)
  await writeLinks(db, missionId, mission)
}

/** Returns false when the version is no longer the current one. */
export async function updateMission(
  db: Db,
  { id, version, status }: { id: string; version: number; status: MissionStatus },
  mission: WrittenMission,
): Promise<boolean> {
  const changed = await db.run(sql`
    update public.mission
       set reference = ${mission.reference},
           title = ${mission.title},
           purpose = ${mission.purpose},
           status = ${status},
           starts_on = ${mission.from},
           ends_on = ${mission.until},
           people = ${JSON.stringify(mission.people)}::jsonb,
           budget_line = ${mission.budgetLine},
           question = ${questionOf(mission)}::jsonb,
           plan = ${mission.plan === null ? null : JSON.stringify(mission.plan)}::jsonb,
           post_ids = ${mission.postIds}::uuid[],
           version = version + 1,
           updated_at = now()
     where id = ${id} and version = ${version}`)
  if (changed === 0) return false
  await writeLinks(db, id, mission)
  return true
}

async function writeLinks(db: Db, missionId: string, { teams, postIds }: WrittenMission): Promise<void> {
  const vehicleIds = [...new Set(teams.flatMap((team) => team.vehicleIds))]
  await db.run(sql`delete from public.mission_vehicle where mission_id = ${missionId}`)
  await db.run(sql`
    insert into public.mission_vehicle (mission_id, vehicle_id)
    select ${missionId}::uuid, vehicle_id from unnest(${vehicleIds}::uuid[]) as given (vehicle_id)`)
  await db.run(sql`delete from public.mission_post where mission_id = ${missionId}`)
  await db.run(sql`
    insert into public.mission_post (mission_id, post_id)
    select ${missionId}::uuid, post_id from unnest(${postIds}::uuid[]) as given (post_id)`)
}

export async function deleteDraft(
  db: Db,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  return (await db.run(sql`delete from public.mission where id = ${id} and version = ${version}`)) === 1
}

/** What an event makes of the mission. `clearance` undefined = as it was. */
export async function setStatus(
  db: Db,
  missionId: string,
  { status, clearance }: { status: MissionStatus; clearance?: Mission['clearance'] },
): Promise<void> {
  const cleared =
    clearance === undefined
      ? sql``
      : sql`
           clearance_number = ${clearance?.number ?? null}::text,
           clearance_from = ${clearance?.from ?? null}::date,
           clearance_until = ${clearance?.until ?? null}::date,`
  await db.run(sql`
    update public.mission set status = ${status}, ${cleared} version = version + 1, updated_at = now()
     where id = ${missionId}`)
}

export interface EventToInsert {
  readonly id: string
  readonly kind: MissionEvent['kind']
  readonly happenedAt: string
  readonly payload: object
}

export async function insertEvent(
  db: Db,
  { missionId, by }: { missionId: string; by: string },
  { id, kind, happenedAt, payload }: EventToInsert,
): Promise<void> {
  await db.run(sql`
    insert into public.mission_event (id, mission_id, kind, happened_at, recorded_by, payload)
    values (${id}, ${missionId}, ${kind}, ${happenedAt}, ${by}, ${JSON.stringify(payload)}::jsonb)`)
}

export async function setVisitedOn(
  db: Db,
  missionId: string,
  visited: readonly { readonly postId: string; readonly visitedOn: string | null }[],
): Promise<void> {
  await db.run(sql`
    update public.mission_post link set visited_on = given."visitedOn"
      from jsonb_to_recordset(${JSON.stringify(visited)}::jsonb) as given("postId" uuid, "visitedOn" date)
     where link.mission_id = ${missionId} and link.post_id = given."postId"`)
}

/** Missions beyond draft that have one of the vehicles on one of the days; which mission is null where the caller may not see it. */
export function findTaken(
  db: Db,
  vehicleIds: readonly string[],
  { id, from, until }: { id: string | null; from: string; until: string },
): Promise<{ vehicle: string; reference: string | null }[]> {
  return db.many(sql`
    select vehicle.name as vehicle, mission.reference
      from missions_with_vehicles(${vehicleIds}::uuid[], ${from}::date, ${until}::date, ${id}::uuid) taken
      join vehicle on vehicle.id = taken.vehicle_id
      left join mission on mission.id = taken.mission_id
     order by vehicle.name, mission.reference`)
}

export async function linkTrack(db: Db, missionId: string, trackId: string): Promise<void> {
  await db.run(sql`
    insert into public.mission_track (mission_id, track_id) values (${missionId}, ${trackId})
    on conflict do nothing`)
}

export async function unlinkTrack(db: Db, missionId: string, trackId: string): Promise<void> {
  await db.run(
    sql`delete from public.mission_track where mission_id = ${missionId} and track_id = ${trackId}`,
  )
}

export async function findTrack(db: Db, trackId: string): Promise<boolean> {
  return (await db.maybeOne(sql`select id from gps_track where id = ${trackId}`)) !== undefined
}

/** Every post that the caller sees, with or without a position. */
export function findPlacedPosts(
  db: Db,
): Promise<{ id: string; name: string; position: [number, number] | null; isArchived: boolean }[]> {
  return db.many(sql`
    select post.id, post.name, post.is_archived as "isArchived",
           case when post.geom is not null then json_build_array(st_x(post.geom), st_y(post.geom)) end as position
      from border_post_summary post
     order by post.name collate "und-x-icu", post.id`)
}

/** Names of the missions' places and of the posts that the caller sees. */
export async function findPlaceNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; name: string }>(sql`
    select id, name from mission_place union all select id, name from border_post`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

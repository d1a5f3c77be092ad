import type { AnyWorksEvent } from '@borne/geodata/works/types'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { RecordedEvent, WorksPhoto } from './contract.ts'

/** An event with all that whoever recorded it said. */
export interface StatedEvent extends Pick<AnyWorksEvent, 'id' | 'happenedOn' | 'replaces' | 'about'> {
  readonly kind: AnyWorksEvent['kind']
  readonly payload: AnyWorksEvent['payload']
  readonly photoIds: readonly string[]
}
export interface EventToInsert extends StatedEvent {
  readonly round: number
}

function findWhere(db: Db, condition: Sql): Promise<RecordedEvent[]> {
  return db.many(sql`
    select event.id,
           event.contract_id   as "contractId",
           event.ordinal,
           event.kind,
           to_char(event.happened_on, 'YYYY-MM-DD') as "happenedOn",
           ${instant(sql`event.recorded_at`)}       as "recordedAt",
           event.recorded_by   as "recordedBy",
           account.name        as "recordedByName",
           event.replaces,
           event.about,
           event.payload,
           array(select link.photo_id from works_event_photo link
                  where link.event_id = event.id order by link.photo_id) as "photoIds"
      from works_event event
      left join account on account.id = event.recorded_by
     where ${condition}
     order by event.ordinal`)
}

/** All events of a contract in the order of their recording. */
export function findEvents(db: Db, contractId: string): Promise<RecordedEvent[]> {
  return findWhere(db, sql`event.contract_id = ${contractId}`)
}

/** Those of the ids that are recorded, on whatever contract. */
export function findEventsById(db: Db, ids: readonly string[]): Promise<RecordedEvent[]> {
  return findWhere(db, sql`event.id = any(${ids}::uuid[])`)
}

/** Adds the events in their order, as one thing that is known from one instant on. */
export async function insertEvents(
  db: Db,
  { contractId, by }: { contractId: string; by: string | null },
  events: readonly EventToInsert[],
): Promise<void> {
  await db.run(sql`
    insert into public.works_event (id, contract_id, kind, happened_on, recorded_by, replaces, about, round, payload)
    select given.id, ${contractId}::uuid, given.kind, given."happenedOn", ${by}::uuid, given.replaces, given.about,
           given.round, given.payload
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as given(id uuid, kind text, "happenedOn" date, replaces uuid, about uuid, round int, payload jsonb)`)
  const links = events.flatMap(({ id, photoIds }) => photoIds.map((photoId) => ({ id, photoId })))
  await db.run(sql`
    insert into public.works_event_photo (event_id, photo_id)
    select distinct given.id, given."photoId"
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as given(id uuid, "photoId" uuid)`)
}

/** Photos of a contract, the latest first. */
export function findPhotos(db: Db, contractId: string): Promise<WorksPhoto[]> {
  return db.many(sql`
    select photo.id,
           photo.caption,
           ${instant(sql`photo.taken_at`)}     as "takenAt",
           st_asgeojson(photo.taken_geom, 6)::json -> 'coordinates' as position,
           photo.viewpoint,
           photo.width_pixels                  as "widthPixels",
           photo.height_pixels                 as "heightPixels",
           ${instant(sql`photo.uploaded_at`)}  as "uploadedAt",
           photo.uploaded_by                   as "uploadedBy",
           account.name                        as "uploadedByName",
           json_build_object(
             'thumbnail', '/api/works/contracts/' || photo.contract_id || '/photos/' || photo.id || '/thumbnail',
             'large', '/api/works/contracts/' || photo.contract_id || '/photos/' || photo.id || '/large') as urls
      from works_photo photo
      left join account on account.id = photo.uploaded_by
     where photo.contract_id = ${contractId}
     order by coalesce(photo.taken_at, photo.uploaded_at) desc, photo.id`)
}

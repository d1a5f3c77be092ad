import type { LineString } from 'geojson'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { EditState, RoadEdit, RoadEditHistory, RoadEditsQuery } from './contract.ts'

const EDIT = sql`
  select edit.id, edit.kind,
         st_asgeojson(edit.geom, 6)::json     as geometry,
         st_length(edit.geom::geography)      as "lengthMetres",
         edit.highway, edit.ground, edit.name,
         edit.valid_from                      as "validFrom",
         edit.valid_until                     as "validUntil",
         edit.state, edit.origin,
         edit.track_id                        as "trackId",
         edit.evidence, edit.note,
         ${instant(sql`edit.proposed_at`)}    as "proposedAt",
         proposer.name                        as "proposedBy",
         coalesce(edit.proposed_by = caller_id(), false) as "isOwn",
         ${instant(sql`edit.decided_at`)}     as "decidedAt",
         decider.name                         as "decidedBy",
         edit.is_demonstration                as "isDemonstration",
         edit.version,
         case when caller_clearance() = 0 then array['note', 'trackId', 'evidence', 'proposedBy', 'decidedBy']
              when caller_clearance() = 1 then array['trackId', 'proposedBy', 'decidedBy']
              else array[]::text[] end        as withheld
    from road_edit edit
    left join account proposer on proposer.id = edit.proposed_by
    left join account decider on decider.id = edit.decided_by`

/** Those that the caller may see, what nobody has decided on first, then the latest. */
export function findEdits(db: Db, { state, bbox, limit, offset }: RoadEditsQuery): Promise<RoadEdit[]> {
  return db.many<RoadEdit>(sql`
    ${EDIT}
     where ${isAsked(state, bbox)}
     order by edit.state = 'proposed' desc, edit.proposed_at desc, edit.id
     limit ${limit} offset ${offset}`)
}

export async function countEdits(db: Db, { state, bbox }: RoadEditsQuery): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from road_edit edit where ${isAsked(state, bbox)}`)
  return total
}

function isAsked(state: EditState | undefined, bbox: RoadEditsQuery['bbox']): Sql {
  const ofState = state === undefined ? sql`true` : sql`edit.state = ${state}`
  if (!bbox) return ofState
  const [west, south, east, north] = bbox
  return sql`${ofState} and edit.geom && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
}

export function findEdit(db: Db, editId: string): Promise<RoadEdit | undefined> {
  return db.maybeOne<RoadEdit>(sql`${EDIT} where edit.id = ${editId}`)
}

export type EditFields = Pick<RoadEdit, 'highway' | 'ground' | 'name' | 'validFrom' | 'validUntil'> & {
  readonly geometry: LineString
  readonly note: string
}

/** @returns The id; undefined when there is an edit of that id already. */
export async function insertEdit(
  db: Db,
  id: string | undefined,
  kind: RoadEdit['kind'],
  fields: EditFields,
): Promise<string | undefined> {
  const inserted = await db.maybeOne<{ id: string }>(sql`
    insert into public.road_edit (id, kind, geom, highway, ground, name, valid_from, valid_until, origin, note, proposed_by)
    values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${kind}, ${shapeOf(fields)}, ${fields.highway},
            ${fields.ground}, ${fields.name}, ${fields.validFrom}::date, ${fields.validUntil}::date, 'drawn',
            ${fields.note}, caller_id())
    on conflict (id) do nothing
    returning id`)
  return inserted?.id
}

function shapeOf({ geometry }: Pick<EditFields, 'geometry'>): Sql {
  return sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(geometry)}), 4326)`
}

/** Each writes the next version of an edit. */
export const EDIT_WRITES = {
  updated: (fields: EditFields): Sql => sql`
    geom = ${shapeOf(fields)}, highway = ${fields.highway}, ground = ${fields.ground}, name = ${fields.name},
    valid_from = ${fields.validFrom}::date, valid_until = ${fields.validUntil}::date, note = ${fields.note}`,
  decided: (state: EditState): Sql => sql`
    state = ${state}, decided_at = now(), decided_by = caller_id()`,
}

/** @returns Whether `version` was the current one. */
export async function writeEdit(
  db: Db,
  { id, version }: Pick<RoadEdit, 'id' | 'version'>,
  change: Sql,
): Promise<boolean> {
  const written = await db.run(sql`
    update public.road_edit set ${change}, version = version + 1 where id = ${id} and version = ${version}`)
  return written === 1
}

/** A hundred metres, in degrees. */
const NEAR_DEGREES = 0.001

/** Tracks that drove where there was no road are matched again once there is one. */
export async function rematchTracksNear(db: Db, editId: string): Promise<void> {
  await db.run(sql`
    update public.gps_track
       set state = 'waiting', refusal = null
     where id in (select track.id
                    from gps_track track
                    join road_edit edit on edit.id = ${editId}
                   where track.state = 'matched' and st_dwithin(track.unmatched_geom, edit.geom, ${NEAR_DEGREES}))`)
}

export function findEditHistory(db: Db, editId: string): Promise<RoadEditHistory['items']> {
  return db.many<RoadEditHistory['items'][number]>(sql`
    select change.version,
           change.action,
           ${instant(sql`change.changed_at`)} as "changedAt",
           account.name                       as "changedBy",
           case when change.before is not null then json_build_object(
             'state', change.before -> 'state',
             'geometry', change.before -> 'geom',
             'highway', change.before -> 'highway',
             'ground', change.before -> 'ground',
             'name', change.before -> 'name',
             'validFrom', change.before -> 'valid_from',
             'validUntil', change.before -> 'valid_until',
             'note', change.before -> 'note') end as before
      from road_state_change change
      left join account on account.id = change.account_id
     where change.subject = 'road-edit' and change.subject_id = ${editId}
     order by change.id desc`)
}

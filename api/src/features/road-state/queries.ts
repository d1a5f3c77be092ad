import type { RoadClosure } from '@borne/geodata/road-state/types'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { Closure, ClosureChange } from './contract.ts'

/** A closure as it is stored, without what depends on the day that is asked of. */
export type StoredClosure = Omit<Closure, 'confidence' | 'isActing' | 'geometry'> & {
  readonly geometry: RoadClosure['geometry']
}

const CLOSURE = sql`
  select closure.id,
         st_asgeojson(closure.geom, 6)::json   as geometry,
         closure.effect,
         closure.speed_factor                  as "speedFactor",
         closure.cause,
         closure.note,
         ${instant(sql`closure.starts_at`)}    as "startsAt",
         ${instant(sql`closure.ends_at`)}      as "endsAt",
         ${instant(sql`closure.reported_at`)}  as "reportedAt",
         reporter.name                         as "reportedBy",
         coalesce(closure.reported_by = caller_id(), false) as "isOwn",
         ${instant(sql`closure.confirmed_at`)} as "confirmedAt",
         closure.half_life_days                as "halfLifeDays",
         ${instant(sql`closure.lifted_at`)}    as "liftedAt",
         closure.demonstration_key is not null as "isDemonstration",
         closure.version,
         array_remove(array[case when caller_clearance() < 1 then 'note' end,
                            case when caller_clearance() < 2 then 'reportedBy' end], null) as withheld
    from road_closure closure
    left join account reporter on reporter.id = closure.reported_by`

/** Those that the caller may see, the latest first; without those that had ended or been lifted before the day. */
export function findClosures(
  db: Db,
  {
    date,
    includePast,
    limit,
    offset,
  }: { date: string; includePast: boolean; limit: number | null; offset: number },
): Promise<StoredClosure[]> {
  return db.many<StoredClosure>(sql`
    ${CLOSURE}
     where ${isAsked(date, includePast)}
     order by closure.starts_at desc, closure.id
     limit ${limit} offset ${offset}`)
}

export async function countClosures(db: Db, date: string, includePast: boolean): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    select count(*)::int as total from road_closure closure where ${isAsked(date, includePast)}`)
  return total
}

function isAsked(date: string, includePast: boolean): Sql {
  return includePast
    ? sql`true`
    : sql`coalesce(closure.ends_at >= ${date}::date, true) and coalesce(closure.lifted_at >= ${date}::date, true)`
}

export function findClosure(db: Db, closureId: string): Promise<StoredClosure | undefined> {
  return db.maybeOne<StoredClosure>(sql`${CLOSURE} where closure.id = ${closureId}`)
}

export type ClosureFields = Pick<
  StoredClosure,
  'geometry' | 'effect' | 'speedFactor' | 'cause' | 'startsAt' | 'endsAt' | 'halfLifeDays'
> & { readonly note: string }

/** @returns The id; undefined when there is a closure of that id already. */
export async function insertClosure(
  db: Db,
  id: string | undefined,
  fields: ClosureFields,
): Promise<string | undefined> {
  const inserted = await db.maybeOne<{ id: string }>(sql`
    insert into public.road_closure (id, geom, effect, speed_factor, cause, note, starts_at, ends_at, reported_by,
                                     confirmed_by, half_life_days)
    values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${shapeOf(fields)}, ${fields.effect},
            ${fields.speedFactor}, ${fields.cause}, ${fields.note}, ${fields.startsAt}::timestamptz,
            ${fields.endsAt}::timestamptz, caller_id(), caller_id(), ${fields.halfLifeDays})
    on conflict (id) do nothing
    returning id`)
  return inserted?.id
}

function shapeOf({ geometry }: Pick<ClosureFields, 'geometry'>): Sql {
  return sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(geometry)}), 4326)`
}

/** Each writes the next version of a closure, if `version` is the current one. */
export const CLOSURE_WRITES = {
  updated: (fields: ClosureFields): Sql => sql`
    geom = ${shapeOf(fields)}, effect = ${fields.effect}, speed_factor = ${fields.speedFactor},
    cause = ${fields.cause}, note = ${fields.note}, starts_at = ${fields.startsAt}::timestamptz,
    ends_at = ${fields.endsAt}::timestamptz, half_life_days = ${fields.halfLifeDays}`,
  confirmed: sql`confirmed_at = now(), confirmed_by = caller_id()`,
  lifted: sql`lifted_at = now(), lifted_by = caller_id()`,
  restored: sql`lifted_at = null, lifted_by = null`,
}

/** @returns Whether `version` was the current one. */
export async function writeClosure(
  db: Db,
  { id, version }: { id: string; version: number },
  change: Sql,
): Promise<boolean> {
  const written = await db.run(sql`
    update public.road_closure
       set ${change}, version = version + 1
     where id = ${id} and version = ${version}`)
  return written === 1
}

export function findClosureChanges(db: Db, closureId: string): Promise<ClosureChange[]> {
  return db.many<ClosureChange>(sql`
    select change.version,
           change.action,
           ${instant(sql`change.changed_at`)} as "changedAt",
           account.name                       as "changedBy",
           case when change.before is not null then json_build_object(
             'geometry', change.before -> 'geom',
             'effect', change.before -> 'effect',
             'speedFactor', change.before -> 'speed_factor',
             'cause', change.before -> 'cause',
             'note', change.before -> 'note',
             'startsAt', ${instant(sql`(change.before ->> 'starts_at')::timestamptz`)},
             'endsAt', ${instant(sql`(change.before ->> 'ends_at')::timestamptz`)},
             'halfLifeDays', change.before -> 'half_life_days') end as before
      from road_state_change change
      left join account on account.id = change.account_id
     where change.subject = 'closure' and change.subject_id = ${closureId}
     order by change.id desc`)
}

export type SettingTable = 'vehicle_profile' | 'season_calendar'
export interface StoredSetting<T> {
  readonly value: T
  readonly version: number
  readonly updatedAt: string
}

/** The vehicles or the calendars that the office has changed. */
export function findSettings<T>(db: Db, table: SettingTable): Promise<StoredSetting<T>[]> {
  const from = table === 'vehicle_profile' ? sql`vehicle_profile` : sql`season_calendar`
  return db.many<StoredSetting<T>>(sql`
    select setting.value, setting.version, ${instant(sql`setting.updated_at`)} as "updatedAt"
      from ${from} setting
     order by setting.id`)
}

/** Writes the version after `version`. @returns Whether that was the current one; 0 = none is stored yet. */
export async function writeSetting(
  db: Db,
  table: SettingTable,
  { value, version }: { value: { readonly id: string }; version: number },
): Promise<boolean> {
  const into = table === 'vehicle_profile' ? sql`public.vehicle_profile` : sql`public.season_calendar`
  const text = JSON.stringify(value)
  const written = await db.run(
    version === 0
      ? sql`
          insert into ${into} (id, value, version, updated_by)
          values (${value.id}, ${text}::jsonb, 1, caller_id())
          on conflict (id) do nothing`
      : sql`
          update ${into}
             set value = ${text}::jsonb, version = version + 1, updated_at = now(), updated_by = caller_id()
           where id = ${value.id} and version = ${version}`,
  )
  return written === 1
}

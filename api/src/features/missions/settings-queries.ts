import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { MissionSettings } from './settings-contract.ts'

/** All that stands around the missions, by name; archived rows too: what is past names them. */
export async function findSettings(db: Db): Promise<MissionSettings> {
  return {
    vehicles: await findVehicles(db),
    places: await findPlaces(db),
    areas: await findAreas(db),
    rules: await findRules(db),
    allowanceRates: await findAllowanceRates(db),
    fuelPrices: await findFuelPrices(db),
    requests: await findRequests(db),
  }
}

export function findVehicles(db: Db): Promise<MissionSettings['vehicles']> {
  return db.many(sql`
    select id, name, registration, profile_id as "profileId", seats, tank_litres as "tankLitres",
           spare_litres as "spareLitres", radio, state, note, is_archived as "isArchived",
           is_demonstration as "isDemonstration", version
      from vehicle
     order by name collate "und-x-icu", registration, id`)
}

export function findPlaces(db: Db): Promise<MissionSettings['places']> {
  return db.many(sql`
    select id, name, json_build_array(st_x(geom), st_y(geom)) as position, allows_night as "allowsNight",
           sells_fuel as "sellsFuel", is_authority as "isAuthority", hours, contact, note,
           is_archived as "isArchived", is_demonstration as "isDemonstration", version
      from mission_place
     order by name collate "und-x-icu", id`)
}

export function findAreas(db: Db): Promise<MissionSettings['areas']> {
  return db.many(sql`
    select id, name, st_asgeojson(geom, 6)::json as polygon, note, is_archived as "isArchived",
           is_demonstration as "isDemonstration", version
      from mission_area
     order by name collate "und-x-icu", id`)
}

export function findRules(db: Db): Promise<MissionSettings['rules']> {
  return db.many(sql`
    select id, name, level, demand, area_id as "areaId",
           case when season_starts is not null
             then json_build_object('starts', season_starts, 'ends', season_ends) end as season,
           profile_id as "profileId", source, is_example as "isExample", is_active as "isActive",
           is_demonstration as "isDemonstration", version
      from mission_rule
     order by name collate "und-x-icu", id`)
}

export function findAllowanceRates(db: Db): Promise<MissionSettings['allowanceRates']> {
  return db.many(sql`
    select id, role, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", night_minor as "nightMinor",
           day_minor as "dayMinor", currency, source, is_archived as "isArchived",
           is_demonstration as "isDemonstration", version
      from allowance_rate
     order by role collate "und-x-icu", valid_from desc, id`)
}

export function findFuelPrices(db: Db): Promise<MissionSettings['fuelPrices']> {
  return db.many(sql`
    select id, fuel, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", per_litre_minor as "perLitreMinor", currency,
           source, is_archived as "isArchived", is_demonstration as "isDemonstration", version
      from fuel_price
     order by fuel, valid_from desc, id`)
}

export function findRequests(db: Db): Promise<MissionSettings['requests']> {
  return db.many(sql`
    select request.id, request.post_id as "postId", post.name as "postName", request.subject,
           coalesce(request.asked_by, '') as "askedBy", request.minutes,
           to_char(request.earliest, 'YYYY-MM-DD') as earliest, to_char(request.latest, 'YYYY-MM-DD') as latest,
           request.priority, coalesce(request.note, '') as note, request.is_closed as "isClosed",
           request.is_demonstration as "isDemonstration", request.version
      from visit_request request
      join border_post post on post.id = request.post_id
     order by request.is_closed, request.latest nulls last, post.name collate "und-x-icu", request.id`)
}

/** The first of the posts that the caller does not see. */
export async function findUnseenPost(db: Db, postIds: readonly string[]): Promise<string | undefined> {
  const found = await db.many<{ postId: string }>(sql`
    select post_id as "postId" from unnest(${postIds}::uuid[]) as given (post_id)
     where not exists (select from border_post post where post.id = given.post_id)
     limit 1`)
  return found[0]?.postId
}

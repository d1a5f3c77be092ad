import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import type { RoadClosure, SeasonCalendar, VehicleProfile } from '@borne/geodata/road-state/types'
import type { Db } from './db.ts'
import { instant } from './instant.ts'
import { sql } from './sql.ts'

/** The vehicles in force: those that the office has changed, and the product's own for the rest. */
export async function loadVehicles(db: Db): Promise<VehicleProfile[]> {
  const rows = await db.many<{ value: VehicleProfile }>(sql`
    select vehicle.value from vehicle_profile vehicle order by vehicle.id`)
  return overDefaults(DEFAULT_VEHICLES, rows)
}

/** The season calendars in force, as `loadVehicles`. */
export async function loadCalendars(db: Db): Promise<SeasonCalendar[]> {
  const rows = await db.many<{ value: SeasonCalendar }>(sql`
    select calendar.value from season_calendar calendar order by calendar.id`)
  return overDefaults(DEFAULT_CALENDARS, rows)
}

function overDefaults<T extends { id: string }>(defaults: readonly T[], rows: readonly { value: T }[]): T[] {
  return defaults.map((own) => rows.find(({ value }) => value.id === own.id)?.value ?? own)
}

/**
 * Every closure that the caller may see, whatever its day: `closuresOn` chooses. One that was lifted ends with the
 * day before, so that the roads are open from the day of the lifting.
 */
export function loadClosures(db: Db): Promise<RoadClosure[]> {
  return db.many<RoadClosure>(sql`
    select closure.id,
           st_asgeojson(closure.geom, 6)::json     as geometry,
           closure.effect,
           closure.speed_factor                    as "speedFactor",
           closure.cause,
           ${instant(sql`closure.starts_at`)}      as "startsAt",
           ${instant(sql`least(closure.ends_at, date_trunc('day', closure.lifted_at, 'UTC'))`)} as "endsAt",
           ${instant(sql`closure.confirmed_at`)}   as "confirmedAt",
           closure.half_life_days                  as "halfLifeDays"
      from road_closure closure
     order by closure.starts_at, closure.id`)
}

/** Changes that may be on their way at one moment. */
const UNDER_WAY = 1000

/**
 * Differs after any change of a closure, a calendar or a vehicle: each is on record. Numbers are drawn before a change is
 * to be seen, so a lower one may come later: the last ones are counted too. The cost does not grow with what there is.
 * To be asked as the owner, because not every caller reads the record.
 */
export async function loadRoadStateRevision(db: Db): Promise<string> {
  const { revision } = await db.one<{ revision: string }>(sql`
    select last.id || ' ' || (select count(*) from road_state_change change
                               where change.id > last.id - ${UNDER_WAY}::bigint) as revision
      from (select coalesce(max(id), 0) as id from road_state_change) last`)
  return revision
}

import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type {
  AllowanceRateInput,
  FuelPriceInput,
  MissionAreaInput,
  MissionPlaceInput,
  MissionRuleInput,
  VehicleInput,
  VisitRequestInput,
} from './settings-contract.ts'

/** One kind of row: where it stands, and what of the input goes into which column. */
export interface SettingTable<Input> {
  readonly target: Sql
  /** Names and values, in pairs. */
  columns(input: Input): readonly (readonly [name: Sql, value: unknown])[]
}

/** Adds a row, or writes over the version named. Returns false when that is no longer the current one. */
export async function writeSetting<Input>(
  db: Db,
  { target, columns }: SettingTable<Input>,
  at: { readonly id: string; readonly version: number } | null,
  input: Input,
): Promise<boolean> {
  const pairs = columns(input)
  const written = await db.run(
    at === null
      ? sql`insert into ${target} (${joinSql(pairs.map(([name]) => name))})
            values (${joinSql(pairs.map(([, value]) => sql`${value}`))})`
      : sql`update ${target} set ${joinSql(pairs.map(([name, value]) => sql`${name} = ${value}`))}, version = version + 1
             where id = ${at.id} and version = ${at.version}`,
  )
  return written === 1
}

export function joinSql(parts: readonly Sql[]): Sql {
  return parts.reduce((all, part) => sql`${all}, ${part}`)
}

export async function findSettingVersion(
  db: Db,
  { target }: SettingTable<never>,
  id: string,
): Promise<number | undefined> {
  const found = await db.maybeOne<{ version: number }>(sql`select version from ${target} where id = ${id}`)
  return found?.version
}

export const VEHICLES: SettingTable<z.output<typeof VehicleInput>> = {
  target: sql`public.vehicle`,
  columns: (vehicle) => [
    [sql`name`, vehicle.name],
    [sql`registration`, vehicle.registration],
    [sql`profile_id`, vehicle.profileId],
    [sql`seats`, vehicle.seats],
    [sql`tank_litres`, vehicle.tankLitres],
    [sql`spare_litres`, vehicle.spareLitres],
    [sql`radio`, vehicle.radio],
    [sql`state`, vehicle.state],
    [sql`note`, vehicle.note],
    [sql`is_archived`, vehicle.isArchived],
  ],
}

export const PLACES: SettingTable<z.output<typeof MissionPlaceInput>> = {
  target: sql`public.mission_place`,
  columns: ({ position: [lon, lat], ...place }) => [
    [sql`name`, place.name],
    [sql`geom`, sql`st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`],
    [sql`allows_night`, place.allowsNight],
    [sql`sells_fuel`, place.sellsFuel],
    [sql`is_authority`, place.isAuthority],
    [sql`hours`, sql`${JSON.stringify(place.hours)}::jsonb`],
    [sql`contact`, place.contact],
    [sql`note`, place.note],
    [sql`is_archived`, place.isArchived],
  ],
}

export const AREAS: SettingTable<z.output<typeof MissionAreaInput>> = {
  target: sql`public.mission_area`,
  columns: (area) => [
    [sql`name`, area.name],
    [sql`geom`, sql`st_setsrid(st_geomfromgeojson(${JSON.stringify(area.polygon)}), 4326)`],
    [sql`note`, area.note],
    [sql`is_archived`, area.isArchived],
  ],
}

export const RULES: SettingTable<z.output<typeof MissionRuleInput>> = {
  target: sql`public.mission_rule`,
  columns: (rule) => [
    [sql`name`, rule.name],
    [sql`level`, rule.level],
    [sql`demand`, sql`${JSON.stringify(rule.demand)}::jsonb`],
    [sql`area_id`, rule.areaId],
    [sql`season_starts`, rule.season?.starts ?? null],
    [sql`season_ends`, rule.season?.ends ?? null],
    [sql`profile_id`, rule.profileId],
    [sql`source`, rule.source],
    [sql`is_example`, rule.isExample],
    [sql`is_active`, rule.isActive],
  ],
}

export const ALLOWANCE_RATES: SettingTable<z.output<typeof AllowanceRateInput>> = {
  target: sql`public.allowance_rate`,
  columns: (rate) => [
    [sql`role`, rate.role],
    [sql`valid_from`, rate.validFrom],
    [sql`night_minor`, rate.nightMinor],
    [sql`day_minor`, rate.dayMinor],
    [sql`currency`, rate.currency],
    [sql`source`, rate.source],
    [sql`is_archived`, rate.isArchived],
  ],
}

export const FUEL_PRICES: SettingTable<z.output<typeof FuelPriceInput>> = {
  target: sql`public.fuel_price`,
  columns: (price) => [
    [sql`fuel`, price.fuel],
    [sql`valid_from`, price.validFrom],
    [sql`per_litre_minor`, price.perLitreMinor],
    [sql`currency`, price.currency],
    [sql`source`, price.source],
    [sql`is_archived`, price.isArchived],
  ],
}

export const VISIT_REQUESTS: SettingTable<z.output<typeof VisitRequestInput>> = {
  target: sql`public.visit_request`,
  columns: (request) => [
    [sql`post_id`, request.postId],
    [sql`subject`, request.subject],
    [sql`asked_by`, request.askedBy],
    [sql`minutes`, request.minutes],
    [sql`earliest`, request.earliest],
    [sql`latest`, request.latest],
    [sql`priority`, request.priority],
    [sql`note`, request.note],
    [sql`is_closed`, request.isClosed],
  ],
}

import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { type DemonstrationMission, demonstrationId, readDemonstrationMissions } from './demonstration-set.ts'
import { insertMission } from './queries.ts'
import {
  ALLOWANCE_RATES,
  AREAS,
  FUEL_PRICES,
  joinSql,
  PLACES,
  RULES,
  type SettingTable,
  VEHICLES,
  VISIT_REQUESTS,
} from './setting-tables.ts'

/** Marks the identifiers of the demonstration's posts. */
const POST_PREFIX = 'demonstration:'

/**
 * Adds the fictional vehicles, places, areas, rules, rates and missions that are not there yet; those that are stay as people left them.
 *
 * @returns How many missions were added. One whose posts are not there is left out.
 */
export async function loadDemonstrationMissions(db: Db): Promise<{ added: number }> {
  const postIds = await findDemonstrationPosts(db)
  const set = await readDemonstrationMissions(postIds)
  const known = await findKnown(db)
  const missing = set.missions.filter(({ key }) => !known.has(key))
  if (missing.length === 0) return { added: 0 }
  return db.transaction(async () => {
    for (const [kind, table, rows] of [
      ['vehicle', VEHICLES, set.vehicles],
      ['place', PLACES, set.places],
      ['area', AREAS, set.areas],
      ['rule', RULES, set.rules],
      ['rate', ALLOWANCE_RATES, set.allowanceRates],
      ['price', FUEL_PRICES, set.fuelPrices],
      ['request', VISIT_REQUESTS, set.requests.filter(({ postId }) => !postId.startsWith('@'))],
    ] as const)
      for (const { key, ...input } of rows)
        await insertSetting(db, table as SettingTable<never>, demonstrationId(kind, key), input as never)
    let added = 0
    for (const mission of missing) if (await addMission(db, mission, postIds)) added += 1
    return { added }
  })
}

/** Takes the fictional missions away, with what no real mission uses. To be called before their posts and accounts go. */
export async function removeDemonstrationMissions(db: Db): Promise<{ deleted: number }> {
  return db.transaction(async () => {
    const deleted = await db.run(sql`delete from mission where demonstration_key is not null`)
    await db.run(sql`delete from visit_request where is_demonstration`)
    await db.run(sql`delete from mission_rule where is_demonstration`)
    await db.run(sql`
      delete from mission_area area where is_demonstration
         and not exists (select from mission_rule rule where rule.area_id = area.id)`)
    await db.run(sql`
      delete from vehicle where is_demonstration
         and not exists (select from mission_vehicle link where link.vehicle_id = vehicle.id)`)
    await db.run(sql`
      delete from mission_place place where is_demonstration
         and not exists (select from mission where strpos(mission.question::text, place.id::text) > 0)`)
    await db.run(sql`delete from allowance_rate where is_demonstration`)
    await db.run(sql`delete from fuel_price where is_demonstration`)
    return { deleted }
  })
}

async function findDemonstrationPosts(db: Db): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; key: string }>(sql`
    select id, substring(external_id from ${POST_PREFIX.length + 1}::int) as key
      from border_post where external_id like ${`${POST_PREFIX}%`}`)
  return new Map(rows.map(({ id, key }) => [key, id]))
}

async function findKnown(db: Db): Promise<Set<string>> {
  const rows = await db.many<{ key: string }>(sql`
    select demonstration_key as key from mission where demonstration_key is not null`)
  return new Set(rows.map(({ key }) => key))
}

async function insertSetting<Input>(
  db: Db,
  { target, columns }: SettingTable<Input>,
  id: string,
  input: Input,
): Promise<void> {
  const pairs = columns(input)
  await db.run(sql`
    insert into ${target} (id, is_demonstration, ${joinSql(pairs.map(([name]) => name))})
    values (${id}, true, ${joinSql(pairs.map(([, value]) => sql`${value}`))})
    on conflict do nothing`)
}

/** Returns false where one of its posts is not in the register. */
async function addMission(
  db: Db,
  { key, status, events, ...mission }: DemonstrationMission,
  postIds: ReadonlyMap<string, string>,
): Promise<boolean> {
  const placeIds = mission.visits.map(({ placeId }) => placeId)
  if (placeIds.some((id) => id.startsWith('@'))) return false
  const id = demonstrationId('mission', key)
  const posts = new Set(postIds.values())
  await insertMission(db, id, { ...mission, postIds: [...new Set(placeIds)].filter((one) => posts.has(one)) })
  const cleared = events.find(({ kind }) => kind === 'cleared')?.payload
  const paper = cleared && 'number' in cleared ? cleared : null
  await db.run(sql`
    update mission set status = ${status}, demonstration_key = ${key}, clearance_number = ${paper?.number ?? null},
                       clearance_from = ${paper?.from ?? null}, clearance_until = ${paper?.until ?? null}
     where id = ${id}`)
  for (const [index, { kind, at, by, payload }] of events.entries()) {
    await db.run(sql`
      insert into mission_event (id, mission_id, kind, happened_at, recorded_at, recorded_by, payload)
      select ${demonstrationId('event', `${key} ${index}`)}::uuid, ${id}::uuid, ${kind}, ${at}, ${at},
             (select account.id from account where account.is_demonstration and account.role = ${by}),
             ${JSON.stringify(payload)}::jsonb`)
    if (kind === 'done' && 'visits' in payload)
      for (const { visitId, visitedOn } of payload.visits) {
        const placeId = mission.visits.find((visit) => visit.id === visitId)?.placeId
        await db.run(sql`
          update mission_post set visited_on = ${visitedOn} where mission_id = ${id} and post_id = ${placeId}`)
      }
  }
  return true
}

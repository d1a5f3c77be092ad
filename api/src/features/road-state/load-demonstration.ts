import { readFile } from 'node:fs/promises'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { ClosureFields } from './queries.ts'

const FILE = new URL('../../../demo/road-closures.json', import.meta.url)

export interface DemonstrationClosure extends ClosureFields {
  readonly key: string
  readonly confirmedAt: string
  readonly liftedAt: string | null
}

export async function readDemonstrationClosures(): Promise<readonly DemonstrationClosure[]> {
  const { closures } = JSON.parse(await readFile(FILE, 'utf8')) as { closures: DemonstrationClosure[] }
  return closures
}

/** Adds the fictional closures that are not there yet; those that are stay as people left them. */
export async function loadDemonstrationClosures(db: Db): Promise<number> {
  const closures = await readDemonstrationClosures()
  return db.run(sql`
    insert into road_closure (demonstration_key, geom, effect, speed_factor, cause, note, starts_at, ends_at,
                              reported_at, confirmed_at, half_life_days, lifted_at)
    select key, st_setsrid(st_geomfromgeojson(geometry), 4326), effect, "speedFactor", cause, note, "startsAt", "endsAt",
           "startsAt", "confirmedAt", "halfLifeDays", "liftedAt"
      from jsonb_to_recordset(${JSON.stringify(closures)}::jsonb)
        as closure(key text, geometry text, effect text, "speedFactor" float8, cause text, note text,
                   "startsAt" timestamptz, "endsAt" timestamptz, "confirmedAt" timestamptz, "halfLifeDays" integer,
                   "liftedAt" timestamptz)
    on conflict (demonstration_key) do nothing`)
}

/** Takes the fictional closures away that nobody has touched; those that people have worked on are lifted. */
export async function removeDemonstrationClosures(db: Db): Promise<void> {
  await db.transaction(async () => {
    await db.run(sql`
      with removed as (
        delete from road_closure where demonstration_key is not null and version = 1 returning id)
      delete from road_state_change where subject = 'closure' and subject_id in (select id::text from removed)`)
    await db.run(sql`
      update road_closure
         set lifted_at = now(), version = version + 1
       where demonstration_key is not null and lifted_at is null`)
  })
}

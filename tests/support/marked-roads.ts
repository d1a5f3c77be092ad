import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { candidateNetwork } from './given-roads.ts'
import type { Marker } from './marked-register.ts'

export interface MarkedRoads {
  closureIds: string[]
  /** A candidate for the road network. */
  networkId: number
}

/** Closures with a history, one of them of insecurity, a vehicle, a candidate for the network; each text with its mark. */
export async function markedRoads(db: Db, marker: Marker): Promise<MarkedRoads> {
  const [vehicle] = DEFAULT_VEHICLES
  const source = marker.word({ class: 'public', where: 'vehicle_profile.value' })
  await db.run(sql`
    insert into vehicle_profile (id, value, version)
    values (${vehicle!.id}, ${JSON.stringify({ ...vehicle, source })}::jsonb, 1)`)
  const plain = await markedClosure(db, marker, { cause: 'wadi', class: 'internal' })
  marker.know({ text: plain, where: 'road_closure.id', class: 'public' })
  const hidden = await markedClosure(db, marker, { cause: 'security', class: 'restricted' })
  marker.know({ text: hidden, where: 'road_closure.id of insecurity', class: 'restricted' })
  return { closureIds: [plain, hidden], networkId: await markedNetwork(db, marker) }
}

async function markedClosure(
  db: Db,
  marker: Marker,
  { cause, class: kind }: { cause: string; class: 'internal' | 'restricted' },
): Promise<string> {
  const earlier = marker.word({ class: 'restricted', where: 'road_state_change.before' })
  const { id } = await db.one<{ id: string }>(sql`
    insert into road_closure (geom, effect, speed_factor, cause, note, starts_at, half_life_days)
    values (st_setsrid(st_makepoint(-12.18, 15.158), 4326), 'slow', 0.5, ${cause}, ${earlier}, now(), 7)
    returning id`)
  const note = marker.word({ class: kind, where: 'road_closure.note' })
  await db.run(sql`update road_closure set note = ${note}, version = 2 where id = ${id}`)
  return id
}

async function markedNetwork(db: Db, marker: Marker): Promise<number> {
  const networkId = await candidateNetwork(db)
  // Only the staff is shown a candidate.
  const label = marker.word({ class: 'public', need: 'networks', where: 'road_network.label of a candidate' })
  const fileName = marker.word({
    class: 'internal',
    need: 'networks',
    where: 'road_network.source_file_name of a candidate',
  })
  await db.run(sql`
    update road_network set label = ${label}, source_file_name = ${fileName} where id = ${networkId}`)
  return networkId
}

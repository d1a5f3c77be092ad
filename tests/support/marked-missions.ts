import { randomUUID } from 'node:crypto'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { missionAt } from './given-mission.ts'
import type { MarkedPost, Marker } from './marked-register.ts'

export interface MarkedMissions {
  readonly missions: readonly MarkedMission[]
}
export interface MarkedMission {
  readonly id: string
  readonly postId: string
  /** Of each setting, and of a request at the post. */
  readonly rowId: string
}

/** A mission to each post, with settings of its own; each text with its mark. */
export async function markedMissions(
  { db, marker }: { db: Db; marker: Marker },
  posts: readonly MarkedPost[],
): Promise<MarkedMissions> {
  const missions: MarkedMission[] = []
  for (const { id: postId } of posts) {
    const { missionId, missionRowId } = await missionAt(db, postId)
    await markMission(db, marker, { missionId, postId })
    await markSettings(db, marker, { rowId: missionRowId, postId })
    missions.push({ id: missionId, postId, rowId: missionRowId })
  }
  return { missions }
}

async function markMission(
  db: Db,
  marker: Marker,
  { missionId, postId }: { missionId: string; postId: string },
): Promise<void> {
  const own = { class: 'internal', need: 'missions', postId } as const
  const hidden = { ...own, class: 'restricted' } as const
  const people = [
    { name: marker.word({ ...hidden, where: 'mission.people' }), role: 'agent', phone: '', teamId: null },
  ]
  await db.run(sql`
    update mission
       set reference = ${marker.word({ ...own, where: 'mission.reference' })},
           title = ${marker.word({ ...own, where: 'mission.title' })},
           purpose = ${marker.word({ ...own, where: 'mission.purpose' })},
           budget_line = ${marker.word({ ...own, where: 'mission.budget_line' })},
           people = ${JSON.stringify(people)}::jsonb,
           question = jsonb_set(question, '{visits,0,purpose}',
                                ${JSON.stringify(marker.word({ ...own, where: 'mission.question' }))}::jsonb)
     where id = ${missionId}`)
  await db.run(sql`
    insert into mission_event (id, mission_id, kind, happened_at, payload)
    values (${randomUUID()}, ${missionId}, 'deviated', now(),
            ${JSON.stringify({ note: marker.word({ ...hidden, where: 'mission_event.payload' }), teamId: 'A', position: null })}::jsonb)`)
}

/** Settings are the staff's; a request is seen with its post. */
async function markSettings(
  db: Db,
  marker: Marker,
  { rowId, postId }: { rowId: string; postId: string },
): Promise<void> {
  const office = { class: 'internal', need: 'missions' } as const
  const word = (where: string) => marker.word({ ...office, where })
  await db.run(sql`update vehicle set note = ${word('vehicle.note')} where id = ${rowId}`)
  await db.run(sql`
    update mission_place
       set note = ${word('mission_place.note')},
           contact = ${marker.word({ ...office, class: 'restricted', where: 'mission_place.contact' })}
     where id = ${rowId}`)
  await db.run(sql`update mission_area set note = ${word('mission_area.note')} where id = ${rowId}`)
  await db.run(sql`update mission_rule set source = ${word('mission_rule.source')} where id = ${rowId}`)
  await db.run(sql`update allowance_rate set source = ${word('allowance_rate.source')} where id = ${rowId}`)
  await db.run(sql`update fuel_price set source = ${word('fuel_price.source')} where id = ${rowId}`)
  await db.run(sql`
    update visit_request
       set subject = ${marker.word({ ...office, postId, where: 'visit_request.subject' })},
           note = ${marker.word({ ...office, postId, class: 'restricted', where: 'visit_request.note' })}
     where id = ${rowId}`)
}

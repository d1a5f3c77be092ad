import { randomUUID } from 'node:crypto'
import type { MissionInput, MissionVisitInput, Vehicle } from '../../api/src/features/missions/contract.ts'
import { insertMission } from '../../api/src/features/missions/queries.ts'
import { PLACES, VEHICLES, writeSetting } from '../../api/src/features/missions/setting-tables.ts'
import type { MissionPlaceRow } from '../../api/src/features/missions/settings-contract.ts'
import { findPlaces, findVehicles } from '../../api/src/features/missions/settings-queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { SELIBABY } from './given-post.ts'

let lastNumber = 0

/** A pick-up that is ready. */
export function vehicleInput(facts: Partial<Vehicle> = {}) {
  const number = ++lastNumber
  return {
    name: `Véhicule ${number}`,
    registration: `RIM ${number}`,
    profileId: '4x4',
    seats: 5,
    tankLitres: 80,
    spareLitres: 20,
    radio: '',
    state: 'ready' as const,
    note: '',
    isArchived: false,
    ...facts,
  }
}

export async function vehicle(db: Db, facts: Partial<Vehicle> = {}): Promise<Vehicle> {
  const input = vehicleInput(facts)
  await writeSetting(db, VEHICLES, null, input)
  return (await findVehicles(db)).find(({ registration }) => registration === input.registration)!
}

/** The office at Sélibaby, with beds and fuel. */
export function placeInput(facts: Partial<MissionPlaceRow> = {}) {
  return {
    name: `Bureau ${++lastNumber}`,
    position: SELIBABY,
    allowsNight: true,
    sellsFuel: true,
    isAuthority: false,
    hours: [],
    note: '',
    isArchived: false,
    ...facts,
    contact: facts.contact ?? '',
  }
}

export async function missionPlace(db: Db, facts: Partial<MissionPlaceRow> = {}): Promise<MissionPlaceRow> {
  const input = placeInput(facts)
  await writeSetting(db, PLACES, null, input)
  return (await findPlaces(db)).find(({ name }) => name === input.name)!
}

/** An hour at a place, whenever it suits. */
export function visitInput(placeId: string, facts: Partial<MissionVisitInput> = {}): MissionVisitInput {
  return {
    id: `visite-${++lastNumber}`,
    placeId,
    minutes: 60,
    priority: 'normal',
    hours: [],
    earliest: null,
    latest: null,
    pinnedDate: null,
    pinnedTeamId: null,
    afterVisitId: null,
    purpose: 'Suivi',
    reasons: [],
    ...facts,
  }
}

/** A day so many days from now. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** One team of one vehicle that leaves from a place and comes back to it. */
export function missionInput(
  { placeId, vehicleId }: { readonly placeId: string; readonly vehicleId: string },
  facts: Partial<MissionInput> = {},
): MissionInput {
  return {
    reference: `MI-${++lastNumber}`,
    title: 'Suivi des postes',
    purpose: '',
    from: dayAhead(7),
    until: dayAhead(8),
    people: [{ name: 'Chauffeur Essai', role: 'chauffeur', phone: '+222 00 00 00 00', teamId: 'A' }],
    budgetLine: 'L-1',
    startPlaceId: placeId,
    endPlaceId: placeId,
    nightPlaceIds: [placeId],
    teams: [{ id: 'A', name: 'Équipe A', vehicleIds: [vehicleId], hasEscort: false }],
    visits: [],
    plan: null,
    ...facts,
  }
}

/** An event as it would be sent. */
export function missionEvent(kind: string, facts: { version?: number; payload?: object; at?: string } = {}) {
  return {
    id: randomUUID(),
    kind,
    happenedAt: facts.at ?? new Date().toISOString(),
    ...(facts.version === undefined ? {} : { version: facts.version }),
    payload: { note: '', ...facts.payload },
  }
}

/** A row of each setting, all under one id, and a draft that visits the post, planned by hand. */
export async function missionAt(
  db: Db,
  postId: string,
): Promise<{ missionId: string; missionRowId: string }> {
  const [missionId, missionRowId] = [randomUUID(), randomUUID()]
  const car = await vehicle(db)
  const place = await missionPlace(db)
  await db.run(sql`update vehicle set id = ${missionRowId} where id = ${car.id}`)
  await db.run(sql`update mission_place set id = ${missionRowId} where id = ${place.id}`)
  await db.run(sql`
    insert into mission_area (id, name, geom)
    values (${missionRowId}, ${`Zone ${++lastNumber}`}, st_makeenvelope(-12, 14.9, -11.9, 15, 4326))`)
  await db.run(sql`
    insert into mission_rule (id, name, level, demand, source, is_example, is_active)
    values (${missionRowId}, 'Radio', 'warn', '{"kind": "radio-check", "everyMinutes": 60}', 'Essai', true, true)`)
  await db.run(sql`
    insert into allowance_rate (id, role, valid_from, night_minor, day_minor, currency, source)
    values (${missionRowId}, ${`Rôle ${lastNumber}`}, '2026-01-01', 50000, 20000, 'MRU', 'Essai')`)
  await db.run(sql`
    insert into fuel_price (id, fuel, valid_from, per_litre_minor, currency, source)
    values (${missionRowId}, 'diesel', ${dayAhead(-lastNumber)}, 5100, 'MRU', 'Essai')`)
  await db.run(sql`
    insert into visit_request (id, post_id, subject, minutes, priority)
    values (${missionRowId}, ${postId}, 'Demande', 60, 'normal')`)
  const visit = visitInput(postId, { id: 'v1' })
  const input = missionInput({ placeId: missionRowId, vehicleId: missionRowId }, { visits: [visit] })
  const plan = planOf(input)
  await insertMission(db, missionId, { ...input, plan, postIds: [postId] })
  return { missionId, missionRowId }
}

/** Everything on the first day. */
export function planOf({ from, until, visits, endPlaceId }: MissionInput): NonNullable<MissionInput['plan']> {
  const day = (date: string, visitIds: string[]) => ({ teamId: 'A', date, visitIds, endPlaceId: endPlaceId! })
  const days = [
    day(
      from,
      visits.map(({ id }) => id),
    ),
    day(until, []),
  ]
  return { days, droppedVisitIds: [] }
}

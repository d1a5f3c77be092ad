import { randomUUID } from 'node:crypto'
import type { MissionInput, MissionVisitInput, Vehicle } from '../../api/src/features/missions/contract.ts'
import { PLACES, VEHICLES, writeSetting } from '../../api/src/features/missions/setting-tables.ts'
import type { MissionPlaceRow } from '../../api/src/features/missions/settings-contract.ts'
import { findPlaces, findVehicles } from '../../api/src/features/missions/settings-queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
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
    people: [{ name: 'Amadou Essai', role: 'chauffeur', phone: '+222 00 00 00 00', teamId: 'A' }],
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

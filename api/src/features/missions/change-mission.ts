import { randomUUID } from 'node:crypto'
import type { MissionVisit } from '@borne/geodata/itinerary/mission-types'
import { daysBetween } from '@borne/geodata/works/days'
import type { Caller } from '../../platform/access/caller.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { stableText } from '../../platform/stable-text.ts'
import { checkForcedWays } from './check-forced-ways.ts'
import { checkSize } from './check-size.ts'
import type { Mission, MissionChangeInput, MissionInput } from './contract.ts'
import { describeMission, getMission } from './describe-mission.ts'
import {
  deleteDraft,
  findTaken,
  insertEvent,
  insertMission,
  lockMission,
  type StoredMission,
  setStatus,
  updateMission,
  type WrittenMission,
} from './queries.ts'
import { findPlaces, findUnseenPost, findVehicles } from './settings-queries.ts'

export interface MissionAt {
  readonly db: Db
  readonly caller: Caller
}

/** Adds a draft. */
export function createMission({ db, caller }: MissionAt, input: MissionInput): Promise<Mission> {
  return db.transaction(async () => {
    const missionId = randomUUID()
    const written = await checkMissionInput(db, input, null)
    await insertMission(db, missionId, written).catch(tellTaken(input.reference))
    return describeMission({ db, caller }, missionId)
  })
}

/** What was looked at by whoever cleared: a change of it needs a new clearance. */
const CLEARED_FIELDS = [
  'from',
  'until',
  'people',
  'startPlaceId',
  'endPlaceId',
  'nightPlaceIds',
  'teams',
  'visits',
  'plan',
] as const

/** @throws problem `mission-changed-meanwhile` with the current one, when `version` is no longer it. */
export function changeMission(
  { db, caller }: MissionAt,
  missionId: string,
  { version, ...input }: MissionChangeInput,
): Promise<Mission> {
  return db.transaction(async () => {
    await lockMission(db, missionId)
    const current = await openForChange(db, missionId, version)
    if (current.status === 'under-way' || current.status === 'done')
      throw problem('mission-left', { reference: current.reference })
    const isReopened =
      (current.status === 'submitted' || current.status === 'cleared') &&
      CLEARED_FIELDS.some((field) => stableText(current[field]) !== stableText(input[field]))
    const written = await checkMissionInput(db, input, missionId)
    const status = isReopened ? 'draft' : current.status
    const isWritten = await updateMission(db, { id: missionId, version, status }, written).catch(
      tellTaken(input.reference),
    )
    if (!isWritten) throw changedMeanwhile(await getMission(db, missionId), version)
    if (isReopened) {
      await setStatus(db, missionId, { status, clearance: null })
      const happenedAt = new Date().toISOString()
      const event = { id: randomUUID(), kind: 'reopened', happenedAt, payload: { note: '' } } as const
      await insertEvent(db, { missionId, by: caller.accountId }, event)
    }
    return describeMission({ db, caller }, missionId)
  })
}

/** @throws problem `mission-not-draft` for what was ever more than one. */
export function deleteMission({ db }: MissionAt, missionId: string, version: number): Promise<void> {
  return db.transaction(async () => {
    await lockMission(db, missionId)
    const current = await openForChange(db, missionId, version)
    if (current.status !== 'draft') throw problem('mission-not-draft', { reference: current.reference })
    if (!(await deleteDraft(db, { id: missionId, version }))) throw changedMeanwhile(current, version)
  })
}

export async function openForChange(db: Db, missionId: string, version: number): Promise<StoredMission> {
  const current = await getMission(db, missionId)
  if (current.version !== version) throw changedMeanwhile(current, version)
  return current
}

function changedMeanwhile(current: StoredMission, yours: number) {
  const words = { yours, current: current.version, reference: current.reference }
  return problem('mission-changed-meanwhile', words, { extra: { current } })
}

/** Vehicles that another mission has on these days. @throws problem `mission-vehicle-taken`, which names it. */
export async function refuseTakenVehicles(
  db: Db,
  mission: Pick<MissionInput, 'teams' | 'from' | 'until'>,
  id: string | null,
): Promise<void> {
  const vehicleIds = mission.teams.flatMap((team) => team.vehicleIds)
  const [taken] = await findTaken(db, vehicleIds, { id, from: mission.from, until: mission.until })
  if (!taken) return
  const { vehicle, reference } = taken
  const words = { vehicle, from: mission.from, until: mission.until, reference }
  throw problem(reference === null ? 'mission-vehicle-taken-elsewhere' : 'mission-vehicle-taken', words, {
    field: 'teams',
  })
}

async function checkMissionInput(db: Db, input: MissionInput, id: string | null): Promise<WrittenMission> {
  checkText(input)
  const { from, until, teams, visits, people } = input
  if (from > until) throw problem('mission-dates-reversed', { from, until }, { field: 'until' })
  checkSize({
    days: daysBetween(from, until) + 1,
    teams: teams.map(({ vehicleIds }) => vehicleIds),
    ...countOf(input),
  })
  refuseRepeated(
    'teams',
    teams.map((team) => team.id),
  )
  refuseRepeated(
    'visits',
    visits.map((visit) => visit.id),
  )
  refuseRepeated(
    'teams',
    teams.flatMap(({ vehicleIds }) => vehicleIds),
  )
  const teamIds = new Set<string | null>([null, ...teams.map((team) => team.id)])
  const visitIds = new Set<string | null>([null, ...visits.map((visit) => visit.id)])
  for (const [index, { teamId }] of people.entries()) refuseUnknown(teamIds, teamId, `people.${index}.teamId`)
  for (const [index, { pinnedTeamId, afterVisitId }] of visits.entries()) {
    refuseUnknown(teamIds, pinnedTeamId, `visits.${index}.pinnedTeamId`)
    refuseUnknown(visitIds, afterVisitId, `visits.${index}.afterVisitId`)
  }
  refuseCircle(visits)
  if (input.plan) checkForcedWays(input.plan)
  await checkVehicles(db, input)
  const postIds = await checkPlaces(db, input)
  await refuseTakenVehicles(db, input, id)
  return { ...input, postIds }
}

function countOf({ visits, nightPlaceIds }: MissionInput) {
  return { visits: visits.length, nightPlaces: nightPlaceIds.length }
}

export function refuseRepeated(field: string, ids: readonly string[]): void {
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
  if (repeated !== undefined) throw problem('mission-repeated', { id: repeated }, { field })
}

export function refuseUnknown(known: ReadonlySet<string | null>, id: string | null, field: string): void {
  if (!known.has(id)) throw problem('mission-part-unknown', { id }, { field })
}

/** A visit that is to come after itself, over however many others. */
export function refuseCircle(visits: readonly Pick<MissionVisit, 'id' | 'afterVisitId'>[]): void {
  const before = new Map(visits.map(({ id, afterVisitId }) => [id, afterVisitId]))
  for (const [index, { id }] of visits.entries()) {
    let at = before.get(id) ?? null
    for (let step = 0; at !== null && at !== id && step < visits.length; step++) at = before.get(at) ?? null
    if (at === id) throw problem('mission-order-circular', { id }, { field: `visits.${index}.afterVisitId` })
  }
}

async function checkVehicles(db: Db, { teams }: MissionInput): Promise<void> {
  const known = new Set((await findVehicles(db)).map(({ id }) => id))
  for (const [index, { vehicleIds }] of teams.entries())
    for (const vehicleId of vehicleIds)
      if (!known.has(vehicleId))
        throw problem('mission-part-unknown', { id: vehicleId }, { field: `teams.${index}.vehicleIds` })
}

/** Every place is one of the missions' or a post that the caller sees. Returns the posts. */
async function checkPlaces(db: Db, input: MissionInput): Promise<string[]> {
  const places = new Set((await findPlaces(db)).map(({ id }) => id))
  const fixed = [input.startPlaceId, input.endPlaceId, ...input.nightPlaceIds]
  const asked = [...new Set([...fixed, ...input.visits.map(({ placeId }) => placeId)])]
  const postIds = asked.flatMap((id) => (id === null || places.has(id) ? [] : [id]))
  const unseen = await findUnseenPost(db, postIds)
  if (unseen !== undefined)
    throw problem('mission-place-unknown', { placeId: unseen }, { field: fieldOf(input, unseen) })
  return postIds
}

function fieldOf({ startPlaceId, endPlaceId, visits }: MissionInput, placeId: string): string {
  if (placeId === startPlaceId) return 'startPlaceId'
  if (placeId === endPlaceId) return 'endPlaceId'
  const visit = visits.findIndex((one) => one.placeId === placeId)
  return visit < 0 ? 'nightPlaceIds' : `visits.${visit}.placeId`
}

const UNIQUE_VIOLATION = '23505'

function tellTaken(reference: string) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    throw problem('mission-reference-taken', { reference }, { field: 'reference', cause: error })
  }
}

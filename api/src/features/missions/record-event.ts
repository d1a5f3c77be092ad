import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { stableText } from '../../platform/stable-text.ts'
import { type MissionAt, openForChange, refuseTakenVehicles } from './change-mission.ts'
import type { Mission, MissionEvent, MissionEventInput, TimeAnswer } from './contract.ts'
import { describeMission, getMission, isSamePerson } from './describe-mission.ts'
import { EVENT_STATUS } from './event-steps.ts'
import {
  findEventMission,
  findMissionEvents,
  findMissionPosts,
  insertEvent,
  lockMission,
  type StoredMission,
  setStatus,
  setVisitedOn,
} from './queries.ts'
import { findVehicles } from './settings-queries.ts'

/** Times a mission as it is stored, and checks it. */
export type TimeStored = (mission: StoredMission) => Promise<TimeAnswer>

/**
 * Records what happens to a mission. What is recorded already under the same id, and says the same, is answered again.
 *
 * @throws problems of the catalogue, with nothing written.
 */
export async function recordEvent(
  { db, caller }: MissionAt,
  { missionId, event }: { readonly missionId: string; readonly event: MissionEventInput },
  time: TimeStored,
): Promise<Mission> {
  checkText(event.payload)
  const timed = await timeBefore(db, missionId, event, time)
  return db.transaction(async () => {
    await lockMission(db, missionId)
    const mission = await getMission(db, missionId)
    const events = await findMissionEvents(db, missionId)
    const known = events.find(({ id }) => id === event.id)
    if (known ? !isSame(known, event) : (await findEventMission(db, event.id)) !== undefined)
      throw problem('mission-event-id-taken', { eventId: event.id }, { field: 'id' })
    if (!known) await addEvent({ db, caller }, { mission, events, event, timed })
    return describeMission({ db, caller }, missionId)
  })
}

/** Before the transaction, since it may take seconds; null where what follows refuses the event anyway, or needs no times. */
async function timeBefore(
  db: Db,
  missionId: string,
  event: MissionEventInput,
  time: TimeStored,
): Promise<TimeAnswer | null> {
  if (event.kind !== 'submitted' && event.kind !== 'cleared') return null
  const mission = await getMission(db, missionId)
  const isTimed = EVENT_STATUS[event.kind].needs.includes(mission.status) && mission.version === event.version
  if (mission.plan === null || !isTimed) return null
  const clearance = event.kind === 'cleared' ? clearanceOf(event) : null
  return time({ ...mission, clearance })
}

interface Adding {
  readonly mission: StoredMission
  readonly events: readonly MissionEvent[]
  readonly event: MissionEventInput
  readonly timed: TimeAnswer | null
}

async function addEvent({ db, caller }: MissionAt, { mission, events, event, timed }: Adding): Promise<void> {
  const { needs, otherwise, becomes, permission } = EVENT_STATUS[event.kind]
  const { reference } = mission
  if (!caller.permissions.includes(permission)) throw problem('not-permitted')
  if (!needs.includes(mission.status)) throw problem(otherwise, { reference })
  if (Date.parse(event.happenedAt) > Date.now() + AHEAD_MS)
    throw problem('mission-event-to-come', { at: event.happenedAt }, { field: 'happenedAt' })
  if ('version' in event) await openForChange(db, mission.id, event.version)
  if (permission === 'missions.clear' && isSamePerson(events, caller))
    throw problem('mission-same-person', { reference })
  const payload = await judge(db, mission, event, timed)
  if (becomes !== mission.status) {
    const clearance =
      event.kind === 'cleared' ? clearanceOf(event) : event.kind === 'submitted' ? null : undefined
    await setStatus(db, mission.id, { status: becomes, ...(clearance === undefined ? {} : { clearance }) })
  }
  const { id, kind, happenedAt } = event
  await insertEvent(
    db,
    { missionId: mission.id, by: caller.accountId },
    { id, kind, happenedAt, payload },
  ).catch(tellRace(event.id))
}

/** Clocks of telephones are a little ahead. */
const AHEAD_MS = 300_000

type Cleared = Extract<MissionEventInput, { kind: 'cleared' }>
type Done = Extract<MissionEventInput, { kind: 'done' }>

function clearanceOf({ payload: { number, from, until } }: Cleared) {
  return { number, from, until }
}

/** What its kind asks for. Returns what is kept of it. */
async function judge(
  db: Db,
  mission: StoredMission,
  event: MissionEventInput,
  timed: TimeAnswer | null,
): Promise<object> {
  if (event.kind === 'submitted') {
    await refuseUnready(db, mission)
    await refuseTakenVehicles(db, mission, mission.id)
    checkTimed(mission, timed)
  }
  if (event.kind === 'cleared') {
    checkClearance(mission, event)
    await refuseTakenVehicles(db, mission, mission.id)
    const { plan, itinerary } = checkTimed(mission, timed)
    return { ...event.payload, plan, itinerary }
  }
  if (event.kind === 'checked-in' || event.kind === 'deviated') checkTeam(mission, event.payload.teamId)
  if (event.kind === 'done') await noteVisits(db, mission, event)
  return event.payload
}

/** @throws problem `mission-without-plan`, `mission-breaks-rules` with what is broken. */
function checkTimed({ plan, reference, version }: StoredMission, timed: TimeAnswer | null): TimeAnswer {
  if (plan === null) throw problem('mission-without-plan', { reference }, { field: 'plan' })
  if (!timed) throw problem('mission-changed-meanwhile', { reference, yours: version, current: version })
  const broken = timed.broken.filter(({ level }) => level === 'forbid')
  if (broken.length > 0)
    throw problem('mission-breaks-rules', { reference, count: broken.length }, { extra: { broken } })
  return timed
}

async function refuseUnready(db: Db, { teams, until }: StoredMission): Promise<void> {
  if (until < today()) throw problem('mission-over', { until }, { field: 'until' })
  const vehicles = new Map((await findVehicles(db)).map((vehicle) => [vehicle.id, vehicle]))
  for (const vehicleId of teams.flatMap((team) => team.vehicleIds)) {
    const vehicle = vehicles.get(vehicleId)
    if (vehicle && (vehicle.state !== 'ready' || vehicle.isArchived))
      throw problem('mission-vehicle-not-ready', { vehicle: vehicle.name }, { field: 'teams' })
  }
}

function checkClearance(mission: StoredMission, { payload: { from, until } }: Cleared): void {
  if (from > until) throw problem('mission-dates-reversed', { from, until }, { field: 'payload.until' })
  if (until < today()) throw problem('mission-clearance-past', { until }, { field: 'payload.until' })
  if (from > mission.from || until < mission.until)
    throw problem(
      'mission-clearance-too-short',
      { from, until, begins: mission.from, ends: mission.until },
      { field: from > mission.from ? 'payload.from' : 'payload.until' },
    )
}

function checkTeam({ teams }: StoredMission, teamId: string): void {
  if (!teams.some(({ id }) => id === teamId))
    throw problem('mission-part-unknown', { id: teamId }, { field: 'payload.teamId' })
}

/** The days on which posts were visited; what is not told was not. */
async function noteVisits(db: Db, mission: StoredMission, { payload }: Done): Promise<void> {
  const posts = new Set((await findMissionPosts(db, mission.id)).map(({ id }) => id))
  const visited = payload.visits.flatMap(({ visitId, visitedOn }, index) => {
    const visit = mission.visits.find(({ id }) => id === visitId)
    if (!visit)
      throw problem('mission-part-unknown', { id: visitId }, { field: `payload.visits.${index}.visitId` })
    if (visitedOn !== null && visitedOn > today())
      throw problem(
        'mission-event-to-come',
        { at: visitedOn },
        { field: `payload.visits.${index}.visitedOn` },
      )
    return posts.has(visit.placeId) && visitedOn !== null ? [{ postId: visit.placeId, visitedOn }] : []
  })
  await setVisitedOn(db, mission.id, visited)
}

/** What was told of it; the plan of `cleared` was added here. */
function isSame(known: MissionEvent, event: MissionEventInput): boolean {
  const told = Object.entries(event.payload).every(
    ([key, value]) => stableText((known.payload as Record<string, unknown>)[key]) === stableText(value),
  )
  return known.kind === event.kind && Date.parse(known.happenedAt) === Date.parse(event.happenedAt) && told
}

/** Today in Mauritania, whose clock is UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

const UNIQUE_VIOLATION = '23505'

/** On a mission that the caller does not see. */
function tellRace(eventId: string) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    throw problem('mission-event-id-taken', { eventId }, { field: 'id', cause: error })
  }
}

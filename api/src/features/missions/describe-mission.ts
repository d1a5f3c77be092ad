import type { Caller } from '../../platform/access/caller.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { Mission, MissionEvent, MissionRow, MissionRows, MissionsQuery, Overdue } from './contract.ts'
import { EVENT_STATUS } from './event-steps.ts'
import {
  findMission,
  findMissionEvents,
  findMissionPosts,
  findMissions,
  findMissionTracks,
  findMissionVehicles,
  findPlaceNames,
  type StoredMission,
} from './queries.ts'
import { findRules } from './settings-queries.ts'
import { tellOverdue } from './tell-overdue.ts'

/** The mission, or the problem that there is none: also for what the caller may not see. */
export async function getMission(db: Db, missionId: string): Promise<StoredMission> {
  const mission = await findMission(db, missionId)
  if (!mission) throw problem('mission-not-found', { missionId })
  return mission
}

/** With all that happened on it. */
export async function describeMission(
  { db, caller }: { readonly db: Db; readonly caller: Caller },
  missionId: string,
): Promise<Mission> {
  const mission = await getMission(db, missionId)
  const events = await findMissionEvents(db, missionId)
  const posts = (await findMissionPosts(db, missionId)).map(withoutMission)
  const vehicles = (await findMissionVehicles(db, missionId)).map(withoutMission)
  return {
    ...mission,
    posts,
    vehicles,
    events,
    overdue: await findOverdue(db, mission, events),
    trackIds: await findMissionTracks(db, missionId),
    mayRecord: mayRecord(mission, events, caller),
  }
}

/** The missions that the caller sees, the latest first. */
export async function listMissions(db: Db, query: MissionsQuery): Promise<MissionRows> {
  const missions = await findMissions(db, query)
  const events = Map.groupBy(await findMissionEvents(db, 'under-way'), ({ missionId }) => missionId)
  const posts = Map.groupBy(await findMissionPosts(db), ({ missionId }) => missionId)
  const vehicles = Map.groupBy(await findMissionVehicles(db), ({ missionId }) => missionId)
  const items: MissionRow[] = []
  for (const mission of missions) {
    const { id, reference, title, status, from, until, clearance, isDemonstration, version, updatedAt } =
      mission
    items.push({
      id,
      reference,
      title,
      status,
      from,
      until,
      clearance,
      isDemonstration,
      version,
      updatedAt,
      posts: (posts.get(id) ?? []).map(withoutMission),
      vehicles: (vehicles.get(id) ?? []).map(withoutMission),
      overdue: await findOverdue(db, mission, events.get(id) ?? []),
    })
  }
  return { items }
}

function withoutMission<T extends { readonly missionId: string }>({ missionId: _of, ...one }: T) {
  return one
}

async function findOverdue(
  db: Db,
  mission: StoredMission,
  events: readonly MissionEvent[],
): Promise<Overdue[]> {
  if (mission.status !== 'under-way') return []
  const radio = (await findRules(db)).flatMap(({ demand, isActive, areaId }) =>
    isActive && areaId === null && demand.kind === 'radio-check' ? [demand.everyMinutes] : [],
  )
  return tellOverdue({
    teams: mission.teams,
    events,
    radioMinutes: radio.length > 0 ? Math.min(...radio) : null,
    placeNames: await findPlaceNames(db),
    nowMs: Date.now(),
  })
}

/** Whoever submitted does not clear, but for an administrator: an office may have one person alone. */
export function isSamePerson(events: readonly MissionEvent[], { accountId, role }: Caller): boolean {
  const submitted = events.findLast(({ kind }) => kind === 'submitted')
  return role !== 'administrator' && submitted?.recordedBy === accountId
}

function mayRecord({ status }: StoredMission, events: readonly MissionEvent[], caller: Caller): string[] {
  return Object.entries(EVENT_STATUS).flatMap(([kind, { needs, permission }]) => {
    const isOwn = permission === 'missions.clear' && isSamePerson(events, caller)
    return needs.includes(status) && caller.permissions.includes(permission) && !isOwn ? [kind] : []
  })
}

import { problem } from '../../platform/problems.ts'
import type { MissionAt } from './change-mission.ts'
import type { Mission } from './contract.ts'
import { describeMission, getMission } from './describe-mission.ts'
import { findTrack, linkTrack } from './queries.ts'

/** A track of the mission: what was driven is then compared with what was planned. */
export async function linkMissionTrack(
  { db, caller }: MissionAt,
  { missionId, trackId }: { readonly missionId: string; readonly trackId: string },
): Promise<Mission> {
  await getMission(db, missionId)
  if (!(await findTrack(db, trackId))) throw problem('mission-track-unknown', { trackId })
  await linkTrack(db, missionId, trackId)
  return describeMission({ db, caller }, missionId)
}

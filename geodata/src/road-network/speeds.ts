import type { Highway } from './road-codes.ts'
import type { RoadGrade, Surface } from './types.ts'

/** Documented roads are under works and of unknown course: assumed slower than an unclassified road. */
export const DOCUMENTED_KMH = 20

const TRACK_LIKE: ReadonlySet<Highway> = new Set(['track', 'path', 'footway', 'bridleway', 'steps', 'gap'])

/** Whether a class is a track or less: nobody built it as a road. */
export function isTrackLike(highway: Highway): boolean {
  return TRACK_LIKE.has(highway)
}

/** Whether a stretch is used as a road, as a track, or afloat. A presumed connector counts as a track. */
export function surfaceOf(highway: Highway, grade: RoadGrade): Surface {
  if (highway === 'ferry' || highway === 'river') return 'ferry'
  return grade === 'presumed' || isTrackLike(highway) ? 'track' : 'road'
}

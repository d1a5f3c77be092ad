import type { Highway } from './road-codes.ts'
import type { RoadGrade } from './types.ts'

/** Words by which a road without a name is called. */
export const ROAD_KINDS = [
  'main-road',
  'road',
  'street',
  'service',
  'track',
  'path',
  'water',
  'open-ground',
  'unknown-course',
] as const
export type RoadKind = (typeof ROAD_KINDS)[number]

const KIND_OF: Readonly<Record<Highway, RoadKind>> = {
  motorway: 'main-road',
  trunk: 'main-road',
  primary: 'main-road',
  secondary: 'road',
  tertiary: 'road',
  unclassified: 'road',
  residential: 'street',
  living_street: 'street',
  service: 'service',
  road: 'road',
  track: 'track',
  path: 'path',
  pedestrian: 'street',
  footway: 'path',
  cycleway: 'path',
  bridleway: 'path',
  steps: 'path',
  ferry: 'water',
  river: 'water',
  gap: 'open-ground',
}

/** What a stretch is called where it has no name. */
export function roadKindOf(highway: Highway, grade: RoadGrade): RoadKind {
  return grade === 'documented' ? 'unknown-course' : KIND_OF[highway]
}

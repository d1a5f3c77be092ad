import {
  type AccessMask,
  FOOT_ONLY,
  type Ground,
  type Highway,
  MOTOR_MODES,
  type Smoothness,
} from '../../road-network/road-codes.ts'
import type { RoadStructure } from '../../road-network/types.ts'
import type { OsmTags } from './osm-source.ts'
import { hasConditions, readAccess } from './read-access.ts'
import { readGround, readSmoothness, readTrackGrade } from './read-ground.ts'
import { readMaxSpeed } from './read-max-speed.ts'
import { isRoundabout, readOneway } from './read-oneway.ts'

/** What the tags of a way say of every stretch of it. */
export interface RoadWay {
  highway: Highway
  isFerry: boolean
  structure: RoadStructure | null
  ground: Ground
  trackGrade: 1 | 2 | 3 | 4 | 5 | null
  smoothness: Smoothness | null
  maxKmh: number | null
  name: string | null
  ref: string | null
  /** Motor traffic goes one way only. */
  isOneway: boolean
  isRoundabout: boolean
  /** The one way is against the order of the nodes: the stretches are drawn the other way round. */
  isReversed: boolean
  /** In the direction in which the stretches are drawn. */
  accessForward: AccessMask
  accessBackward: AccessMask
  /** Some access holds at times only, which is not read. */
  hasConditions: boolean
}

/** Why a way with a `highway` is no road of the network. */
export type WayRefusal = 'not-built' | 'area' | 'other-class'

/** Keys of the ways that `classifyWay` has something to say about. */
export const ROAD_KEYS: readonly string[] = ['highway', 'route']

const ON_LAND: AccessMask = MOTOR_MODES | FOOT_ONLY

/** The classes with whom they let pass where no tag speaks. */
const INHERENT_ACCESS: Readonly<Record<string, AccessMask>> = {
  motorway: MOTOR_MODES,
  trunk: ON_LAND,
  primary: ON_LAND,
  secondary: ON_LAND,
  tertiary: ON_LAND,
  unclassified: ON_LAND,
  residential: ON_LAND,
  living_street: ON_LAND,
  service: ON_LAND,
  road: ON_LAND,
  track: ON_LAND,
  // In the region a path is what a 4×4 follows at walking pace.
  path: ON_LAND,
  pedestrian: FOOT_ONLY,
  footway: FOOT_ONLY,
  cycleway: FOOT_ONLY,
  bridleway: FOOT_ONLY,
  steps: FOOT_ONLY,
  ferry: ON_LAND,
}

const NOT_BUILT: ReadonlySet<string> = new Set([
  'construction',
  'proposed',
  'planned',
  'abandoned',
  'disused',
  'razed',
  'demolished',
  'dismantled',
  'removed',
])

/**
 * The meaning of a way's tags for those who travel. Tags that speak of times (`…:conditional`), weights and sizes are
 * not read.
 *
 * @param tags Of a way that has one of `ROAD_KEYS`.
 * @returns The road, why it is none, or null for a way that is of another kind (`route=power`).
 */
export function classifyWay(tags: OsmTags): RoadWay | WayRefusal | null {
  const isFerry = tags.get('route') === 'ferry'
  const value = isFerry ? 'ferry' : tags.get('highway')
  if (value === undefined) return null
  if (NOT_BUILT.has(value) || tags.get('abandoned') === 'yes' || tags.get('construction') === 'yes') {
    return 'not-built'
  }
  const highway = value.replace(/_link$/, '')
  if (!Object.hasOwn(INHERENT_ACCESS, highway)) return 'other-class'
  if (tags.get('area') === 'yes') return 'area'
  return {
    highway: highway as Highway,
    isFerry,
    structure: readStructure(tags),
    ground: isFerry ? 'water' : readGround(tags),
    trackGrade: readTrackGrade(tags),
    smoothness: readSmoothness(tags),
    maxKmh: readMaxSpeed(tags),
    name: tags.get('name:fr') ?? tags.get('name') ?? null,
    ref: tags.get('ref') ?? null,
    isRoundabout: isRoundabout(tags),
    hasConditions: hasConditions(tags),
    ...readDirections(tags, inherentAccess(highway, tags)),
  }
}

function inherentAccess(highway: string, tags: OsmTags): AccessMask {
  const mask = INHERENT_ACCESS[highway]!
  if (tags.get('motorroad') === 'yes') return mask & ~FOOT_ONLY
  return highway === 'path' && isMadeForWalkers(tags) ? FOOT_ONLY : mask
}

/** A path that is signed or graded for those who walk, cycle or ride is not one that a 4×4 follows. */
function isMadeForWalkers(tags: OsmTags): boolean {
  const isDesignated = ['foot', 'bicycle', 'horse'].some((key) => tags.get(key) === 'designated')
  return isDesignated || tags.has('sac_scale') || tags.has('mtb:scale')
}

function readDirections(
  tags: OsmTags,
  inherent: AccessMask,
): Pick<RoadWay, 'isOneway' | 'isReversed' | 'accessForward' | 'accessBackward'> {
  const oneway = readOneway(tags)
  const forward = readAccess(tags, inherent, 'forward') & oneway.forward
  const backward = readAccess(tags, inherent, 'backward') & oneway.backward
  const [goesOn, goesBack] = [(forward & MOTOR_MODES) !== 0, (backward & MOTOR_MODES) !== 0]
  const isReversed = goesBack && !goesOn
  return {
    isOneway: goesOn !== goesBack,
    isReversed,
    accessForward: isReversed ? backward : forward,
    accessBackward: isReversed ? forward : backward,
  }
}

function readStructure(tags: OsmTags): RoadStructure | null {
  const isSet = (key: string) => tags.has(key) && tags.get(key) !== 'no'
  // A low-water crossing is under water when the wadi runs.
  if (isSet('ford') || tags.get('bridge') === 'low_water_crossing') return 'ford'
  if (isSet('bridge')) return 'bridge'
  return isSet('tunnel') ? 'tunnel' : null
}

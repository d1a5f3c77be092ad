import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { NetworkQuery, RoadGrade, StateUsed } from '../../contract-kit/network.ts'

export type {
  CoverageEvidence,
  CoverageEvidenceInput,
  CoverageEvidenceRow,
  CoverageEvidences,
  RecomputedEvidence,
} from './evidence-contract.ts'
export type {
  Coverage,
  CoverageInput,
  CriticalLinks,
  CriticalLinksInput,
  Opening,
  Openings,
} from './measure-contract.ts'
export type { AskedCoverage, CoverageQuestion } from './question-contract.ts'
export {
  DEFAULT_ACCESS,
  MOST_BUILT_ROADS,
  MOST_CHANGES,
  MOST_POSTS,
  MOST_ROAD_POSITIONS,
} from './question-contract.ts'
export type {
  CoverageScenario,
  CoverageScenarioChangeInput,
  CoverageScenarioInput,
  CoverageScenarios,
} from './scenario-contract.ts'
export type { SitingAnswer, SitingInput } from './siting-contract.ts'
export { MOST_CANDIDATES, MOST_NEW_POSTS } from './siting-contract.ts'

const Flag = z.enum(['true', 'false'])

/** Which part of the network, of the border and of the settlements lies within `minutes` of the posts. */
export const ReachQuery = NetworkQuery.extend({
  posts: z
    .string()
    .max(4000)
    .optional()
    .describe('Post ids separated by commas; absent: every operational post'),
  minutes: z.coerce.number().min(1).max(1440).default(60),
  offRoadMetres: z.coerce
    .number()
    .min(0)
    .max(20_000)
    .default(2000)
    .describe('How far from a reached road the border and the settlements count as in reach'),
  includeUnconfirmed: Flag.default('false').describe('Count posts whose position is not confirmed'),
})
export type ReachQuery = z.infer<typeof ReachQuery>

export const ReachedSegment = z.object({
  segmentId: z.string(),
  name: z.string(),
  neighbour: z.string(),
  moughataa: z.string().nullable(),
  lengthMetres: z.number(),
  reachedMetres: z.number(),
  reachedShare: z.number(),
})
export type ReachedSegment = z.infer<typeof ReachedSegment>
export const ReachedSettlement = z.object({
  id: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  place: z.string(),
  population: z.number().nullable(),
  /** On the road, to the point of the network nearest to the settlement. */
  seconds: z.number(),
  offRoadMetres: z.number(),
  position: Position,
})
export type ReachedSettlement = z.infer<typeof ReachedSettlement>
export const ReachPost = z.object({
  postId: z.string(),
  name: z.string(),
  position: Position.nullable(),
  isUsed: z.boolean(),
  isDemonstration: z.boolean(),
  /** Why a post was left out: its position is not confirmed, or no road is near. */
  leftOutBecause: z.enum(['unconfirmed', 'off-network', 'no-position']).nullable(),
  offRoadMetres: z.number().nullable(),
})
export type ReachPost = z.infer<typeof ReachPost>

const pieces = <P extends z.ZodType>(properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties })),
  })

export const Reach = z.object({
  posts: z.array(ReachPost),
  minutes: z.number(),
  offRoadMetres: z.number(),
  /** Upper bounds in minutes of the colour classes, smallest first. */
  bands: z.array(z.number()),
  /** The border of Guidimakha. */
  borderMetres: z.number(),
  reachedBorderMetres: z.number(),
  reachedBorderShare: z.number(),
  geometryVersion: z.string(),
  segments: z.array(ReachedSegment),
  /** Named settlements in reach, soonest first. */
  settlements: z.array(ReachedSettlement),
  populationKnown: z.number().int(),
  populationUnknownCount: z.number().int(),
  reachedRoadMetres: z.number(),
  /** The drawn lines are simplified to this; every length is measured before. */
  drawnToMetres: z.number(),
  /** Reached parts of roads; `band` is the upper bound in minutes of the colour class. */
  roads: pieces(
    z.object({
      band: z.number(),
      grade: RoadGrade,
      lengthMetres: z.number(),
    }),
  ),
  border: pieces(z.object({ segmentId: z.string(), inReach: z.boolean() })),
  state: StateUsed,
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Reach = z.infer<typeof Reach>

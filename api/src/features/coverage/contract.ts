import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'

const Flag = z.enum(['true', 'false'])

/** Which part of the network, of the border and of the settlements lies within `minutes` of the posts. */
export const ReachQuery = z.object({
  crossing: Flag.default('false'),
  documented: Flag.default('true'),
  presumed: Flag.default('false'),
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
    .describe('How far from a reached road the border counts as in reach'),
  includeUnconfirmed: Flag.default('false').describe('Count posts whose position is not confirmed'),
})
export type ReachQuery = z.infer<typeof ReachQuery>

export const ReachedSegment = z.object({
  segmentId: z.string(),
  name: z.string(),
  neighbour: z.string(),
  lengthMetres: z.number(),
  reachedMetres: z.number(),
  reachedShare: z.number(),
})
export const ReachedSettlement = z.object({
  id: z.string(),
  name: z.string(),
  nameAr: z.string().nullable(),
  place: z.string(),
  population: z.number().nullable(),
  seconds: z.number(),
  position: Position,
})
export const ReachPost = z.object({
  postId: z.string(),
  name: z.string(),
  isUsed: z.boolean(),
  /** Why a post was left out: its position is not confirmed, or no road is near. */
  leftOutBecause: z.enum(['unconfirmed', 'off-network', 'no-position']).nullable(),
  offRoadMetres: z.number().nullable(),
})

const pieces = <P extends z.ZodType>(properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties })),
  })

export const Reach = z.object({
  posts: z.array(ReachPost),
  minutes: z.number(),
  offRoadMetres: z.number(),
  borderMetres: z.number(),
  reachedBorderMetres: z.number(),
  reachedBorderShare: z.number(),
  geometryVersion: z.string(),
  segments: z.array(ReachedSegment),
  settlements: z.array(ReachedSettlement),
  settlementCount: z.number().int(),
  populationKnown: z.number().int(),
  populationUnknownCount: z.number().int(),
  reachedRoadMetres: z.number(),
  /** Reached parts of roads; `band` is the upper bound in minutes of the colour class. */
  roads: pieces(z.object({ band: z.number(), grade: z.enum(['mapped', 'documented', 'presumed']) })),
  border: pieces(z.object({ segmentId: z.string(), inReach: z.boolean() })),
  vehicle: z.literal('4x4'),
  season: z.literal('dry'),
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Reach = z.infer<typeof Reach>

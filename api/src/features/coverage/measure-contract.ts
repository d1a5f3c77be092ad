import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { RoadGrade, StateUsed } from '../../contract-kit/network.ts'
import { Day } from '../../contract-kit/time.ts'
import { AskedCoverage, BorderAccess } from './question-contract.ts'

export const CoverageInput = AskedCoverage
export type CoverageInput = z.input<typeof CoverageInput>

const Seconds = z.number().nullable()
const Metres = z.number()

export const CoveragePost = z.object({
  postId: z.string(),
  name: z.string(),
  position: Position.nullable(),
  isPositionUnconfirmed: z.boolean(),
  isDemonstration: z.boolean(),
  isUsed: z.boolean(),
  leftOutBecause: z.enum(['unconfirmed', 'off-network', 'no-position']).nullable(),
  offRoadMetres: z.number().nullable(),
  fromOfficeSeconds: Seconds,
})
export const CoveredSegment = z.object({
  segmentId: z.string(),
  name: z.string(),
  neighbour: z.string(),
  moughataa: z.string().nullable(),
  geometryVersion: z.string(),
  lengthMetres: Metres,
  reachedMetres: Metres,
  reachedShare: z.number(),
})
export const CoverageGap = z
  .object({
    segmentId: z.string(),
    fromMetres: Metres,
    toMetres: Metres,
    lengthMetres: Metres,
    coordinates: z.array(Position),
    nearest: z.object({ postId: z.string(), seconds: z.number() }).nullable(),
    settlements: z.array(z.object({ id: z.string(), name: z.string(), distanceMetres: Metres })),
  })
  .meta({ id: 'CoverageGap' })
export const BorderProfile = z
  .object({
    segmentId: z.string(),
    atMetres: z.array(Metres),
    p50Seconds: z.array(Seconds),
    p90Seconds: z.array(Seconds),
    postIndexes: z.array(z.number().int().nullable()),
  })
  .meta({ id: 'BorderProfile' })
export const CoveredSettlement = z
  .object({
    id: z.string(),
    name: z.string(),
    nameAr: z.string().nullable(),
    place: z.string(),
    population: z.number().nullable(),
    seconds: z.number(),
    offRoadMetres: Metres,
    position: Position,
  })
  .meta({ id: 'CoveredSettlement' })
export const PopulationRange = z.object({
  known: z.number(),
  low: z.number(),
  high: z.number(),
  unknownCount: z.number().int(),
  knownCount: z.number().int(),
})
export const CoveredCrossing = z.object({
  id: z.string(),
  name: z.string(),
  byFerry: z.boolean(),
  position: Position,
  seconds: Seconds,
  postId: z.string().nullable(),
  isWatched: z.boolean(),
})
export const BorderCatchment = z.object({
  postId: z.string(),
  borderMetres: Metres,
  reachedBorderMetres: Metres,
  crossingCount: z.number().int(),
  settlementCount: z.number().int(),
  population: PopulationRange,
  medianSeconds: Seconds,
})
export const Redundancy = z.object({
  onePostMetres: Metres,
  morePostsMetres: Metres,
  byPost: z.array(z.object({ postId: z.string(), lostMetres: Metres })),
})

const pieces = <P extends z.ZodType>(properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties })),
  })

/** `MeasuredCoverage` of geodata, where its fields are told, with what the licences ask. */
export const Coverage = z
  .object({
    posts: z.array(CoveragePost),
    minutes: z.number(),
    access: BorderAccess,
    bands: z.array(z.number()),
    borderMetres: Metres,
    reachedBorderMetres: Metres,
    reachedBorderShare: z.number(),
    geometryVersion: z.string(),
    skippedSegmentIds: z.array(z.string()),
    segments: z.array(CoveredSegment),
    gaps: z.array(CoverageGap),
    profiles: z.array(BorderProfile),
    settlements: z.array(CoveredSettlement),
    population: PopulationRange,
    crossings: z.array(CoveredCrossing),
    catchments: z.array(BorderCatchment),
    redundancy: Redundancy,
    reachedRoadMetres: Metres,
    drawnToMetres: Metres,
    roads: pieces(z.object({ band: z.number(), grade: RoadGrade, lengthMetres: Metres })),
    border: pieces(
      z.object({
        segmentId: z.string(),
        inReach: z.boolean(),
        band: z.number().nullable(),
        fromMetres: Metres,
        toMetres: Metres,
      }),
    ),
    state: StateUsed,
    /** Changes that change nothing, by their place in the scenario's and the question's; absent: there are none. */
    idleChanges: z
      .array(
        z.object({
          index: z.number().int(),
          reason: z.enum(['already-counts', 'does-not-count', 'not-yet', 'contract-without-posts']),
        }),
      )
      .optional(),
    computeMilliseconds: z.number(),
    attribution: z.string(),
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof Coverage>
/** Drawn apart from the figures where these are not to wait for lines. */
export type ReachedRoads = Pick<Coverage, 'roads' | 'reachedRoadMetres'>
export type CoverageWithoutRoads = Omit<Coverage, keyof ReachedRoads>

export const WhoComesInput = AskedCoverage.extend({
  position: Position.describe('Brought to the nearest piece of the border of Guidimakha'),
})
export type WhoComesInput = z.input<typeof WhoComesInput>
/** `Comers` of geodata: the posts that come to a place of the border, soonest first. */
export const WhoComes = z.object({
  segmentId: z.string(),
  atMetres: Metres,
  position: Position,
  posts: z.array(
    z.object({
      postId: z.string(),
      p50Seconds: z.number(),
      p90Seconds: z.number(),
      roadSeconds: z.number(),
      offRoadSeconds: z.number(),
      offRoadMetres: Metres,
      leaves: Position,
    }),
  ),
  computeMilliseconds: z.number(),
})
export type WhoComes = z.infer<typeof WhoComes>

export const CriticalLinksInput = AskedCoverage.extend({
  seconds: z.number().min(0.1).max(20).default(10).describe('How long it is looked at most'),
})
export type CriticalLinksInput = z.input<typeof CriticalLinksInput>
/** `CriticalLink` of geodata. */
export const CriticalLink = z.object({
  kind: z.enum(['ford', 'bridge', 'ferry', 'closure']),
  name: z.string().nullable(),
  position: Position,
  edgeId: z.union([z.number(), z.string()]),
  lostMetres: Metres,
  postIds: z.array(z.string()),
})
export const CriticalLinks = z.object({
  /** The greatest loss first. */
  links: z.array(CriticalLink),
  triedCount: z.number().int(),
  /** Not tried: the time was up, or there were too many. None of them loses more than `untriedMostMetres`. */
  untriedCount: z.number().int(),
  untriedMostMetres: Metres,
  computeMilliseconds: z.number(),
})
export type CriticalLinks = z.infer<typeof CriticalLinks>

export const TimeGridInput = AskedCoverage.extend({
  cellMetres: z.number().min(250).max(20_000).default(1000).describe('Between the middles of cells'),
})
export type TimeGridInput = z.input<typeof TimeGridInput>
/** `TimeGrid` of geodata: hexagons with one corner due north; entry i of every list is of cell i. */
export const TimeGrid = z.object({
  cellMetres: Metres,
  radiusMetres: Metres,
  centres: z.array(Position),
  seconds: z.array(z.number()),
  postIndexes: z.array(z.number().int()),
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type TimeGrid = z.infer<typeof TimeGrid>

export const OpeningsQuery = z.object({
  on: Day.optional().describe('The day on which it is asked; absent: today'),
})
/** A works contract with the day on which its posts open. */
export const Opening = z.object({
  contractId: z.uuid(),
  reference: z.string(),
  title: z.string(),
  /** Null where no day can be told: there is no start order yet. Never before the day of the question, unless received. */
  opensOn: Day.nullable(),
  /** Of the provisional acceptance, by the forecast of the works (as likely before as after), or by the contract's time. */
  kind: z.enum(['received', 'forecast', 'contractual', 'unknown']),
  /** Not later in four cases of five; of a forecast alone. */
  latestOn: Day.nullable(),
  posts: z.array(
    z.object({
      postId: z.uuid(),
      name: z.string(),
      position: Position.nullable(),
      /** Counts already: its physical status is operational. */
      isOperational: z.boolean(),
    }),
  ),
  isDemonstration: z.boolean(),
})
export type Opening = z.infer<typeof Opening>
/** By the day, contracts without a day last. */
export const Openings = z.object({ on: Day, items: z.array(Opening) })
export type Openings = z.infer<typeof Openings>

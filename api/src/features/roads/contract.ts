import { GROUNDS, HIGHWAYS, MODES } from '@borne/geodata/road-network/road-codes'
import { GROUND_STATES } from '@borne/geodata/road-state/types'
import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import {
  ConditionLevel,
  IsoDate,
  NetworkQuery,
  RoadCause,
  RoadGrade,
  StateUsed,
} from '../../contract-kit/network.ts'
import { ClosureCause, ClosureEffect, SeasonCalendar, VehicleProfile } from '../../contract-kit/road-state.ts'

export { ConditionLevel, RoadCause, StateUsed }

/** Of the graph and of the inputs. */
export const RoadGraphQuery = z.object({
  date: IsoDate.describe('Day of which the version of the network counts'),
})

const lines = <P extends z.ZodType>(properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties })),
  })

/** What a day makes of the roads, beside another day. */
export const RoadDayQuery = NetworkQuery.extend({
  date: IsoDate,
  against: IsoDate.optional().describe(
    'Another day to compare with; absent: the dry season without closures',
  ),
})
export type RoadDayQuery = z.infer<typeof RoadDayQuery>

/** Kilometres of mapped roads of Guidimakha by level. */
export const LevelMetres = z.record(ConditionLevel, z.number())
export type LevelMetres = z.infer<typeof LevelMetres>

export const PostOnDay = z.object({
  postId: z.string(),
  name: z.string(),
  position: Position,
  isDemonstration: z.boolean(),
  /** From Sélibaby; null = no way on that day. */
  seconds: z.number().nullable(),
  againstSeconds: z.number().nullable(),
  /** What closes the way, when there is one on the other day only. */
  closedBy: z.array(RoadCause),
})
export type PostOnDay = z.infer<typeof PostOnDay>

export const RoadDay = z.object({
  state: StateUsed,
  againstState: StateUsed,
  metres: LevelMetres,
  againstMetres: LevelMetres,
  /** Stretches that are not open, worst first. `cause` is a place in `causes`. */
  roads: lines(z.object({ level: ConditionLevel, cause: z.number().int(), lengthMetres: z.number() })),
  causes: z.array(RoadCause),
  /** What differs from the other day: closes, opens, gets worse, gets better. */
  difference: lines(
    z.object({ change: z.enum(['closes', 'opens', 'worse', 'better']), lengthMetres: z.number() }),
  ),
  /** Posts with a position, from Sélibaby. */
  posts: z.array(PostOnDay),
  start: z.object({ name: z.string(), position: Position }),
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type RoadDay = z.infer<typeof RoadDay>

const Point = z.union([z.object({ postId: z.string().max(60) }), z.object({ position: Position })])

/** Most cells of a matrix, so that one question does not hold the server. */
export const MOST_MATRIX_CELLS = 250_000

export const MatrixBody = NetworkQuery.extend({
  froms: z.array(Point).min(1),
  tos: z.array(Point).min(1),
})
export type MatrixBody = z.infer<typeof MatrixBody>

export const Matrix = z.object({
  /** `seconds[from][to]` of the quickest ways, `metres` of the shortest; null = no way. */
  seconds: z.array(z.array(z.number().nullable())),
  metres: z.array(z.array(z.number().nullable())),
  /** Points that lie on no road, by place in the question. */
  offNetworkFroms: z.array(z.number().int()),
  offNetworkTos: z.array(z.number().int()),
  state: StateUsed,
  computeMilliseconds: z.number(),
})
export type Matrix = z.infer<typeof Matrix>

export const NearestQuery = NetworkQuery.extend({
  from: z.string().max(60).describe('lon,lat'),
  count: z.coerce.number().int().min(1).max(50).default(5),
})
export type NearestQuery = z.infer<typeof NearestQuery>

export const Nearest = z.object({
  posts: z.array(
    z.object({
      postId: z.string(),
      name: z.string(),
      position: Position,
      isDemonstration: z.boolean(),
      seconds: z.number(),
      lengthMetres: z.number(),
      offRoadMetres: z.number(),
    }),
  ),
  /** Posts to which no way is known on that day. */
  unreachedCount: z.number().int(),
  offRoadMetres: z.number().nullable(),
  state: StateUsed,
  computeMilliseconds: z.number(),
})
export type Nearest = z.infer<typeof Nearest>

export const IsochroneQuery = NetworkQuery.extend({
  from: z.string().max(60).describe('lon,lat'),
  minutes: z
    .string()
    .max(60)
    .default('30,60,120')
    .describe('Minutes separated by commas, at most 6, 1 to 1440'),
  reachMetres: z.coerce
    .number()
    .min(50)
    .max(2000)
    .default(300)
    .describe('How far from a reached road ground is claimed'),
})
export type IsochroneQuery = z.infer<typeof IsochroneQuery>

export const Isochrones = z.object({
  /** One area for each of the minutes, the widest first so that shorter ones draw on top. */
  areas: lines(z.object({ minutes: z.number(), reachedRoadMetres: z.number().nullable() })),
  /** How far from a road ground is claimed; null where the engine does not tell. */
  reachMetres: z.number().nullable(),
  offRoadMetres: z.number(),
  state: StateUsed,
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Isochrones = z.infer<typeof Isochrones>

export const CatchmentQuery = NetworkQuery.extend({
  posts: z
    .string()
    .max(4000)
    .optional()
    .describe('Post ids separated by commas; absent: every operational post'),
})
export type CatchmentQuery = z.infer<typeof CatchmentQuery>

/** Roads by the post that is nearest in time: every reached stretch belongs to exactly one. */
export const Catchments = z.object({
  posts: z.array(
    z.object({
      postId: z.string(),
      name: z.string(),
      position: Position.nullable(),
      isDemonstration: z.boolean(),
      isUsed: z.boolean(),
      roadMetres: z.number(),
      settlementCount: z.number().int(),
    }),
  ),
  roads: lines(z.object({ postId: z.string(), grade: RoadGrade, lengthMetres: z.number() })),
  state: StateUsed,
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Catchments = z.infer<typeof Catchments>

const Place = { name: z.string(), position: Position }

/** What passages taught, column by column. */
const LearnedColumns = z.object({
  /** Indices inside the graph. */
  edges: z.array(z.number().int()),
  logFactors: z.array(z.number()),
  logSpreads: z.array(z.number()),
  passages: z.array(z.number().int()),
})
export type LearnedColumns = z.infer<typeof LearnedColumns>

/** All that questions to the roads need beside the graph, as the caller may see it: for answers without the server. */
export const RoadInputs = z.object({
  network: z.object({
    id: z.number(),
    label: z.string(),
    /** Changes with the graph. */
    key: z.string(),
    /** Of the graph of `/roads/graph`: its own, and as they come over the wire to who asks. */
    graphBytes: z.number().int(),
    wireBytes: z.number().int(),
  }),
  /** In service: which of them counts on a day tells whether this graph answers for it. */
  versions: z.array(z.object({ id: z.number(), validFrom: z.string() })),
  /** Which edges lie in Guidimakha: lengths of runs of edges that do not and that do, in turns. */
  regionRuns: z.array(z.number().int()),
  borders: z.array(
    z.object({
      id: z.string(),
      border: z.string(),
      name: z.string(),
      neighbour: z.string(),
      moughataa: z.string().nullable(),
      inGuidimakha: z.boolean(),
      geometryVersion: z.string(),
      coordinates: z.array(Position),
    }),
  ),
  crossings: z.array(
    z.object({ id: z.string(), name: z.string(), byFerry: z.boolean(), position: Position }),
  ),
  settlements: z.array(
    z.object({
      ...Place,
      id: z.string(),
      nameAr: z.string().nullable(),
      place: z.string(),
      population: z.number().nullable(),
      iso3: z.string().nullable(),
    }),
  ),
  start: z.object(Place),
  /** In the order of names, as other answers have them. */
  posts: z.array(
    z.object({
      postId: z.string(),
      name: z.string(),
      position: Position.nullable(),
      isPositionUnconfirmed: z.boolean(),
      uncertaintyMetres: z.number().nullable(),
      isDemonstration: z.boolean(),
      isOperational: z.boolean(),
      isArchived: z.boolean(),
    }),
  ),
  vehicles: z.array(VehicleProfile),
  calendars: z.array(SeasonCalendar),
  /** Whatever their day; what acts on a day is chosen from them. */
  closures: z.array(
    z.object({
      id: z.string(),
      geometry: AnyGeometry,
      effect: ClosureEffect,
      speedFactor: z.number(),
      cause: ClosureCause,
      startsAt: z.string(),
      endsAt: z.string().nullable(),
      confirmedAt: z.string(),
      halfLifeDays: z.number(),
    }),
  ),
  /** Accepted corrections of the network. */
  edits: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['add', 'change', 'remove']),
      geometry: AnyGeometry,
      highway: z.enum(HIGHWAYS).nullable(),
      ground: z.enum(GROUNDS).nullable(),
      name: z.string().nullable(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
    }),
  ),
  /** Modes whose vehicles teach one another, and what they taught in each state of the ground. */
  learned: z.array(
    z.object({ modes: z.array(z.enum(MODES)), on: z.record(z.enum(GROUND_STATES), LearnedColumns) }),
  ),
  attribution: z.string(),
})
export type RoadInputs = z.infer<typeof RoadInputs>

import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { AskedCoverage, Name } from './question-contract.ts'

/** More candidate places are refused. */
export const MOST_CANDIDATES = 1000
export const MOST_NEW_POSTS = 30

/** Of `covering` the weight within the minutes; of `median` the weighted time; of `centre` the longest time. */
export const SitingModel = z.enum(['covering', 'median', 'centre'])
export const SitingDemand = z.enum(['border', 'crossings', 'population'])

const Cost = z.number().int().min(0).max(1_000_000_000)
/** Where a post might stand. */
export const SitingPlaces = z.object({
  /** Named settlements; null: none. */
  settlements: z
    .object({
      places: z
        .array(z.string().max(40))
        .max(20)
        .nullable()
        .describe('Kinds of place, as «town» or «village»; null: all'),
      area: AnyGeometry.nullable().describe('A GeoJSON polygon; null: everywhere'),
      maxBorderMetres: z
        .number()
        .min(0)
        .max(200_000)
        .nullable()
        .describe('Not farther than this from the border, straight distance'),
    })
    .nullable(),
  /** Mapped tracks and ferries over the border. */
  crossings: z.boolean(),
  points: z
    .array(z.object({ id: z.string().min(1).max(80), name: Name, position: Position, cost: Cost.nullable() }))
    .max(MOST_CANDIDATES),
})
export const SitingInput = AskedCoverage.extend({
  model: SitingModel,
  demand: SitingDemand,
  candidates: SitingPlaces,
  /** At most so many new posts; null: as many as the budget pays for. */
  count: z.number().int().min(1).max(MOST_NEW_POSTS).nullable(),
  budget: Cost.nullable().describe('Whole units of money; null: counts alone'),
  costs: z
    .object({ settlement: Cost, crossing: Cost, point: Cost })
    .default({ settlement: 1, crossing: 1, point: 1 })
    .describe('What a post costs by the kind of its place; a point may have its own'),
  /** The posts of the question stay; false: as if there were none. */
  keepPosts: z.boolean().default(true),
  seconds: z.number().min(0.5).max(60).default(10).describe('How long the exact solver may take'),
})
export type SitingInput = z.input<typeof SitingInput>

/** `SitingCandidate` of geodata. */
export const SitingCandidate = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['settlement', 'crossing', 'point']),
  position: Position,
  cost: z.number(),
})
export const SitingSet = z.object({
  candidateIds: z.array(z.string()),
  /** In `unit`: covered metres, crossings or persons; of `median` the mean, of `centre` the longest, in seconds. */
  value: z.number(),
})
/** With `Accept: application/x-ndjson` one on each line: the greedy answer first, the exact one last. */
export const SitingAnswer = z
  .object({
    model: SitingModel,
    demand: SitingDemand,
    isLast: z.boolean(),
    /** `optimal`: proven; `gap`: the time was up, the bound tells how far it may be; `heuristic`: quick, with a bound. */
    status: z.enum(['optimal', 'gap', 'heuristic']),
    unit: z.enum(['metres', 'crossings', 'persons', 'seconds']),
    /** With the posts that stay, before any new one; null where nothing is served (median, centre). */
    valueBefore: z.number().nullable(),
    value: z.number(),
    /** No set is better than this. */
    bound: z.number(),
    /** How far `value` may be from the best, 0–1. */
    gapShare: z.number(),
    /** In the order of their gain. */
    places: z.array(SitingCandidate.extend({ gain: z.number() })),
    cost: z.number(),
    /** The best for 1, 2, … new posts. */
    curve: z.array(SitingSet.extend({ count: z.number().int(), bound: z.number(), isOptimal: z.boolean() })),
    /** The best other set of places, and by which share it is worse; null where there is none. */
    runnerUp: SitingSet.extend({ worseShare: z.number(), isOptimal: z.boolean() }).nullable(),
    greedy: SitingSet.nullable(),
    demandCount: z.number().int(),
    demandWeight: z.number(),
    /** Of `demandWeight`: what no candidate and no post comes to at all. */
    unreachableWeight: z.number(),
    candidateCount: z.number().int(),
    /** Candidates on no road. */
    leftOutCandidateIds: z.array(z.string()),
    computeMilliseconds: z.number(),
  })
  .meta({ id: 'SitingAnswer' })
export type SitingAnswer = z.infer<typeof SitingAnswer>

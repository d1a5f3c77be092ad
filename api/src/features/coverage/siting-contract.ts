import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { AskedCoverage, Name } from './question-contract.ts'

/** More candidate places are refused. */
export const MOST_CANDIDATES = 1000
export const MOST_NEW_POSTS = 30
/** Longer lists are not read at all; those between are refused with their count. */
const MOST_POINTS = 10_000

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
    .max(MOST_POINTS),
})
/** How a siting is asked, apart from the coverage on which it rests. */
export const SitingFields = z.object({
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
  unknownPopulation: z
    .number()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('What a settlement counts whose population is not known; of `population` alone'),
  /** The posts of the question stay; false: as if there were none. */
  keepPosts: z.boolean().default(true),
  seconds: z.number().min(0.5).max(120).default(20).describe('How long the exact solver may take'),
})
export const SitingInput = AskedCoverage.extend(SitingFields.shape)
export type SitingInput = z.input<typeof SitingInput>
export type SitingQuestion = z.output<typeof SitingInput>

/** `SitingCandidate` of geodata. */
export const SitingCandidate = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['settlement', 'crossing', 'point']),
    position: Position,
    cost: z.number(),
  })
  .meta({ id: 'SitingCandidate' })
/** Null: there is no figure, nobody comes at all. */
const Figure = z.number().nullable()
/** `SitingValue` of geodata. */
const SitingValue = z.object({ objective: Figure, reachedWeight: z.number(), unreachedWeight: z.number() })
/** `SitingNote` of geodata. */
export const SitingNote = z
  .discriminatedUnion('code', [
    z.object({ code: z.enum(['already-covered', 'nothing-to-gain']) }),
    z.object({ code: z.literal('fewer-suffice'), sites: z.number() }),
    z.object({
      code: z.enum(['count-above-candidates', 'useless-candidates', 'unaffordable-candidates']),
      candidates: z.number(),
    }),
    z.object({ code: z.literal('beyond-all'), points: z.number(), weight: z.number() }),
    z.object({ code: z.literal('unreached-seconds-chosen'), seconds: z.number() }),
    z.object({ code: z.literal('not-proven'), why: z.enum(['no-solver', 'time-over', 'too-large']) }),
  ])
  .meta({ id: 'SitingNote' })

/**
 * `SitingAnswer` of geodata, its sites by name. With `Accept: application/x-ndjson` one on each line, each with all that is known so
 * far: the quick one first (`preview`), the whole last (`complete`).
 */
export const SitingAnswer = z
  .object({
    stage: z.enum(['preview', 'sites', 'runner-up', 'complete']),
    model: SitingModel,
    demand: SitingDemand,
    /** Of the weights, and of the objective of `covering`; that of `median` and `centre` is in seconds. */
    unit: z.enum(['metres', 'crossings', 'persons']),
    /** In the order in which they bring most. */
    places: z.array(SitingCandidate.extend({ gain: Figure, objective: Figure })),
    cost: z.number(),
    before: SitingValue,
    value: SitingValue,
    totalWeight: z.number(),
    bound: Figure,
    gap: Figure,
    isOptimal: z.boolean(),
    provenBy: z.enum(['bound', 'solver']).nullable(),
    runnerUp: z
      .object({
        places: z.array(SitingCandidate),
        objective: Figure,
        unreachedWeight: z.number(),
        behind: Figure,
        behindShare: Figure,
        isOptimal: z.boolean(),
      })
      .nullable(),
    curve: z.array(
      z.object({
        count: z.number().int(),
        objective: Figure,
        unreachedWeight: z.number(),
        bound: Figure,
        isOptimal: z.boolean(),
      }),
    ),
    notes: z.array(SitingNote),
    demandCount: z.number().int(),
    candidateCount: z.number().int(),
    /** On no road: no post can stand there. */
    leftOut: z.array(SitingCandidate),
    computeMilliseconds: z.number(),
  })
  .meta({ id: 'SitingAnswer' })
export type SitingAnswer = z.infer<typeof SitingAnswer>

/** A siting as a record keeps it: its places as they were chosen, so that it can be searched again. */
export const KeptSiting = z.object({
  candidates: z.array(SitingCandidate),
  ask: SitingFields.pick({
    model: true,
    demand: true,
    count: true,
    budget: true,
    seconds: true,
    unknownPopulation: true,
  }),
  keepsPosts: z.boolean(),
  answer: SitingAnswer.omit({ computeMilliseconds: true }).meta({ id: 'KeptSitingAnswer' }),
})
export type KeptSiting = z.infer<typeof KeptSiting>

import { GROUNDS, HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { NetworkQuery } from '../../contract-kit/network.ts'
import { Day } from '../../contract-kit/time.ts'

/** More are refused, with these figures. */
export const MOST_POSTS = 500
export const MOST_CHANGES = 200
export const MOST_BUILT_ROADS = 20
export const MOST_ROAD_POSITIONS = 500

export const Name = z.string().trim().min(1).max(200)
export const Minutes = z.number().min(1).max(1440)

/** `BorderAccess` of geodata. */
export const BorderAccess = z.object({
  maxMetres: z
    .number()
    .min(0)
    .max(10_000)
    .describe('Border farther than this from every reached road is out of reach, straight distance'),
  kmh: z
    .number()
    .min(0.5)
    .max(120)
    .nullable()
    .describe('Speed of the patrol off the road; null: the stretch off the road takes no time'),
})
export const DEFAULT_ACCESS = { maxMetres: 2000, kmh: null } as const

/** The day, the vehicle and the permissions of a question to the roads, as `GET /ways` has them. */
export const Network = NetworkQuery.prefault({})

/** What coverage is measured for; the posts are those of the caller's rows. */
export const CoverageQuestion = z
  .object({
    network: Network,
    minutes: Minutes.default(60),
    access: BorderAccess.default(DEFAULT_ACCESS),
    includeUnconfirmed: z.boolean().default(false).describe('Count posts whose position is not confirmed'),
    postIds: z
      .array(z.uuid())
      .max(MOST_POSTS)
      .nullable()
      .default(null)
      .describe('Null: every operational post that is not archived'),
  })
  .meta({ id: 'CoverageQuestion' })
export type CoverageQuestion = z.infer<typeof CoverageQuestion>

/** Of what a scenario supposes, chosen by whoever writes it: too short to name anything that is stored. */
const SupposedId = z.string().regex(/^[a-z0-9]{1,16}$/)

/** `CoverageChange` of geodata. */
export const CoverageChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('post-opens'), postId: z.uuid() }),
    z.object({ kind: z.literal('place-opens'), placeId: SupposedId, name: Name, position: Position }),
    z.object({ kind: z.literal('post-closes'), postId: z.uuid() }),
    z.object({ kind: z.literal('works-done'), contractId: z.uuid(), on: Day }),
    z.object({
      kind: z.literal('road-built'),
      roadId: SupposedId,
      name: Name,
      highway: z.enum(HIGHWAYS).exclude(['gap', 'river', 'ferry']),
      ground: z.enum(GROUNDS).nullable(),
      coordinates: z.array(Position).max(MOST_ROAD_POSITIONS),
    }),
    z.object({ kind: z.literal('road-cut'), cutId: SupposedId, name: Name, position: Position }),
    z.object({ kind: z.literal('closure-lifted'), closureId: z.uuid() }),
  ])
  .meta({ id: 'CoverageChange' })
export type CoverageChange = z.infer<typeof CoverageChange>
export const CoverageChanges = z.array(CoverageChange).max(MOST_CHANGES)

/** Of a question that is not kept, or of a scenario: then its question, unless another is given, and its changes. */
export const AskedCoverage = z.object({
  question: CoverageQuestion.optional(),
  scenarioId: z.uuid().optional(),
  changes: CoverageChanges.optional().describe('After those of the scenario'),
})
export type AskedCoverage = z.infer<typeof AskedCoverage>

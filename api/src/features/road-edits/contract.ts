import { GROUNDS, HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { z } from 'zod'
import { AnyGeometry, BboxParam } from '../../contract-kit/geojson.ts'
import { PageQuery, page } from '../../contract-kit/page.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

export const EditKind = z.enum(['add', 'change', 'remove'])
export type EditKind = z.infer<typeof EditKind>
export const EditState = z.enum(['proposed', 'accepted', 'rejected'])
export type EditState = z.infer<typeof EditState>

/** Classes that people may give to a road; connectors and open water are not drawn. */
export const EditHighway = z.enum(HIGHWAYS).exclude(['gap', 'river'])
export const EditGround = z.enum(GROUNDS)

export const RoadEditsQuery = PageQuery.extend({
  state: EditState.optional(),
  bbox: BboxParam.optional().describe('Those whose envelope meets it: west,south,east,north'),
})
export type RoadEditsQuery = z.infer<typeof RoadEditsQuery>

export const RoadEdit = z.object({
  id: z.uuid(),
  kind: EditKind,
  geometry: AnyGeometry,
  lengthMetres: z.number(),
  highway: z.enum(HIGHWAYS).nullable(),
  ground: EditGround.nullable(),
  name: z.string().nullable(),
  /** First and last day on which it holds; null = open. */
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  state: EditState,
  origin: z.enum(['drawn', 'track']),
  /** The track that it was taken from; null when it was drawn, or the caller may not see it. */
  trackId: z.uuid().nullable(),
  /** What the track tells of it; null as `trackId`. */
  evidence: z.object({ points: z.number().int(), meanKmh: z.number().nullable() }).nullable(),
  /** Null when the caller may not see it. */
  note: z.string().nullable(),
  proposedAt: Instant,
  proposedBy: z.string().nullable(),
  isOwn: z.boolean(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  withheld: z.array(z.enum(['note', 'trackId', 'evidence', 'proposedBy', 'decidedBy'])),
})
export type RoadEdit = z.infer<typeof RoadEdit>
export const RoadEdits = page(RoadEdit)

export const RoadEditParams = z.object({ editId: z.uuid() })

const Fields = z.object({
  /** A GeoJSON line. Any JSON is let through here: the rule answers with what is wrong with it. */
  geometry: z.unknown(),
  highway: EditHighway.nullable(),
  ground: EditGround.nullable(),
  name: z.string().trim().min(1).max(200).nullable(),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  note: z.string().max(2000),
})

export const RoadEditInput = Fields.partial({
  highway: true,
  ground: true,
  name: true,
  validFrom: true,
  validUntil: true,
  note: true,
}).extend({
  kind: EditKind,
  /** Chosen by who draws: the same drawing sent again is kept once. */
  id: z.uuid().optional(),
})
export type RoadEditInput = z.infer<typeof RoadEditInput>

/** A change names the version that it was made on: a stale one gets a 409. */
export const RoadEditChangeInput = Fields.partial().extend({ version: z.number().int() })
export type RoadEditChangeInput = z.infer<typeof RoadEditChangeInput>
export const VersionInput = z.object({ version: z.number().int() })

/** What an edit was before a change; null before its first version. */
export const RoadEditHistory = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      action: z.enum(['created', 'updated', 'accepted', 'rejected', 'restored']),
      changedAt: Instant,
      changedBy: z.string().nullable(),
      before: z
        .object({
          state: EditState,
          geometry: AnyGeometry,
          highway: z.string().nullable(),
          ground: z.string().nullable(),
          name: z.string().nullable(),
          validFrom: z.string().nullable(),
          validUntil: z.string().nullable(),
          note: z.string(),
        })
        .nullable(),
    }),
  ),
})
export type RoadEditHistory = z.infer<typeof RoadEditHistory>

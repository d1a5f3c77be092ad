import { HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { z } from 'zod'
import { featureCollection } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

const Metres = z.number().min(0)
const Count = z.number().int().min(0)
const CountByReason = z.record(z.string(), Count)
const Highway = z.enum(HIGHWAYS)

/** What was made of an extract, and what was left out of it and why. */
export const NetworkReport = z.object({
  nodesRead: Count,
  waysRead: Count,
  waysKept: Count,
  edges: Count,
  nodes: Count,
  lengthMetres: Metres,
  metresByClass: z.partialRecord(Highway, Metres),
  /** Barriers that stop someone, and fords, on nodes. */
  barriers: Count,
  fords: Count,
  restrictions: Count,
  waysLeftOut: CountByReason,
  /** Values of `highway` that are no road class. */
  otherClasses: CountByReason,
  nodesMissing: Count,
  waysCut: Count,
  restrictionsLeftOut: CountByReason,
  /** Ways whose access holds at times only, which is not read. */
  conditionalWays: Count,
  /** Roads of unknown course and gaps of the map that find no road in this version to begin or end at. */
  documentedLeftOut: Count,
  gapsLeftOut: Count,
})
export type NetworkReport = z.infer<typeof NetworkReport>

const Lengths = {
  formerMetres: Metres,
  latterMetres: Metres,
  addedMetres: Metres,
  removedMetres: Metres,
  reclassedMetres: Metres,
}

/** What a version changes, overall and by class; reclassed roads are told under their new class. */
export const NetworkFigures = z.object({
  ...Lengths,
  byClass: z.array(z.object({ highway: Highway, ...Lengths })),
})
export type NetworkFigures = z.infer<typeof NetworkFigures>

export const NetworkState = z.enum(['candidate', 'accepted', 'discarded'])

/** A version of the road network. */
export const RoadNetworkVersion = z.object({
  id: z.number().int(),
  label: z.string(),
  source: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** Null when the caller may not see it. */
  sourceFileName: z.string().nullable(),
  sourceSha256: z.string().nullable(),
  /** Up to when the source was kept, as it says itself. */
  dataAt: Instant.nullable(),
  /** From this day on the roads are as in this version. */
  validFrom: Day,
  state: NetworkState,
  /** Its roads are those of today. */
  isInService: z.boolean(),
  /** Null for the bundled version. */
  report: NetworkReport.nullable(),
  /** The version that it was compared with, and what it changes. */
  comparedWith: z.number().int().nullable(),
  figures: NetworkFigures.nullable(),
  /** It was compared with the version that it would replace now: else it has to be compared anew before it is accepted. */
  isComparisonCurrent: z.boolean(),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
})
export type RoadNetworkVersion = z.infer<typeof RoadNetworkVersion>

export const RoadNetworks = z.object({ items: z.array(RoadNetworkVersion) })
export type RoadNetworks = z.infer<typeof RoadNetworks>

export const NetworkParams = z.object({ networkId: z.coerce.number().int() })

/** The longest stretches that a version adds, removes or gives another class. */
export const NetworkChanges = featureCollection(
  z.object({
    kind: z.enum(['added', 'removed', 'reclassed']),
    /** The class in this version; null where the stretch was removed. */
    highway: Highway.nullable(),
    /** The class in the version that it replaces; null where the stretch was added. */
    formerHighway: Highway.nullable(),
    lengthMetres: Metres,
  }),
)
export type NetworkChanges = z.infer<typeof NetworkChanges>

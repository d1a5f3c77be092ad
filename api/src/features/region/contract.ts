import { z } from 'zod'
import { featureCollection } from '../../contract-kit/geojson.ts'
import { PhysicalStatus } from '../posts/contract.ts'

/** The figures that are painted first. */
export const Overview = z.object({
  isDemonstration: z.boolean(),
  dataDate: z.string().nullable(),
  postCount: z.number().int(),
  postsByStatus: z.array(z.object({ status: PhysicalStatus, count: z.number().int() })),
  unconfirmedPositionCount: z.number().int(),
  borderMetres: z.number().describe('Geodesic length of the border of Guidimakha'),
  borderByNeighbour: z.array(z.object({ neighbour: z.string(), lengthMetres: z.number() })),
  geometryVersion: z.string(),
  settlementCount: z.number().int(),
  roadMetres: z.number().describe('Mapped roads and tracks inside Guidimakha'),
  attribution: z.array(z.string()),
})
export type Overview = z.infer<typeof Overview>

export const BorderSegmentProperties = z.object({
  name: z.string(),
  border: z.string(),
  neighbour: z.string(),
  follows: z.string().nullable(),
  moughataa: z.string().nullable(),
  inGuidimakha: z.boolean(),
  lengthMetres: z.number(),
  geometryVersion: z.string(),
})
export const BorderSegments = featureCollection(BorderSegmentProperties)
export type BorderSegments = z.infer<typeof BorderSegments>

export const AdminUnitsQuery = z.object({ level: z.coerce.number().int().min(1).max(3).default(2) })
export const AdminUnitProperties = z.object({
  name: z.string(),
  level: z.number().int(),
  parentPcode: z.string().nullable(),
  areaSquareKilometres: z.number(),
})
export const AdminUnits = featureCollection(AdminUnitProperties)
export type AdminUnits = z.infer<typeof AdminUnits>

export const EvidenceProperties = z.object({
  name: z.string(),
  nameAr: z.string().nullable(),
  kind: z.string(),
  statusEvidence: z.string(),
  evidence: z.string(),
  sources: z.string(),
  coordMethod: z.string(),
  coordNote: z.string().nullable(),
})
export const EvidenceCollection = featureCollection(EvidenceProperties)
export type EvidenceCollection = z.infer<typeof EvidenceCollection>

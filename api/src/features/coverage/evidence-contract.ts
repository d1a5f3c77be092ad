import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'
import { Coverage } from './measure-contract.ts'
import { AskedCoverage, CoverageChanges, CoverageQuestion, Name } from './question-contract.ts'
import { KeptSiting, SitingAnswer, SitingFields } from './siting-contract.ts'

/** What is kept beside the measure of the question. */
const EvidenceSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measure') }),
  /** The measure of another question as well, under a name of its own, and what differs. */
  z.object({ kind: z.literal('comparison'), against: AskedCoverage, againstName: Name }),
  z.object({ kind: z.literal('siting'), siting: SitingFields }),
])
export type EvidenceSubject = z.infer<typeof EvidenceSubject>
export const CoverageEvidenceInput = AskedCoverage.extend({
  name: Name,
  subject: EvidenceSubject.default({ kind: 'measure' }),
})
export type CoverageEvidenceInput = z.input<typeof CoverageEvidenceInput>
export const CoverageEvidenceParams = z.object({ evidenceId: z.uuid() })
export const EVIDENCE_FORMATS = ['geojson', 'csv', 'pdf'] as const
export const CoverageEvidenceFileParams = CoverageEvidenceParams.extend({ format: z.enum(EVIDENCE_FORMATS) })

export const CoverageEvidenceFileQuery = z.object({
  language: z.enum(['fr', 'en']).default('fr').describe('Of the page'),
})

/** `Coverage` without the lines of its roads, which a record does not keep. */
export const CoverageFigures = Coverage.omit({
  roads: true,
  idleChanges: true,
  computeMilliseconds: true,
}).meta({
  id: 'CoverageFigures',
})
export type CoverageFigures = z.infer<typeof CoverageFigures>

/** What the figures were made from. */
export const EvidenceInputs = z.object({
  /** Version of the network, with the SHA-256 of its roads. */
  network: z.object({ id: z.number(), label: z.string(), digest: z.string() }),
  settlementsDigest: z.string(),
  geometryVersion: z.string(),
  borderDigest: z.string(),
  /** SHA-256 of calendars, vehicle, closures, corrections and taught speeds, as they were. */
  groundDigest: z.string(),
  codeVersion: z.string(),
})
export const CoverageEvidenceRow = z.object({
  id: z.uuid(),
  name: z.string(),
  madeAt: Instant,
  /** Name of whoever made it; null when the account is gone. */
  madeBy: z.string().nullable(),
  minutes: z.number(),
  borderMetres: z.number(),
  reachedBorderMetres: z.number(),
  inputs: EvidenceInputs,
  isDemonstration: z.boolean(),
  /** Where posts should stand, in short; null: the record is of no siting. */
  proposal: SitingAnswer.pick({ model: true, unit: true, isOptimal: true })
    .extend({ placeNames: z.array(z.string()), before: z.number().nullable(), after: z.number().nullable() })
    .nullable(),
  /** The measure that is compared with, a record as well; null: the record is of no comparison. */
  against: z.object({ id: z.uuid(), name: z.string(), reachedBorderMetres: z.number() }).nullable(),
})
export type CoverageEvidenceRow = z.infer<typeof CoverageEvidenceRow>
export const CoverageEvidences = z.object({ items: z.array(CoverageEvidenceRow) })
export type CoverageEvidences = z.infer<typeof CoverageEvidences>
export const CoverageEvidence = CoverageEvidenceRow.extend({
  question: CoverageQuestion,
  changes: CoverageChanges,
  figures: CoverageFigures,
  siting: KeptSiting.nullable(),
}).meta({ id: 'CoverageEvidence' })
export type CoverageEvidence = z.infer<typeof CoverageEvidence>

/** The same record measured again. */
export const RecomputedEvidence = z.object({
  isSame: z.boolean(),
  /**
   * Figures that differ, by their place in `figures`, as they were and as they come out now; at most 50, sums first. Those of
   * the proposal begin with `siting`, those of the measure that is compared with with `against`.
   */
  differences: z.array(
    z.object({ figure: z.string(), was: z.string().nullable(), is: z.string().nullable() }),
  ),
  /** Inputs of the record that are no longer there, or are others now. */
  changedInputs: z.array(z.enum(['roads', 'settlements', 'border', 'ground', 'code'])),
  computeMilliseconds: z.number(),
})
export type RecomputedEvidence = z.infer<typeof RecomputedEvidence>

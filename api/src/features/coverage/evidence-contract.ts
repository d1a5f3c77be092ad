import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'
import { Coverage } from './measure-contract.ts'
import { AskedCoverage, CoverageChanges, CoverageQuestion, Name } from './question-contract.ts'

export const CoverageEvidenceInput = AskedCoverage.extend({ name: Name })
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
})
export type CoverageEvidenceRow = z.infer<typeof CoverageEvidenceRow>
export const CoverageEvidences = z.object({ items: z.array(CoverageEvidenceRow) })
export type CoverageEvidences = z.infer<typeof CoverageEvidences>
export const CoverageEvidence = CoverageEvidenceRow.extend({
  question: CoverageQuestion,
  changes: CoverageChanges,
  figures: CoverageFigures,
}).meta({ id: 'CoverageEvidence' })
export type CoverageEvidence = z.infer<typeof CoverageEvidence>

/** The same record measured again. */
export const RecomputedEvidence = z.object({
  isSame: z.boolean(),
  /** Figures that differ, by their place in `figures`, as they were and as they come out now; at most 50, sums first. */
  differences: z.array(
    z.object({ figure: z.string(), was: z.string().nullable(), is: z.string().nullable() }),
  ),
  /** Inputs of the record that are no longer there, or are others now. */
  changedInputs: z.array(z.enum(['roads', 'settlements', 'border', 'ground', 'code'])),
  computeMilliseconds: z.number(),
})
export type RecomputedEvidence = z.infer<typeof RecomputedEvidence>

import { z } from 'zod'
import { PageQuery, page } from '../../contract-kit/page.ts'
import { Instant } from '../../contract-kit/time.ts'

/** Provenance of one load: where it came from, what was taken, what was refused. */
export const ImportRun = z.object({
  id: z.number().int(),
  dataset: z.string(),
  source: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** Null when the caller may not see it. */
  fileName: z.string().nullable(),
  fileSha256: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  status: z.enum(['running', 'loaded', 'failed']),
  rowsRead: z.number().int(),
  rowsLoaded: z.number().int(),
  rowsRejected: z.number().int(),
})
export type ImportRun = z.infer<typeof ImportRun>
export const ImportRunsQuery = PageQuery
export const ImportRuns = page(ImportRun)
export type ImportRuns = z.infer<typeof ImportRuns>

export const ImportReject = z.object({ rowNumber: z.number().int(), reason: z.string(), detail: z.string() })
export type ImportReject = z.infer<typeof ImportReject>
export const ImportRunParams = z.object({ importRunId: z.coerce.number().int() })
export const ImportRejects = page(ImportReject)
export type ImportRejects = z.infer<typeof ImportRejects>

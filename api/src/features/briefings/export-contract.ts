import { z } from 'zod'
import { Instant } from '../../contract-kit/time.ts'
import { AskedAudience, Withheld } from './audience-contract.ts'
import { MOST_SLIDES } from './slide-contract.ts'

/** `pdf-a4`: pages to be read; `pdf-wide`: slides of 16:9; `zip`: a page that opens without a network; `png`: one map. */
export const EXPORT_FORMATS = ['pptx', 'pdf-a4', 'pdf-wide', 'zip', 'png'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

export const ExportInput = z.object({
  format: ExportFormat,
  language: z.enum(['fr', 'en']).default('fr'),
  /** Null: as the caller sees it, with notes. */
  audience: AskedAudience.nullable().default(null),
  /** Of a PNG: which slide, from 1, and on what paper. */
  slide: z.number().int().min(1).max(MOST_SLIDES).default(1),
  paper: z.enum(['a4', 'a3']).default('a4'),
})
export type ExportInput = z.input<typeof ExportInput>

export const ExportParams = z.object({ exportId: z.uuid() })

/** A file that is being made, or was made and is kept for a while. */
export const ExportJob = z
  .object({
    id: z.uuid(),
    briefingId: z.uuid(),
    format: ExportFormat,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** Maps that are drawn, of those that will be; the last step is the file itself. */
    stepsDone: z.number().int(),
    stepCount: z.number().int(),
    /** False: the server has no Chromium, and descriptions stand in the place of the maps. */
    hasMaps: z.boolean(),
    bytes: z.number().int().nullable(),
    /** What the audience does not get. */
    withheld: z.array(Withheld),
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
    /** Until when the file is kept. */
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'BriefingExport' })
export type ExportJob = z.infer<typeof ExportJob>

import { z } from 'zod'

/** RFC 9457 body. `code` is stable; `title` and `detail` are in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  status: z.number().int(),
  instance: z.string().optional(),
  requestId: z.string().optional(),
  errors: z
    .array(
      z.object({
        field: z.string(),
        code: z.string(),
        message: z.string(),
        row: z.number().int().optional(),
      }),
    )
    .optional(),
  /** What the caller needs to go on: the suggested position, the current version of a record, … */
  extra: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>

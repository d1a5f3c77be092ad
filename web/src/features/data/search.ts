import * as z from 'zod/mini'

/** What the address of the data page holds. */
export const dataSearch = z.object({
  /** The open tab; absent: the sources. */
  tab: z.catch(z.optional(z.literal('machine')), undefined),
  /** The import run whose details are open. */
  run: z.catch(z.optional(z.number().check(z.int(), z.gte(0))), undefined),
})
export type DataSearch = z.infer<typeof dataSearch>

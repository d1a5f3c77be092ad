import * as z from 'zod/mini'

/** What the address of the versions of the network holds. */
export const networksSearch = {
  /** Number of the opened version. */
  network: z.catch(z.optional(z.int().check(z.gte(1))), undefined),
}

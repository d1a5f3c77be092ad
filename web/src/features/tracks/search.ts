import * as z from 'zod/mini'

/** What the address of the recorded tracks holds. */
export const tracksSearch = {
  /** Id of the opened track. */
  track: z.catch(z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))), undefined),
}

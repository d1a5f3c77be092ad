import * as z from 'zod/mini'

/** What the address of the closures holds. */
export const closuresSearch = {
  /** Which closures; absent: those that act. */
  which: z.catch(z.optional(z.enum(['coming', 'expired', 'lifted'])), undefined),
  /** Id of the opened closure, or `new` while one is reported. */
  closure: z.catch(z.optional(z.string().check(z.regex(/^([0-9a-f-]{36}|new)$/))), undefined),
  /** The opened closure is being edited. */
  edit: z.catch(z.optional(z.literal(true)), undefined),
}

import * as z from 'zod/mini'

/** What the address of the corrections of the network holds. */
export const roadEditsSearch = {
  /** Which corrections; absent: those that nobody has decided on. */
  decided: z.catch(z.optional(z.enum(['accepted', 'rejected'])), undefined),
  /** Id of the opened correction, or `new` while one is drawn. */
  correction: z.catch(z.optional(z.string().check(z.regex(/^([0-9a-f-]{36}|new)$/))), undefined),
}

import * as z from 'zod/mini'

const id = z.catch(z.optional(z.uuid()), undefined)

/** What the address of the audit of plaques holds. */
export const visibilitySearch = z.object({
  donor: id,
  state: z.catch(z.optional(z.enum(['seen', 'missing', 'damaged', 'wrong', 'unknown'])), undefined),
})

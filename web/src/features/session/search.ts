import * as z from 'zod/mini'

/** What the address of the sign-in page holds. */
export const signInSearch = z.object({
  /** Where one wanted to go; only a path of this house. */
  next: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/), z.maxLength(2000))), undefined),
  /** The code of a refusal with which a provider sent the person back. */
  problem: z.catch(z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))), undefined),
})
export type SignInSearch = z.infer<typeof signInSearch>

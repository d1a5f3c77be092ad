import * as z from 'zod/mini'

const text = (longest: number) =>
  z.catch(z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(cut(longest)))), undefined)

/** What the address of the list of briefings holds. */
export const briefingsSearch = z.object({
  /** Free text in the title. */
  q: text(200),
  /** Archived ones too. */
  archived: z.catch(z.optional(z.literal(true)), undefined),
})

/** The editor. */
export const briefingSearch = z.object({
  /** The slide whose form is open; absent: the list alone. */
  slide: z.catch(z.optional(z.string().check(z.regex(/^[a-z0-9]{1,16}$/))), undefined),
})

function cut(longest: number) {
  return (value: string | number) => String(value).slice(0, longest) || undefined
}

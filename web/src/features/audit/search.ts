import * as z from 'zod/mini'

const text = (longest: number) =>
  z.catch(
    z.optional(
      z.pipe(
        z.union([z.string(), z.number()]),
        z.transform((value) => String(value).slice(0, longest) || undefined),
      ),
    ),
    undefined,
  )
const day = () => z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined)

/** What the address of the journal holds; an absent value does not filter. */
export const auditSearch = {
  action: text(20),
  /** Account of whoever did it. */
  who: text(40),
  /** Kind of the thing that it was done to. */
  subject: text(60),
  /** The one thing that it was done to. */
  subjectId: text(200),
  from: day(),
  to: day(),
  q: text(100),
  /** First line of the page. */
  offset: z.catch(z.optional(z.number().check(z.int(), z.gte(0))), undefined),
}

const schema = z.object(auditSearch)
export type AuditSearch = z.infer<typeof schema>

import * as z from 'zod/mini'
import type { RoadStateAsked } from '../../ui/road-state-choice.tsx'

const flag = () => z.catch(z.optional(z.boolean()), undefined)

/** What the address of the ways page holds. An absent value is the default, so that addresses stay short. */
export const waysSearch = z.object({
  /** Stops separated by «;»: a post id, or lon,lat; an empty one is still to be chosen. */
  stops: z.catch(z.optional(z.string().check(z.maxLength(2000))), undefined),
  by: z.catch(z.optional(z.enum(['time', 'distance'])), undefined),
  crossing: flag(),
  documented: flag(),
  presumed: flag(),
  /** Areas to avoid: rings of «lon,lat» separated by «;», areas separated by «|». */
  avoid: z.catch(z.optional(z.string().check(z.maxLength(4000))), undefined),
  /** Vehicle that waits on the far side of a crossing by pirogue; absent: no such crossing. */
  onward: z.catch(z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))), undefined),
  /** Which of the other ways is taken, counted from 1; absent: the proposed one. */
  other: z.catch(z.optional(z.number().check(z.gte(1), z.lte(3))), undefined),
  presumedMetres: z.catch(z.optional(z.number().check(z.gte(0), z.lte(20_000))), undefined),
})
export type WaysSearch = z.infer<typeof waysSearch>
/** With the day and the vehicle, which every page keeps. */
export type WaysQuestion = WaysSearch & RoadStateAsked

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
  presumedMetres: z.catch(z.optional(z.number().check(z.gte(0), z.lte(20_000))), undefined),
})
export type WaysSearch = z.infer<typeof waysSearch>
/** With the day and the vehicle, which every page keeps. */
export type WaysQuestion = WaysSearch & RoadStateAsked

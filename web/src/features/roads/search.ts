import * as z from 'zod/mini'
import type { RoadStateAsked } from '../../ui/road-state-choice.tsx'

const flag = () => z.catch(z.optional(z.boolean()), undefined)

/** What the address of the state of the roads holds. An absent value is the default, so that addresses stay short. */
export const roadsSearch = z.object({
  /** The day to compare with; absent: the dry season without closures. */
  against: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), undefined),
  /** What the map draws; absent: the state of the day. */
  show: z.catch(z.optional(z.literal('difference')), undefined),
  crossing: flag(),
  documented: flag(),
  presumed: flag(),
  presumedMetres: z.catch(z.optional(z.number().check(z.gte(0), z.lte(20_000))), undefined),
})
export type RoadsSearch = z.infer<typeof roadsSearch>
/** With the day and the vehicle, which every page keeps. */
export type RoadsQuestion = RoadsSearch & RoadStateAsked

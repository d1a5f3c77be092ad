import * as z from 'zod/mini'
import type { RoadStateAsked } from '../../ui/road-state-choice.tsx'

const flag = () => z.catch(z.optional(z.boolean()), undefined)
const metres = () => z.catch(z.optional(z.number().check(z.gte(0), z.lte(20_000))), undefined)

/** What the address of the coverage page holds. An absent value is the default, so that addresses stay short. */
export const coverageSearch = z.object({
  /** What is asked; absent: the reach of the posts. */
  question: z.catch(z.optional(z.enum(['isochrones', 'nearest'])), undefined),
  /** Where isochrones start: a post id, or lon,lat. */
  from: z.catch(z.optional(z.string().check(z.maxLength(60))), undefined),
  /** Post ids separated by commas; absent: every operational post. */
  posts: z.catch(z.optional(z.string().check(z.maxLength(4000))), undefined),
  minutes: z.catch(z.optional(z.number().check(z.gte(1), z.lte(1440))), undefined),
  offRoadMetres: metres(),
  crossing: flag(),
  documented: flag(),
  presumed: flag(),
  presumedMetres: metres(),
  includeUnconfirmed: flag(),
})
export type CoverageSearch = z.infer<typeof coverageSearch>
/** With the day and the vehicle, which every page keeps. */
export type CoverageQuestion = CoverageSearch & RoadStateAsked

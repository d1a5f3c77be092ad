import * as z from 'zod/mini'
import type { RoadStateAsked } from '../../ui/road-state-choice.tsx'
import { scenarioFields } from './scenarios/scenario-search.ts'

const flag = () => z.catch(z.optional(z.boolean()), undefined)
const metres = (most: number) => z.catch(z.optional(z.number().check(z.gte(0), z.lte(most))), undefined)

/** What the address of the coverage page holds. An absent value is the default, so that addresses stay short. */
export const coverageSearch = z.object({
  /** What is asked; absent: the measures of the posts. */
  question: z.catch(
    z.optional(z.enum(['isochrones', 'nearest', 'scenarios', 'siting', 'evidence'])),
    undefined,
  ),
  /** Where isochrones start: a post id, or lon,lat. */
  from: z.catch(z.optional(z.string().check(z.maxLength(60))), undefined),
  /** Post ids separated by commas; absent: every operational post. */
  posts: z.catch(z.optional(z.string().check(z.maxLength(4000))), undefined),
  minutes: z.catch(z.optional(z.number().check(z.gte(1), z.lte(1440))), undefined),
  /** How far off the road border and settlements count. */
  offRoadMetres: metres(10_000),
  /** How one goes on off the road; absent: that time is not counted. */
  offRoad: z.catch(z.optional(z.enum(['foot', 'vehicle'])), undefined),
  crossing: flag(),
  documented: flag(),
  presumed: flag(),
  presumedMetres: metres(20_000),
  includeUnconfirmed: flag(),
  /** Which part of the figures is open; absent: the border. */
  part: z.catch(z.optional(z.enum(['places', 'posts', 'method'])), undefined),
  /** By what the border is coloured; absent: by minutes. */
  colour: z.catch(z.optional(z.enum(['posts'])), undefined),
  /** The time at places beside the border is drawn too. */
  surface: flag(),
  /** The chosen place of the border: a segment and metres along it. */
  spot: z.catch(z.optional(z.string().check(z.regex(/^[\w-]{1,60}~\d{1,7}$/))), undefined),
  ...scenarioFields,
})
export type CoverageSearch = z.infer<typeof coverageSearch>
/** With the day and the vehicle, which every page keeps. */
export type CoverageQuestion = CoverageSearch & RoadStateAsked

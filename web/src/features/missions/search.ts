import * as z from 'zod/mini'

export const MISSION_TABS = ['plan', 'demand', 'costs', 'documents', 'day'] as const
export type MissionTab = (typeof MISSION_TABS)[number]

const text = (longest: number) =>
  z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(longest))), undefined)
const day = () => z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))), undefined)

/** What the address of the list of missions holds. */
export const missionsSearch = z.object({
  /** A status, or absent: all. */
  status: text(20),
})
export type MissionsSearch = z.infer<typeof missionsSearch>

/** The page of a mission. */
export const missionSearch = z.object({
  /** Absent: the plan. */
  tab: z.catch(z.optional(z.enum(MISSION_TABS)), undefined),
  /** The day that is looked at on map and profile; absent: all days. */
  day: day(),
  team: text(80),
  /** The plan in the place of the map, days side by side. */
  view: z.catch(z.optional(z.literal('table')), undefined),
})
export type MissionSearch = z.infer<typeof missionSearch>

/** Choosing what to visit. */
export const prepareSearch = z.object({
  /** Due on this day; absent: today. */
  on: day(),
})

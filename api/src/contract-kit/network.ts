import { z } from 'zod'

/** How far the network may be trusted: on a map · published but of unknown course · guessed across a gap. */
export const RoadGrade = z.enum(['mapped', 'documented', 'presumed'])
export const Surface = z.enum(['road', 'track', 'ferry'])
export type RoadGrade = z.infer<typeof RoadGrade>
export type Surface = z.infer<typeof Surface>

const Flag = z.enum(['true', 'false'])
/** The permissions that every question to the road network carries. */
export const NetworkQuery = z.object({
  crossing: Flag.default('false').describe('Allow leaving Mauritania, and ferries'),
  documented: Flag.default('true').describe('Use published roads whose course is unknown'),
  presumed: Flag.default('false').describe('Use connectors across the gaps of the map'),
  presumedMetres: z.coerce
    .number()
    .min(0)
    .max(20_000)
    .default(15_000)
    .describe('Longest gap that a presumed connector may bridge'),
})
export type NetworkQuery = z.infer<typeof NetworkQuery>

import * as z from 'zod/mini'
import { SETTING_TABS } from './setting-kind.ts'

/** What the address of the settings holds. */
export const missionSettingsSearch = z.object({
  /** Absent: the rules. */
  part: z.catch(z.optional(z.enum(SETTING_TABS)), undefined),
  /** The row that is open, or `new`. */
  row: z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(40))), undefined),
})

import * as z from 'zod/mini'
import { auditSearch } from '../features/audit/search.ts'

/** What the address of the administration holds. */
export const adminSearch = z.object({
  /** The open tab; absent: the first one that the person may open. */
  tab: z.catch(z.optional(z.enum(['accounts', 'journal', 'settings', 'backups'])), undefined),
  ...auditSearch,
})

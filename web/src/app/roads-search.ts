import * as z from 'zod/mini'
import { closuresSearch } from '../features/road-state/search.ts'
import { roadsSearch } from '../features/roads/search.ts'

/** What the address of the roads holds. */
export const roadsPageSearch = z.object({
  /** The open tab; absent: the state of a day. */
  tab: z.catch(z.optional(z.enum(['closures', 'settings'])), undefined),
  ...closuresSearch,
  ...roadsSearch.shape,
})

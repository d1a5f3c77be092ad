import * as z from 'zod/mini'
import { networksSearch } from '../features/networks/search.ts'
import { roadEditsSearch } from '../features/road-edits/search.ts'
import { closuresSearch } from '../features/road-state/search.ts'
import { roadsSearch } from '../features/roads/search.ts'
import { tracksSearch } from '../features/tracks/search.ts'

/** What the address of the roads holds. */
export const roadsPageSearch = z.object({
  /** The open tab; absent: the state of a day. */
  tab: z.catch(z.optional(z.enum(['closures', 'edits', 'networks', 'settings'])), undefined),
  /** Which part of completing the network; absent: the corrections. */
  part: z.catch(z.optional(z.literal('tracks')), undefined),
  ...closuresSearch,
  ...networksSearch,
  ...roadEditsSearch,
  ...roadsSearch.shape,
  ...tracksSearch,
})

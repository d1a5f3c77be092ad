import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'

export const SearchQuery = z.object({
  q: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(12),
})
export type SearchQuery = z.infer<typeof SearchQuery>

export const SearchHit = z.object({
  type: z.enum(['post', 'settlement', 'admin-unit', 'place']),
  id: z.string(),
  name: z.string(),
  /** The spelling that matched, when it is not the main name. */
  matchedName: z.string().nullable(),
  /** Kind of place in the source's words (village, hamlet, commune, well…). */
  kind: z.string(),
  context: z.string().describe('Moughataa, commune or country, to tell namesakes apart'),
  position: Position.nullable(),
  isDemonstration: z.boolean(),
})
export type SearchHit = z.infer<typeof SearchHit>
export const SearchHits = z.object({ items: z.array(SearchHit) })
export type SearchHits = z.infer<typeof SearchHits>

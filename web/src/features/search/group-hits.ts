import type { SearchHit } from '@borne/api/contracts/search'

export interface HitGroup {
  readonly type: SearchHit['type']
  readonly hits: readonly SearchHit[]
}

const ORDER: readonly SearchHit['type'][] = ['post', 'settlement', 'admin-unit', 'place']

/** Posts first, then places by kind; inside a group the order of the server, best first. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  return ORDER.map((type) => ({ type, hits: hits.filter((hit) => hit.type === type) })).filter(
    (group) => group.hits.length > 0,
  )
}

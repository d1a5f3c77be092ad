import type { BorderPostSummary, BorderPosts } from '@borne/api/contracts/posts'

/** One post as the list, the table and the map show it. */
export interface PostRow extends BorderPostSummary {
  readonly id: string
  readonly position: [number, number] | null
}

export function toPostRows(posts: BorderPosts): PostRow[] {
  return posts.features.map(({ id, geometry, properties }) => ({
    ...properties,
    id: String(id),
    position: geometry?.type === 'Point' ? (geometry.coordinates.slice(0, 2) as [number, number]) : null,
  }))
}

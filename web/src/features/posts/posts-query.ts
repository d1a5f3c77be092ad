import type { BorderPostDetail, BorderPosts, PostChange } from '@borne/api/contracts/posts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { toPostRows } from './post-row.ts'

/** The register is small: it comes whole, and the filters work on it at once. */
export function postsQuery(withArchived = false) {
  const asked = withArchived ? archivedToo : borderPostsQuery
  return queryOptions({ ...asked, select: toRegister, placeholderData: keepPreviousData })
}

const archivedToo = {
  queryKey: [...borderPostsQuery.queryKey, 'archived'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<BorderPosts>('/api/posts', { limit: 1000, includeArchived: true }, signal),
}

export function postQuery(postId: string) {
  return queryOptions({
    queryKey: ['post', postId],
    queryFn: ({ signal }) =>
      getJson<BorderPostDetail>(`/api/posts/${encodeURIComponent(postId)}`, {}, signal),
  })
}

/** @param state Changes whenever the post does, so that the history follows. */
export function postChangesQuery(postId: string, limit: number, state: string) {
  return queryOptions({
    queryKey: ['post', postId, 'changes', limit, state],
    queryFn: ({ signal }) =>
      getJson<{ items: PostChange[]; total: number }>(
        `/api/posts/${encodeURIComponent(postId)}/changes`,
        { limit },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

function toRegister(posts: BorderPosts) {
  return { posts: toPostRows(posts), attribution: posts.attribution }
}

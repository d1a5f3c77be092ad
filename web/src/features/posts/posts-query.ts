import type { BorderPostDetail, BorderPosts, PostChange } from '@borne/api/contracts/posts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { toPostRows } from './post-row.ts'

/** The register is small: it comes whole, and the filters work on it at once. */
const MOST_POSTS = 1000

export function postsQuery(includeArchived = false) {
  return queryOptions({
    queryKey: ['posts', { includeArchived }],
    queryFn: ({ signal }) =>
      getJson<BorderPosts>(
        '/api/posts',
        { limit: MOST_POSTS, includeArchived: includeArchived || undefined },
        signal,
      ),
    select: toRegister,
    placeholderData: keepPreviousData,
  })
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

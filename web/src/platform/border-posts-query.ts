import type { BorderPosts } from '@borne/api/contracts/posts'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from './api.ts'

/** Every post of the register that is not archived: what a page needs to let one choose among them. */
export const borderPostsQuery = queryOptions({
  queryKey: ['border-posts'],
  queryFn: ({ signal }) => getJson<BorderPosts>('/api/posts', { limit: 1000 }, signal),
})

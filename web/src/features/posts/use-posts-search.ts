import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { PostsSearch } from './search.ts'

const PARTS = [
  'status',
  'kind',
  'moughataa',
  'q',
  'unconfirmed',
  'archived',
  'sort',
  'view',
  'cols',
  'post',
] as const satisfies readonly (keyof PostsSearch)[]

/** The filters and view of the posts pages in the address, the same object while the map moves; and a change of them. */
export function usePostsSearch() {
  const search: PostsSearch = useSearch({
    strict: false,
    select: (all: PostsSearch) => Object.fromEntries(PARTS.map((part) => [part, all[part]])) as PostsSearch,
    structuralSharing: true,
  })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<PostsSearch>) => {
      void navigate({ to: '.', search: (old) => ({ ...old, ...patch }), replace: true })
    },
    [navigate],
  )
  return { search, change }
}

/** Opens a post's page; the list that is left remembers which one, for the way back. */
export function useOpenPost() {
  const navigate = useNavigate()
  return useCallback(
    async (postId: string) => {
      await navigate({ to: '.', search: (old) => ({ ...old, post: postId }), replace: true })
      await navigate({
        to: '/posts/$postId',
        params: { postId },
        search: (old) => ({ ...old, post: undefined, photo: undefined }),
      })
    },
    [navigate],
  )
}

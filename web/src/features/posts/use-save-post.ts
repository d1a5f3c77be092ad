import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../platform/api.ts'

/** Puts the post that the server answered in the place of the old one, and has the lists read again. */
export function keepAnswer(client: QueryClient, post: BorderPostDetail): void {
  client.setQueryData(['post', post.id], post)
  void client.invalidateQueries({ queryKey: ['border-posts'] })
  void client.invalidateQueries({ queryKey: ['overview'] })
}

interface Write {
  method: 'POST' | 'PATCH' | 'DELETE'
  /** After `/api/posts`. */
  path: string
  body?: unknown
}

/** A change of a post: what the server answers is kept everywhere it is shown. */
export function useSavePost() {
  const client = useQueryClient()
  return useMutation<BorderPostDetail, Error, Write>({
    mutationFn: ({ method, path, body }) => sendJson<BorderPostDetail>(method, `/api/posts${path}`, body),
    onSuccess: (post) => keepAnswer(client, post),
  })
}

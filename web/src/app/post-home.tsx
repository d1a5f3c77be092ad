import { lazy, Suspense } from 'react'
import { PostPage } from '../features/posts/post-page.tsx'
import { usePermission } from '../platform/use-permission.ts'
import { Skeleton } from '../ui/states.tsx'

const PostWorks = lazy(async () => ({
  default: (await import('../features/works/post-works.tsx')).PostWorks,
}))

/** The page of a post, with its works for whoever sees them. */
export function PostHome() {
  const seesWorks = usePermission('works.read')
  return (
    <PostPage
      renderWorks={
        seesWorks
          ? (postId) => (
              <Suspense fallback={<Skeleton />}>
                <PostWorks postId={postId} />
              </Suspense>
            )
          : undefined
      }
    />
  )
}

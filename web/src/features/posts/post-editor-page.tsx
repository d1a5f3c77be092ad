import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { PostEditor } from './post-editor.tsx'
import { postMessages } from './post-messages.ts'
import { postQuery } from './posts-query.ts'

/** The form of a new post, or of one that exists: then it is opened on the version that the server has now. */
export function PostEditorPage() {
  const postId = useParams({ strict: false }).postId
  const position = useSearch({ strict: false, select: (search) => search.position })
  if (postId) return <EditPost key={postId} postId={postId} />
  return <PostEditor post={null} position={readPosition(position)} />
}

function EditPost({ postId }: { postId: string }) {
  const m = useMessages(postMessages)
  const {
    data: post,
    error,
    isFetchedAfterMount,
    refetch,
  } = useQuery({
    ...postQuery(postId),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  })
  if (post && isFetchedAfterMount) return <PostEditor post={post} position={null} />
  return (
    <Panel title={post?.name ?? m.edit}>
      {error ? (
        <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </Panel>
  )
}

function readPosition(text: string | undefined): [number, number] | null {
  const [lon, lat] = (text ?? '').split(',').map(Number)
  return text && Number.isFinite(lon) && Number.isFinite(lat) ? [lon!, lat!] : null
}

import type { BorderPostDetail } from '@borne/api/contracts/posts'
import { IconArrowLeft, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass, IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { ArchiveActions } from './archive-actions.tsx'
import { cameraTarget } from './camera-target.ts'
import { PostComponents } from './post-components.tsx'
import { PostContacts } from './post-contacts.tsx'
import { PostEvidenceList } from './post-evidence.tsx'
import { PostHeader } from './post-header.tsx'
import { PostHistory } from './post-history.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { PostPhotos } from './post-photos.tsx'
import { PostSituation } from './post-situation.tsx'
import { PostStatusHistories } from './post-status-histories.tsx'
import { PostsOnMap } from './posts-on-map.tsx'
import { postQuery } from './posts-query.ts'
import { PrintMap } from './print-map.tsx'
import { SheetSection } from './sheet-section.tsx'

/**
 * Fiche poste: everything about one post, beside its place on the map.
 *
 * @param renderWorks What another section tells of its works; left out for whoever does not see them.
 */
export function PostPage({ renderWorks }: WorksSlot) {
  const m = useMessages(postMessages)
  const mayEdit = usePermission('posts.edit')
  const postId = useParams({ strict: false }).postId ?? ''
  const { data: post, error, refetch } = useQuery(postQuery(postId))
  const { show } = useMapCamera()
  const shownId = post?.id
  useEffect(() => {
    const target = shownId && post ? cameraTarget(post) : null
    if (target) show(target)
    // Only when another post is opened: a photo that is added does not move the map.
  }, [shownId, show])

  return (
    <Panel
      title={post?.name ?? m.loadFailed}
      back={<BackToPosts postId={postId} />}
      actions={
        post && (
          <IconButton label={m.print} icon={<IconPrinter />} tip="below-end" onClick={() => window.print()} />
        )
      }
      footer={post && mayEdit && <PostFoot post={post} />}
    >
      <PostsOnMap selected={post ?? null} selectedId={postId} />
      {error && !post && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !post && <Skeleton lines={12} />}
      {post && <PostSheet key={post.id} post={post} renderWorks={renderWorks} />}
    </Panel>
  )
}

interface WorksSlot {
  renderWorks?: ((postId: string) => ReactNode) | undefined
}

function PostSheet({ post, renderWorks }: { post: BorderPostDetail } & WorksSlot) {
  const m = useMessages(postMessages)
  const hasHistory = usePermission('posts.history')
  const sections = SECTIONS.filter(
    (section) => (section !== 'history' || hasHistory) && (section !== 'works' || renderWorks),
  )
  const sheet = useRef<HTMLElement>(null)
  const close = useCloseToList(post.id)
  useEffect(() => {
    sheet.current?.focus({ preventScroll: true })
  }, [])
  return (
    <article ref={sheet} tabIndex={-1} className={styles.sheet} onKeyDown={close}>
      <PostHeader post={post} />
      <PrintMap post={post} />
      <nav className={styles.sections} aria-label={m.sections}>
        {sections.map((section) => (
          <a
            key={section}
            href={`#${section}`}
            onClick={(event) => {
              event.preventDefault()
              const target = document.getElementById(section)
              target?.scrollIntoView({ behavior: 'smooth' })
              target?.focus({ preventScroll: true })
            }}
          >
            {m[section]}
          </a>
        ))}
      </nav>
      <PostSituation post={post} />
      <PostStatusHistories post={post} />
      {renderWorks && (
        <SheetSection id="works" title={m.works}>
          {renderWorks(post.id)}
        </SheetSection>
      )}
      <PostComponents post={post} />
      <PostPhotos post={post} />
      <PostContacts post={post} />
      <PostEvidenceList evidence={post.evidence} />
      {hasHistory && <PostHistory postId={post.id} version={post.version} photoCount={post.photos.length} />}
    </article>
  )
}

/** Esc goes back to the list, unless something nearer takes it: a dialog, a field. */
function useCloseToList(postId: string) {
  const navigate = useNavigate()
  return (event: KeyboardEvent) => {
    const isNearer = (event.target as HTMLElement).closest('dialog, input')
    if (event.key !== 'Escape' || isNearer) return
    void navigate({ to: '/posts', search: (old) => ({ ...old, post: postId, photo: undefined }) })
  }
}

const SECTIONS = [
  'situation',
  'status',
  'works',
  'components',
  'photos',
  'contacts',
  'evidence',
  'history',
] as const

function PostFoot({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  return (
    <>
      <ArchiveActions post={post} />
      {!post.isArchived && (
        <Link
          to="/posts/$postId/edit"
          params={{ postId: post.id }}
          search={(old) => ({ ...old, photo: undefined })}
          className={buttonClass('primary')}
        >
          <IconPencil aria-hidden="true" />
          {m.edit}
        </Link>
      )}
    </>
  )
}

function BackToPosts({ postId }: { postId: string }) {
  const m = useMessages(postMessages)
  return (
    <Link
      to="/posts"
      search={(old) => ({ ...old, post: postId, photo: undefined, position: undefined })}
      className={styles.back}
      aria-label={m.back}
      title={m.back}
    >
      <IconArrowLeft aria-hidden="true" />
    </Link>
  )
}

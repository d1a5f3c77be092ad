import { IconMap, IconPlus, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useSignedIn } from '../../platform/session-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass, IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { choosePosts } from './filter-posts.ts'
import { messages } from './messages.ts'
import type { PostRow } from './post-row.ts'
import { PostsFigures } from './posts-figures.tsx'
import { PostsFilters } from './posts-filters.tsx'
import { PostsList } from './posts-list.tsx'
import { PostsOnMap } from './posts-on-map.tsx'
import styles from './posts-page.module.css'
import { postsQuery } from './posts-query.ts'
import { NO_FILTERS } from './search.ts'
import { usePostsSearch } from './use-posts-search.ts'

const PostsTable = lazy(() => import('./posts-table.tsx').then((module) => ({ default: module.PostsTable })))

/**
 * The register beside the map as a list, or in its place as a table: the same posts, filters and selection.
 *
 * @param notice What the house has to say before the register: that the backups are old, say.
 */
export function PostsPage({ notice }: { notice?: ReactNode }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const { search, change } = usePostsSearch()
  const [hoveredId, setHoveredId] = useState<string | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery(postsQuery(search.archived))
  const all = data?.posts ?? NONE
  const posts = useMemo(() => choosePosts(all, search), [all, search])
  useMarkOfFirstPaint(data !== undefined)

  const isTable = search.view === 'table'
  const counted =
    posts.length < all.length
      ? m.countedOf(formats.number(posts.length), formats.number(all.length))
      : m.counted(formats.number(all.length), all.length)

  return (
    <Panel title={m.title} subtitle={data ? counted : undefined} actions={<PostsActions />}>
      <PostsOnMap hoveredId={hoveredId} selectedId={search.post ?? null} onHover={setHoveredId} />
      <div className={isTable ? styles.tablePage : undefined}>
        {notice}
        {!isTable && <PostsFigures />}
        <PostsFilters posts={all} isWide={isTable} />
        {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton lines={9} />}
        {data && (
          <StaleVeil isStale={isPlaceholderData}>
            {posts.length === 0 ? (
              <NoPosts isFiltered={all.length > 0} onClear={() => change(NO_FILTERS)} />
            ) : isTable ? (
              <Suspense fallback={<Skeleton lines={9} />}>
                <PostsTable posts={posts} attribution={data.attribution} />
              </Suspense>
            ) : (
              <PostsList posts={posts} hoveredId={hoveredId} onHover={setHoveredId} />
            )}
          </StaleVeil>
        )}
      </div>
    </Panel>
  )
}

const NONE: readonly PostRow[] = []

function NoPosts({ isFiltered, onClear }: { isFiltered: boolean; onClear(): void }) {
  const m = useMessages(messages)
  const isByName = useSignedIn()?.rows === 'named-posts'
  if (!isFiltered && isByName) return <EmptyState title={m.noneNamedTitle}>{m.noneNamedText}</EmptyState>
  if (!isFiltered) {
    return (
      <EmptyState title={m.emptyTitle} action={<NewPostLink />}>
        {m.emptyText}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={m.noneTitle}
      action={
        <button type="button" className={buttonClass()} onClick={onClear}>
          {m.clear}
        </button>
      }
    >
      {m.noneText}
    </EmptyState>
  )
}

function PostsActions() {
  const m = useMessages(messages)
  const { search, change } = usePostsSearch()
  const isTable = search.view === 'table'
  return (
    <div className={styles.actions}>
      <IconButton
        label={isTable ? m.showMap : m.showTable}
        icon={isTable ? <IconMap /> : <IconTable />}
        tip="below-end"
        onClick={() => change({ view: isTable ? undefined : 'table' })}
      />
      <NewPostLink />
    </div>
  )
}

function NewPostLink() {
  const m = useMessages(messages)
  if (!usePermission('posts.edit')) return null
  return (
    <Link to="/posts/new" search={keepFilters} className={buttonClass('primary')}>
      <IconPlus aria-hidden="true" />
      {m.newPost}
    </Link>
  )
}

function keepFilters<S extends object>(old: S): S {
  return { ...old, post: undefined }
}

/** The moment from which the figures and the list can be read, for whoever measures it. */
function useMarkOfFirstPaint(isThere: boolean) {
  useEffect(() => {
    if (!isThere || performance.getEntriesByName('borne:shell').length > 0) return
    const frame = requestAnimationFrame(() => performance.mark('borne:shell'))
    return () => cancelAnimationFrame(frame)
  }, [isThere])
}

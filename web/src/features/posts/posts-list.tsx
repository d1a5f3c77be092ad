import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { StatusMark, statusMessages } from '../../ui/status-mark.tsx'
import { messages } from './messages.ts'
import type { PostRow } from './post-row.ts'
import styles from './posts-page.module.css'
import { rowAfterKey } from './row-after-key.ts'
import { useOpenPost, usePostsSearch } from './use-posts-search.ts'

interface PostsListProps {
  posts: readonly PostRow[]
  hoveredId: string | null
  onHover(postId: string | null): void
}

/** One line a post; arrows go from line to line, Enter opens, and the map shows which one is meant. */
export function PostsList({ posts, hoveredId, onHover }: PostsListProps) {
  const m = useMessages(messages)
  const { search } = usePostsSearch()
  const list = useRef<HTMLOListElement>(null)
  const isMixed = posts.some((post) => !post.isDemonstration)
  const tabStop = posts.some(({ id }) => id === search.post) ? search.post : posts[0]?.id

  useEffect(() => {
    scrollToRow(list.current, search.post)
  }, [search.post])
  useEffect(() => {
    scrollToRow(list.current, hoveredId)
  }, [hoveredId])

  function onKeyDown(event: KeyboardEvent) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('a[data-post]') ?? [])]
    const to = rowAfterKey(event.key, rows.indexOf(document.activeElement as HTMLElement), rows.length)
    if (to === undefined) return
    event.preventDefault()
    rows[to]?.focus()
  }

  return (
    <ol ref={list} className={styles.list} aria-label={m.list} onKeyDown={onKeyDown}>
      {posts.map((post) => (
        <li key={post.id}>
          <PostLine
            post={post}
            isHovered={post.id === hoveredId}
            isSelected={post.id === search.post}
            isTabStop={post.id === tabStop}
            isDemonstrationTold={isMixed && post.isDemonstration}
            onHover={onHover}
          />
        </li>
      ))}
    </ol>
  )
}

interface PostLineProps {
  post: PostRow
  isHovered: boolean
  isSelected: boolean
  isTabStop: boolean
  isDemonstrationTold: boolean
  onHover(postId: string | null): void
}

function PostLine({ post, isHovered, isSelected, isTabStop, isDemonstrationTold, onHover }: PostLineProps) {
  const m = useMessages(messages)
  const open = useOpenPost()
  const enter = () => onHover(post.id)
  const leave = () => onHover(null)

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void open(post.id)
  }

  return (
    <Link
      to="/posts/$postId"
      params={{ postId: post.id }}
      search={(old) => ({ ...old, post: undefined })}
      data-post={post.id}
      className={`${styles.line} ${isHovered ? styles.hovered : ''}`}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onClick}
      onMouseEnter={enter}
      onMouseLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      <span className={styles.mark}>
        <StatusMark status={post.physicalStatus} progressPercent={post.progressPercent} size={20} />
      </span>
      <span className={styles.name}>
        {post.name}
        {isDemonstrationTold && <span className={styles.tag}>{m.demonstration}</span>}
        {post.isArchived && <span className={styles.tag}>{m.archived}</span>}
      </span>
      {post.nameAr && (
        <span className={styles.nameAr} lang="ar" dir="rtl">
          {post.nameAr}
        </span>
      )}
      <LineFacts post={post} />
    </Link>
  )
}

function LineFacts({ post }: { post: PostRow }) {
  const m = useMessages(messages)
  const words = useMessages(statusMessages)
  const formats = useFormats()
  const place = post.moughataa ?? post.wilaya
  const progress = post.progressPercent === null ? '' : ` ${formats.percent(post.progressPercent / 100)}`
  const facts = [words[post.physicalStatus] + progress, m.kinds[post.kind], place].filter(Boolean)
  const isUnconfirmed = post.positionConfidence === 'unconfirmed'
  return (
    <span className={styles.facts}>
      {facts.join(' · ')}
      {(isUnconfirmed || !post.position) && (
        <span className={styles.doubt}>{post.position ? m.unconfirmed : m.noPosition}</span>
      )}
    </span>
  )
}

function scrollToRow(list: HTMLElement | null, postId: string | null | undefined) {
  if (!postId || list?.matches(':hover')) return
  list?.querySelector(`[data-post="${CSS.escape(postId)}"]`)?.scrollIntoView({ block: 'nearest' })
}

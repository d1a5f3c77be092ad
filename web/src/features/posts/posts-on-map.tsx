import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { choosePosts } from './filter-posts.ts'
import { postLayers, postMarks, uncertaintyCircles } from './post-layer.ts'
import type { PostRow } from './post-row.ts'
import { postsQuery } from './posts-query.ts'
import { useOpenPost, usePostsSearch } from './use-posts-search.ts'

interface PostsOnMapProps {
  hoveredId?: string | null
  /** Drawn even when the filters or its archive leave it out. */
  selected?: PostRow | null
  selectedId?: string | null
  /** Drawn by someone else meanwhile: the post whose place is being edited. */
  hiddenId?: string | null
  onHover?(postId: string | null): void
}

/** Puts the posts that the address asks for on the map. Renders no DOM: the map owns the canvas. */
export function PostsOnMap({
  hoveredId = null,
  selected = null,
  selectedId = selected?.id ?? null,
  hiddenId = null,
  onHover,
}: PostsOnMapProps) {
  const { search } = usePostsSearch()
  const labels = useSearch({ strict: false, select: ({ labels = 'fr' }) => labels })
  const { data } = useQuery(postsQuery(search.archived))
  const onOpen = useOpenPost()
  const posts = useMemo(() => {
    const chosen = choosePosts(data?.posts ?? [], search)
    const isMissing = selected !== null && chosen.every(({ id }) => id !== selected.id)
    return (isMissing ? [...chosen, selected] : chosen).filter(({ id }) => id !== hiddenId)
  }, [data, search, selected, hiddenId])
  const marks = useMemo(() => postMarks(posts, labels), [posts, labels])
  const circles = useMemo(() => uncertaintyCircles(posts), [posts])
  const layers = useMemo(
    () => postLayers({ marks, circles, hoveredId, selectedId, onOpen, onHover }),
    [marks, circles, hoveredId, selectedId, onOpen, onHover],
  )
  useMapLayers('posts', layers)
  return null
}

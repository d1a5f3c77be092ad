import type { WorksRow } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useOpenContract, useWorksSearch } from './use-works-search.ts'
import { worksLayer, worksMarks } from './works-marks.ts'
import { progressQuery } from './works-queries.ts'

interface WorksOnMapProps {
  /** Those that the filters leave. */
  rows: readonly WorksRow[]
  hoveredPosts: readonly string[]
}

/** The works on the map, in the month that is replayed. Renders no DOM: the map owns the canvas. */
export function WorksOnMap({ rows, hoveredPosts }: WorksOnMapProps) {
  const { search } = useWorksSearch()
  const { data: posts } = useQuery(borderPostsQuery)
  const { data: progress } = useQuery(progressQuery)
  const shownPosts = useMemo(() => new Set(rows.flatMap((row) => row.posts.map(({ id }) => id))), [rows])
  const onOpen = useOpenWorksOfPost(rows)
  const { month } = search
  const layers = useMemo(
    () =>
      posts && progress
        ? [worksLayer(worksMarks({ posts, progress, month, shownPosts, hoveredPosts }), onOpen)]
        : NO_LAYERS,
    [posts, progress, month, shownPosts, hoveredPosts, onOpen],
  )
  useMapLayers('posts', layers)
  return null
}

const NO_LAYERS: [] = []

/** A post with one contract opens it; with several, the list narrows to them; without, its own page opens. */
function useOpenWorksOfPost(rows: readonly WorksRow[]) {
  const { change } = useWorksSearch()
  const open = useOpenContract()
  const navigate = useNavigate()
  return useCallback(
    (postId: string) => {
      const works = rows.filter(({ posts }) => posts.some(({ id }) => id === postId))
      const [first] = works
      if (!first) void navigate({ to: '/posts/$postId', params: { postId } })
      else if (works.length === 1) void open(first.id)
      else change({ q: first.posts.find(({ id }) => id === postId)?.name })
    },
    [rows, change, open, navigate],
  )
}

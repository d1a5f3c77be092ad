import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { closureShapes, closureSigns } from './closure-layers.ts'
import { closuresQuery } from './closures-query.ts'
import { type ClosureFilter, isIn, standingOf } from './sort-closures.ts'

interface ClosuresOnMapProps {
  date: string
  filter: ClosureFilter
  selectedId: string | null
  /** Drawn by hand meanwhile: the closure that is being edited. */
  hiddenId?: string | null
}

/** Puts the closures on the map with their signs; a click opens one. Renders no DOM: the map owns the canvas. */
export function ClosuresOnMap({ date, filter, selectedId, hiddenId = null }: ClosuresOnMapProps) {
  const { data } = useQuery(closuresQuery(date))
  const onOpen = useOpenClosure()
  const drawn = useMemo(() => {
    const closures = (data?.items ?? []).filter(
      (closure) =>
        closure.id !== hiddenId && (closure.id === selectedId || isIn(filter, standingOf(closure, date))),
    )
    return { closures, selectedId, onOpen }
  }, [data, date, filter, selectedId, hiddenId, onOpen])
  useMapLayers(
    'network',
    useMemo(() => closureShapes(drawn), [drawn]),
  )
  useMapLayers(
    'selection',
    useMemo(() => closureSigns(drawn), [drawn]),
  )
  return null
}

/** Opens a closure in its list; null closes the one that is open. */
export function useOpenClosure() {
  const navigate = useNavigate({ from: '/roads' })
  return useCallback(
    (closureId: string | null) =>
      void navigate({
        search: (old) => ({ ...old, tab: 'closures', closure: closureId ?? undefined, edit: undefined }),
      }),
    [navigate],
  )
}

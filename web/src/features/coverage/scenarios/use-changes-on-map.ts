import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import { shapeCentre } from '../../../map/shape.ts'
import { borderPostsQuery } from '../../../platform/border-posts-query.ts'
import { changeLayers, type PlacedChange } from './change-layers.ts'
import { closuresQuery, openingsQuery } from './scenario-queries.ts'
import { useChangeText } from './use-change-text.ts'

/** Puts the changes of a scenario on the map, each at its place. */
export function useChangesOnMap(changes: readonly CoverageChange[]): void {
  const tell = useChangeText()
  const { data: posts } = useQuery(borderPostsQuery)
  const { data: openings } = useQuery(openingsQuery)
  const { data: closures } = useQuery(closuresQuery)

  function positionsOf(change: CoverageChange): PlacedChange['positions'] {
    if (change.kind === 'works-done') {
      const opening = openings?.items.find(({ contractId }) => contractId === change.contractId)
      return opening?.posts.flatMap(({ position }) => (position ? [position] : [])) ?? []
    }
    if (change.kind === 'closure-lifted') {
      const closure = closures?.items.find(({ id }) => id === change.closureId)
      const centre = closure && shapeCentre(closure.geometry)
      return centre ? [centre] : []
    }
    if (!('postId' in change)) return []
    const geometry = posts?.features.find(({ id }) => String(id) === change.postId)?.geometry
    return geometry?.type === 'Point' ? [geometry.coordinates as [number, number]] : []
  }
  // A post has its own name on the map.
  const labelOf = (change: CoverageChange) =>
    'name' in change ? change.name : change.kind === 'closure-lifted' ? tell(change) : ''
  const placed = changes.map((change) => ({ change, label: labelOf(change), positions: positionsOf(change) }))
  const key = JSON.stringify(placed)
  // The words are made anew on each render; the layers are not.
  const layers = useMemo(() => changeLayers(JSON.parse(key) as PlacedChange[]), [key])
  useMapLayers('selection', layers)
}

import type { Map as MapLibreMap } from 'maplibre-gl'

/** Each map follows the other one, until the returned function is called. */
export function moveTogether(one: MapLibreMap, other: MapLibreMap): () => void {
  let isFollowing = false
  const follow = (from: MapLibreMap, to: MapLibreMap) => () => {
    if (isFollowing) return
    isFollowing = true
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() })
    isFollowing = false
  }
  const [forth, back] = [follow(one, other), follow(other, one)]
  one.on('move', forth)
  other.on('move', back)
  return () => {
    one.off('move', forth)
    other.off('move', back)
  }
}

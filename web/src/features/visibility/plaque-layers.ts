import type { VisibilityItem, VisibilityState } from '@borne/api/contracts/visibility'
import type { Feature } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'

/** The worst of several donors stands at a post. */
const FROM_WORST: readonly VisibilityState[] = ['missing', 'wrong', 'damaged', 'unknown', 'seen']

/** A plaque beside each post that has one due, by its state. */
export function plaqueLayers(items: readonly VisibilityItem[], onOpen: (postId: string) => void): MapLayer[] {
  const byPost = Map.groupBy(
    items.filter(({ due, state }) => due !== null || state !== 'unknown'),
    ({ postId }) => postId,
  )
  const features = [...byPost].flatMap(([postId, all]): Feature[] => {
    const position = all[0]?.position
    const state = FROM_WORST.find((one) => all.some((item) => item.state === one))
    return position && state
      ? [
          {
            type: 'Feature',
            id: postId,
            geometry: { type: 'Point', coordinates: [...position] },
            properties: { id: postId, icon: `plaque-${state}` },
          },
        ]
      : []
  })
  return [
    {
      id: 'visibility-plaques',
      data: { type: 'FeatureCollection', features },
      draw: [PLAQUE],
      onClick: ({ properties }) => onOpen(String(properties?.id)),
    },
  ]
}

const PLAQUE: LayerDraw = {
  type: 'symbol',
  layout: {
    'icon-image': ['get', 'icon'],
    'icon-offset': [13, -13],
    'icon-size': 1.2,
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  },
}

import type { BorderPosts } from '@borne/api/contracts/posts'
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { borderPostsQuery } from '../platform/border-posts-query.ts'
import { BOLD } from './fonts.ts'
import type { MapLayer } from './layers.ts'
import type { MapTheme } from './theme.ts'

const INK: Record<MapTheme, { text: string; halo: string }> = {
  day: { text: '#1c2733', halo: '#ffffff' },
  night: { text: '#f3efe6', halo: '#12181f' },
}

/** The posts as quiet marks with their names, for pages that speak of something else. */
export function usePostMarks(): readonly MapLayer[] {
  const { data } = useQuery(borderPostsQuery)
  return useMemo(() => [{ id: 'post-marks', data: marksOf(data?.features ?? []), draw: MARKS_DRAW }], [data])
}

function marksOf(posts: BorderPosts['features']): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: posts.flatMap(({ id, geometry, properties: { name, physicalStatus, positionConfidence } }) =>
      geometry
        ? [
            {
              type: 'Feature',
              id,
              geometry,
              properties: {
                icon: `post-${physicalStatus}`,
                label: positionConfidence === 'unconfirmed' ? `${name} ?` : name,
              },
            },
          ]
        : [],
    ),
  }
}

const MARKS_DRAW: MapLayer['draw'] = [
  {
    type: 'circle',
    paintFor: (theme) => ({ 'circle-radius': 8, 'circle-color': INK[theme].halo, 'circle-opacity': 0.9 }),
  },
  {
    type: 'symbol',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': 0.8,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'text-field': ['get', 'label'],
      'text-font': [BOLD],
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.1,
      'text-justify': 'auto',
      'text-optional': true,
    },
    paintFor: (theme) => ({
      'text-color': INK[theme].text,
      'text-halo-color': INK[theme].halo,
      'text-halo-width': 1.5,
    }),
  },
]

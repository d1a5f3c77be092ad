import type { Way } from '@borne/api/contracts/ways'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ShapePoint } from '../../map/shape.ts'
import { getJson } from '../../platform/api.ts'
import { ROADS_KEY } from '../../platform/renew-roads.ts'

/** As many as one question for a way takes. */
export const MOST_STRETCH_POINTS = 20

/** The stretch of road between clicked points, as one walks it: walkers may use what others may not. */
export function stretchQuery(points: readonly ShapePoint[]) {
  const params = {
    stops: points.map(([lon, lat]) => `${lon},${lat}`).join(';'),
    by: 'distance',
    vehicle: 'foot',
    crossing: true,
    documented: false,
  }
  return queryOptions({
    queryKey: [ROADS_KEY, 'stretch', params],
    queryFn: async ({ signal }) => lineOfWay(await getJson<Way>('/api/ways', params, signal)),
    enabled: points.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** Positions of the whole way; empty where one of its legs is missing. */
export function lineOfWay({ lengthMetres, pieces }: Pick<Way, 'lengthMetres' | 'pieces'>): ShapePoint[] {
  if (!lengthMetres) return []
  const positions = pieces.features.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? (geometry.coordinates as ShapePoint[]) : [],
  )
  return positions.filter(
    ([lon, lat], i) => i === 0 || lon !== positions[i - 1]![0] || lat !== positions[i - 1]![1],
  )
}

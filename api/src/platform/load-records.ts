import type { NetworkSegment, NetworkSettlement } from '@borne/geodata/road-network/places'
import { riverEdges } from '@borne/geodata/road-network/river-edges'
import { sortWatercourses } from '@borne/geodata/road-network/sort-watercourses'
import type { RoadNetworkRecords } from '@borne/geodata/road-network/types'
import type { Db } from './db.ts'
import { problem } from './problems.ts'
import {
  loadRoadAdditions,
  loadRoadEdges,
  loadRoadGaps,
  loadTurnRestrictions,
  loadWatercourses,
} from './road-network-queries.ts'

/** All that the graph of a version is built from. @throws problem `roads-missing` */
export async function loadRecords(
  db: Db,
  id: number,
  segments: readonly NetworkSegment[],
  settlements: readonly NetworkSettlement[],
): Promise<RoadNetworkRecords> {
  const edges = await loadRoadEdges(db, id)
  if (edges.length === 0) throw problem('roads-missing')
  const watercourses = sortWatercourses(await loadWatercourses(db))
  const rivers = riverEdges(
    { edges, ...watercourses },
    segments.filter(isOfMauritania).map(({ coordinates }) => coordinates),
    { places: settlements.map(({ position }) => position) },
  )
  return {
    edges: [...edges, ...rivers],
    gaps: await loadRoadGaps(db, id),
    restrictions: await loadTurnRestrictions(db, id),
    additions: await loadRoadAdditions(db),
    borders: segments.map(({ coordinates }) => coordinates),
    ...watercourses,
  }
}

export function isOfMauritania({ border }: NetworkSegment): boolean {
  return border.startsWith('mrt-')
}

import { fileURLToPath } from 'node:url'
import { readRoadNetwork } from '@borne/geodata/import/read-road-network'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { RoadEdgeRecord } from '@borne/geodata/road-network/types'
import { SYNTHETIC_CLASSES, type SyntheticRoads } from '../support/finish-draft.ts'
import { makeSyntheticRoads } from '../support/synthetic-roads.ts'

const DATA = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const SEED = 2026

/** The network of the region. */
export async function bundledGraph(): Promise<RoadGraph> {
  return buildRoadGraph(await readRoadNetwork(DATA))
}

/** A made network of about so many arcs. */
export function syntheticGraph(arcCount: number): RoadGraph {
  return buildRoadGraph({ edges: recordsOf(makeSyntheticRoads(arcCount, SEED)) })
}

function recordsOf(roads: SyntheticRoads): RoadEdgeRecord[] {
  return Array.from({ length: roads.edgeCount }, (_, e) => ({
    id: e,
    u: roads.edgeFrom[e]!,
    v: roads.edgeTo[e]!,
    highway: SYNTHETIC_CLASSES[roads.roadClass[e]!]!,
    lengthMetres: roads.lengthMetres[e]!,
    isOneway: roads.isOneway[e] === 1,
    isFerry: false,
    structure: null,
    grade: 'mapped',
    iso3: 'MRT',
    coordinates: positionsOf(roads, e),
  }))
}

function positionsOf({ coordinates, coordinateStart }: SyntheticRoads, edge: number): [number, number][] {
  const positions: [number, number][] = []
  for (let i = coordinateStart[edge]!; i < coordinateStart[edge + 1]!; i++) {
    positions.push([coordinates[2 * i]!, coordinates[2 * i + 1]!])
  }
  return positions
}

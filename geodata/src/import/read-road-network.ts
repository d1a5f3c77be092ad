import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Position } from '../geometry/position.ts'
import type { RoadNetworkRecords } from '../road-network/types.ts'
import { readBorderSegments } from './read-border-segments.ts'
import { readDocumentedRoads } from './read-documented-roads.ts'
import { readSourceFile, type SourceFile } from './read-geojson.ts'
import { readRoadGaps } from './read-road-gaps.ts'
import { type RoadRow, readRoads } from './read-roads.ts'

/** Reads a data set by name, gzipped or plain. */
export function readDataset(dataDir: string, name: string): Promise<SourceFile> {
  const packed = join(dataDir, `${name}.geojson.gz`)
  return readSourceFile(existsSync(packed) ? packed : join(dataDir, `${name}.geojson`))
}

/** Nodes of mapped roads in Mauritania, ferries apart: what documented roads may be tied to. */
export function domesticNodes(
  roads: readonly RoadRow[],
  nodes: ReadonlyMap<number, Position>,
): Map<number, Position> {
  const domestic = new Map<number, Position>()
  for (const road of roads) {
    if (road.iso3 !== 'MRT' || road.isFerry) continue
    for (const node of [road.u, road.v]) domestic.set(node, nodes.get(node)!)
  }
  return domestic
}

/**
 * Reads the whole network from files, without a database: for tests, benchmarks and tools.
 *
 * @param dataDir Folder of `roads_main`, `roads_local`, `documented_roads_schematic`, `road_network_gaps`, `border_segments`.
 */
export async function readRoadNetwork(dataDir: string): Promise<RoadNetworkRecords> {
  const nodes = new Map<number, Position>()
  const main = readRoads(await readDataset(dataDir, 'roads_main'), nodes).rows
  const local = readRoads(await readDataset(dataDir, 'roads_local'), nodes).rows
  const roads = [...main, ...local]
  const documented = readDocumentedRoads(
    await readDataset(dataDir, 'documented_roads_schematic'),
    domesticNodes(roads, nodes),
  )
  const edgeIds = new Set(roads.map((road) => road.id))
  const gaps = readRoadGaps(await readDataset(dataDir, 'road_network_gaps'), edgeIds)
  const borders = readBorderSegments(await readDataset(dataDir, 'border_segments'))
  return {
    edges: [...roads, ...documented.rows],
    gaps: gaps.rows,
    borders: borders.rows.map((segment) => segment.coordinates),
  }
}

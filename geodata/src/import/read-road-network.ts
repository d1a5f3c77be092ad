import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Position } from '../geometry/position.ts'
import { domesticNodes } from '../road-network/connectors.ts'
import { sortWatercourses } from '../road-network/sort-watercourses.ts'
import type { RoadNetworkRecords } from '../road-network/types.ts'
import { readBorderSegments } from './read-border-segments.ts'
import { readDocumentedRoads } from './read-documented-roads.ts'
import { readSourceFile, type SourceFile } from './read-geojson.ts'
import { readRoadGaps } from './read-road-gaps.ts'
import { readRoads } from './read-roads.ts'
import { readWaterways } from './read-waterways.ts'

/** Reads a data set by name, gzipped or plain. */
export function readDataset(dataDir: string, name: string): Promise<SourceFile> {
  const packed = join(dataDir, `${name}.geojson.gz`)
  return readSourceFile(existsSync(packed) ? packed : join(dataDir, `${name}.geojson`))
}

/**
 * Reads the whole network from files, without a database: for tests, benchmarks and tools.
 *
 * @param dataDir Folder of `roads_main`, `roads_local`, `documented_roads_schematic`, `road_network_gaps`, `border_segments`,
 *   `waterways`.
 */
export async function readRoadNetwork(dataDir: string): Promise<RoadNetworkRecords> {
  const nodes = new Map<number, Position>()
  const main = readRoads(await readDataset(dataDir, 'roads_main'), nodes).rows
  const local = readRoads(await readDataset(dataDir, 'roads_local'), nodes).rows
  const roads = [...main, ...local]
  const documented = readDocumentedRoads(
    await readDataset(dataDir, 'documented_roads_schematic'),
    domesticNodes(roads),
  )
  const edgeIds = new Set(roads.map((road) => road.id))
  const gaps = readRoadGaps(await readDataset(dataDir, 'road_network_gaps'), edgeIds)
  const watercourses = readWaterways(await readDataset(dataDir, 'waterways')).rows
  const borders = readBorderSegments(await readDataset(dataDir, 'border_segments'))
  return {
    edges: [...roads, ...documented.rows],
    gaps: gaps.rows,
    borders: borders.rows.map((segment) => segment.coordinates),
    ...sortWatercourses(watercourses.map((row) => ({ ...row, name: row.nameFr ?? row.name }))),
  }
}

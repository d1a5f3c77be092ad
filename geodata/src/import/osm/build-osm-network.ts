import { setImmediate } from 'node:timers/promises'
import type { Bbox } from '../../geometry/position.ts'
import type { RoadNetworkRecords, TurnRestriction } from '../../road-network/types.ts'
import { collectRoads } from './collect-roads.ts'
import { describeNoRoad } from './describe-no-road.ts'
import { count, type OsmReport } from './osm-report.ts'
import type { OsmSource, ReadOptions } from './osm-source.ts'
import { type CountryOf, markSplits, type OsmEdgeRecord, splitWays } from './split-ways.ts'
import { readRestrictions, resolveRestrictions } from './turn-restrictions.ts'

export interface OsmNetworkOptions extends ReadOptions {
  /** Only ways with a node inside, whole. */
  bbox?: Bbox | undefined
  /** Asked for the middle of each edge. Default: no country is known. */
  countryOf?: CountryOf | undefined
}

/** A road network that is kept in tables: its edges are made anew, alike, each time that they are asked for. */
export interface OsmRoads {
  edges(): Generator<OsmEdgeRecord>
  restrictions: TurnRestriction[]
  report: OsmReport
}

export interface OsmNetwork extends RoadNetworkRecords {
  edges: OsmEdgeRecord[]
  restrictions: TurnRestriction[]
  report: OsmReport
}

/** Edges that are made before others get their turn and a cancel is heard. */
const EDGES_AT_ONCE = 20_000

/**
 * Reads the roads of OpenStreetMap data: ways cut at junctions, access by direction and mode, barriers and fords on
 * nodes as short edges, turn restrictions. Lengths are on the ellipsoid.
 *
 * Takes some 30 bytes a node and 60 a way; the edges are not kept.
 *
 * @param options `onProgress` counts the bytes of all passes over the file.
 * @throws ImportError `import-osm-no-road` when nothing of a network is left, and as `OsmSource.read` does; the signal's
 *   reason when it aborts.
 */
export async function readOsmRoads(source: OsmSource, options: OsmNetworkOptions = {}): Promise<OsmRoads> {
  const { bbox, countryOf = () => null, signal } = options
  const collected = await collectRoads(source, bbox, options)
  const { report } = collected
  const relations = readRestrictions(collected)
  const isSplit = markSplits(collected, relations)
  const viaNodes = new Set(relations.map(({ viaNode }) => viaNode))
  const nodes = new Set<number>()
  const edgesAtVias: OsmEdgeRecord[] = []
  for (const edge of splitWays(collected, isSplit, () => null)) {
    nodes.add(edge.u).add(edge.v)
    if (viaNodes.has(edge.u) || viaNodes.has(edge.v)) edgesAtVias.push(edge)
    report.lengthMetres += edge.lengthMetres
    count(report.metresByClass, edge.highway, edge.lengthMetres)
    report.edges++
    if (report.edges % EDGES_AT_ONCE === 0) {
      await setImmediate()
      signal?.throwIfAborted()
    }
  }
  if (report.edges === 0) throw await describeNoRoad(source, bbox, signal)
  report.nodes = nodes.size
  return {
    edges: () => splitWays(collected, isSplit, countryOf),
    restrictions: resolveRestrictions(relations, edgesAtVias, collected),
    report,
  }
}

/**
 * The rows of a road network, all at once: see `readOsmRoads`.
 *
 * @throws As `readOsmRoads`.
 */
export async function buildOsmNetwork(
  source: OsmSource,
  options: OsmNetworkOptions = {},
): Promise<OsmNetwork> {
  const roads = await readOsmRoads(source, options)
  const edges: OsmEdgeRecord[] = []
  for (const edge of roads.edges()) {
    edges.push(edge)
    if (edges.length % EDGES_AT_ONCE !== 0) continue
    await setImmediate()
    options.signal?.throwIfAborted()
  }
  return { ...roads, edges }
}

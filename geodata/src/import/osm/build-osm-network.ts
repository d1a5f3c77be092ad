import { setImmediate } from 'node:timers/promises'
import { bboxOf } from '../../geometry/bbox.ts'
import type { Bbox, Position } from '../../geometry/position.ts'
import type { RoadNetworkRecords, TurnRestriction } from '../../road-network/types.ts'
import { ImportError } from '../import-error.ts'
import { type CollectedRoads, collectRoads } from './collect-roads.ts'
import { count, type OsmReport } from './osm-report.ts'
import type { OsmSource, ReadOptions } from './osm-source.ts'
import { type CountryOf, type OsmEdgeRecord, splitWays } from './split-ways.ts'
import { readRestrictions, resolveRestrictions } from './turn-restrictions.ts'

export interface OsmNetworkOptions extends ReadOptions {
  /** Only ways with a node inside, whole. */
  bbox?: Bbox | undefined
  /** Asked for the middle of each edge. Default: no country is known. */
  countryOf?: CountryOf | undefined
}

export interface OsmNetwork extends RoadNetworkRecords {
  edges: OsmEdgeRecord[]
  restrictions: TurnRestriction[]
  report: OsmReport
}

/** Edges that are made before others get their turn and a cancel is heard. */
const EDGES_AT_ONCE = 20_000

/**
 * Makes the rows of a road network from OpenStreetMap data: ways cut at junctions, access by direction and mode, barriers
 * and fords on nodes as short edges, turn restrictions. Lengths are on the ellipsoid.
 *
 * @param options `onProgress` counts the bytes of all passes over the file.
 * @throws ImportError `import-osm-no-road` when nothing of a network is left, and as `OsmSource.read` does; the signal's
 *   reason when it aborts.
 */
export async function buildOsmNetwork(
  source: OsmSource,
  options: OsmNetworkOptions = {},
): Promise<OsmNetwork> {
  const { bbox, countryOf = () => null, signal } = options
  const collected = await collectRoads(source, bbox, options)
  const restrictions = readRestrictions(collected)
  const viaIndexes = restrictions.map(({ viaIndex }) => viaIndex)
  const edges: OsmEdgeRecord[] = []
  for (const edge of splitWays(collected, viaIndexes, countryOf)) {
    edges.push(edge)
    if (edges.length % EDGES_AT_ONCE === 0) {
      await setImmediate()
      signal?.throwIfAborted()
    }
  }
  if (edges.length === 0) throw await noRoad(source, bbox, signal)
  const forbidden = resolveRestrictions(restrictions, edges, collected)
  sumUp(collected, edges)
  return { edges, restrictions: forbidden, report: collected.report }
}

function sumUp({ report }: CollectedRoads, edges: readonly OsmEdgeRecord[]): void {
  const nodes = new Set<number>()
  for (const { u, v, highway, lengthMetres } of edges) {
    nodes.add(u).add(v)
    report.lengthMetres += lengthMetres
    count(report.metresByClass, highway, lengthMetres)
  }
  report.edges = edges.length
  report.nodes = nodes.size
}

async function noRoad(
  source: OsmSource,
  asked: Bbox | undefined,
  signal: AbortSignal | undefined,
): Promise<ImportError> {
  const covered = await measureExtent(source, signal)
  const facts = { asked: bboxText(asked ?? covered), covered: bboxText(covered) }
  const detail = `has no road inside ${facts.asked}; its data cover ${facts.covered}`
  return new ImportError('import-osm-no-road', source.fileName, detail, [], facts)
}

/** Of the nodes that are in the file: what its header says may be a wish. */
async function measureExtent(source: OsmSource, signal: AbortSignal | undefined): Promise<Bbox | null> {
  const corners: Position[] = []
  let extent: Bbox | null = null
  await source.read(
    {
      node(_id, lonE7, latE7) {
        corners.push([lonE7 / 1e7, latE7 / 1e7])
        if (corners.length < 1000) return
        extent = widen(extent, corners)
        corners.length = 0
      },
    },
    { signal },
  )
  return widen(extent, corners)
}

function widen(extent: Bbox | null, positions: readonly Position[]): Bbox | null {
  const corners: Position[] = extent
    ? [
        [extent[0], extent[1]],
        [extent[2], extent[3]],
      ]
    : []
  return corners.length + positions.length > 0 ? bboxOf([...corners, ...positions]) : null
}

function bboxText(bbox: Bbox | null): string {
  return bbox ? bbox.map((degrees) => String(Number(degrees.toFixed(4)))).join(', ') : '—'
}

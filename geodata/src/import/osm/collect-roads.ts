import type { Bbox } from '../../geometry/position.ts'
import { classifyWay, ROAD_KEYS, type RoadWay } from './classify-way.ts'
import { findId, GrowingNumbers, IdCursor, sortUnique } from './id-table.ts'
import { count, emptyReport, type OsmReport } from './osm-report.ts'
import type { OsmMember, OsmSource, OsmTags, ReadOptions } from './osm-source.ts'
import { type NodeBarrier, readBarrier } from './read-barrier.ts'

/** Where a position would stand: the node is not in the file. */
const MISSING = -(2 ** 31)
/** A node outside the world is as good as missing. */
const MAX_LON_E7 = 180e7
const MAX_LAT_E7 = 90e7

/** The roads of a file with their nodes, in tables. A node is known by its place in `nodeIds`. */
export interface CollectedRoads {
  wayIds: number[]
  roads: RoadWay[]
  /** Nodes of way i: `refs[refStart[i]]` … `refs[refStart[i + 1] − 1]`. */
  refStart: number[]
  refs: Uint32Array
  /** Rising. */
  nodeIds: Float64Array
  /** Degrees × 10⁷. */
  lonE7: Int32Array
  latE7: Int32Array
  barriers: Map<number, NodeBarrier>
  restrictions: RestrictionRelation[]
  report: OsmReport
}

export interface RestrictionRelation {
  tags: OsmTags
  members: OsmMember[]
}

/**
 * Reads the roads of a file: their ways first, to learn which nodes are needed, then those nodes. With a bbox one more
 * pass comes before, to learn which nodes lie inside.
 *
 * @param bbox Keeps the ways that have a node inside, whole.
 */
export async function collectRoads(
  source: OsmSource,
  bbox: Bbox | undefined,
  { signal, onProgress }: ReadOptions,
): Promise<CollectedRoads> {
  const passes = bbox ? 3 : 2
  const optionsOfPass = (pass: number): ReadOptions => ({
    signal,
    onProgress: (read, total) => onProgress?.(pass * total + read, passes * total),
  })
  const inside = bbox ? await findNodesInside(source, bbox, optionsOfPass(0)) : null
  const ways = await readWays(source, inside, optionsOfPass(passes - 2))
  const nodeIds = sortUnique(ways.ids.values().slice())
  const refs = Uint32Array.from(ways.ids.values(), (id) => findId(nodeIds, id))
  const nodes = await readNodes(source, nodeIds, ways.report, optionsOfPass(passes - 1))
  const { wayIds, roads, refStart, restrictions, report } = ways
  return { wayIds, roads, refStart, restrictions, report, refs, nodeIds, ...nodes }
}

/** Whether a node lies at the place `index`, or is missing in the file. */
export function hasPosition({ lonE7 }: Pick<CollectedRoads, 'lonE7'>, index: number): boolean {
  return lonE7[index] !== MISSING
}

async function findNodesInside(source: OsmSource, bbox: Bbox, options: ReadOptions): Promise<Float64Array> {
  const [west, south, east, north] = bbox.map((degrees) => degrees * 1e7) as Bbox
  const ids = new GrowingNumbers()
  await source.read(
    {
      node(id, lonE7, latE7) {
        if (lonE7 >= west && lonE7 <= east && latE7 >= south && latE7 <= north) ids.push(id)
      },
    },
    options,
  )
  return sortUnique(ids.values())
}

async function readWays(source: OsmSource, inside: Float64Array | null, options: ReadOptions) {
  const report = emptyReport()
  const ids = new GrowingNumbers()
  const [wayIds, roads, refStart]: [number[], RoadWay[], number[]] = [[], [], [0]]
  const restrictions: RestrictionRelation[] = []
  await source.read(
    {
      wayKeys: ROAD_KEYS,
      way(id, refs, tags) {
        const road = keepWay(refs, tags, inside, report)
        if (!road) return
        for (const ref of refs) ids.push(ref)
        wayIds.push(id)
        roads.push(road)
        refStart.push(ids.length)
      },
      relation(_id, tags, members) {
        if (tags.get('type')?.startsWith('restriction')) restrictions.push({ tags, members: members() })
      },
    },
    options,
  )
  return { report, ids, wayIds, roads, refStart, restrictions }
}

function keepWay(
  refs: readonly number[],
  tags: OsmTags,
  inside: Float64Array | null,
  report: OsmReport,
): RoadWay | null {
  const road = classifyWay(tags)
  if (road === null) return null
  report.waysRead++
  if (inside && !refs.some((ref) => findId(inside, ref) >= 0)) {
    count(report.waysLeftOut, 'outside-bbox')
    return null
  }
  if (typeof road === 'string') {
    count(report.waysLeftOut, road)
    if (road === 'other-class') count(report.otherClasses, tags.get('highway')!)
    return null
  }
  if (road.hasConditions) report.conditionalWays++
  report.waysKept++
  return road
}

async function readNodes(
  source: OsmSource,
  nodeIds: Float64Array,
  report: OsmReport,
  options: ReadOptions,
): Promise<Pick<CollectedRoads, 'lonE7' | 'latE7' | 'barriers'>> {
  const lonE7 = new Int32Array(nodeIds.length).fill(MISSING)
  const latE7 = new Int32Array(nodeIds.length)
  const barriers = new Map<number, NodeBarrier>()
  const cursor = new IdCursor(nodeIds)
  await source.read(
    {
      node(id, lon, lat, tags) {
        report.nodesRead++
        const index = cursor.find(id)
        if (index < 0 || Math.abs(lon) > MAX_LON_E7 || Math.abs(lat) > MAX_LAT_E7) return
        lonE7[index] = lon
        latE7[index] = lat
        const barrier = readBarrier(tags())
        if (barrier) barriers.set(index, barrier)
      },
    },
    options,
  )
  return { lonE7, latE7, barriers }
}

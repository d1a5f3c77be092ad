import { writeFile } from 'node:fs/promises'
import { weighArcs } from '@borne/geodata/road-network/arc-costs'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { buildHierarchy, customize, type Hierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { packRoads } from '@borne/geodata/road-network/pack-graph'
import { conditionsBytes } from '@borne/geodata/road-state/conditions'
import { syntheticGraph } from './bench-networks.ts'
import { cpuMs } from './cpu-time.ts'
import { EVERYWHERE } from './roads-case.ts'

/** What preparing a network took. Bytes are those of the typed arrays. */
export interface Preparation {
  arcs: number
  nodes: number
  graphBytes: number
  geometryBytes: number
  hierarchyBytes: number
  /** Conditions of the edges, costs of the arcs, weights of the hierarchy. */
  stateBytes: number
  /** Processor time. */
  hierarchySeconds: number
  customizeMs: number
  peakRssMegabytes: number
}

/** What only says where something lies, with the index for snapping. */
const GEOMETRY = [
  'nodeLon',
  'nodeLat',
  'coordinates',
  'coordinateStart',
  'pieces',
  'pieceEdge',
  'pieceIndex',
  'riverMetres',
]

/** `node prepare-roads.ts ARCS FILE` makes a network, prepares it, writes it packed and prints a `Preparation`. */
async function main(): Promise<void> {
  const [, , arcCount, file] = process.argv
  const graph = syntheticGraph(Number(arcCount))
  const { ms, result: hierarchy } = await cpuMs(() => buildHierarchy(graph))
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  const weights = await cpuMs(() => customize(hierarchy, centiseconds))
  const preparation: Preparation = {
    arcs: graph.arcHead.length,
    nodes: graph.nodeCount,
    ...bytesOfGraph(graph),
    hierarchyBytes: bytesOf(hierarchyArrays(hierarchy)),
    stateBytes: conditionsBytes(graph) + bytesOf([weights.result.up, weights.result.down, centiseconds]),
    hierarchySeconds: ms / 1000,
    customizeMs: weights.ms,
    peakRssMegabytes: process.resourceUsage().maxRSS / 1024,
  }
  await writeFile(file!, packRoads({ graph, hierarchy, facts: null }))
  console.log(`prepared ${JSON.stringify(preparation)}`)
}

function bytesOfGraph(graph: RoadGraph): Pick<Preparation, 'graphBytes' | 'geometryBytes'> {
  const arrays = Object.entries(graph)
  const geometry = arrays.filter(([name]) => GEOMETRY.includes(name)).map(([, value]) => value)
  const rest = arrays.filter(([name]) => !GEOMETRY.includes(name)).map(([, value]) => value)
  return { graphBytes: bytesOf(rest), geometryBytes: bytesOf(geometry) }
}

/** Without the arrays that are the graph's own. */
function hierarchyArrays({ arcStart: _, arcHead: __, ...own }: Hierarchy): unknown[] {
  return Object.values(own)
}

function bytesOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => {
    if (ArrayBuffer.isView(value)) return sum + value.byteLength
    const data = (value as { data?: ArrayBuffer } | null)?.data
    return sum + (data instanceof ArrayBuffer ? data.byteLength : 0)
  }, 0)
}

await main()

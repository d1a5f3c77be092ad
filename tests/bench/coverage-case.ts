import { bundledCoverage, postAt, QUESTION } from '@borne/geodata/coverage/coverage.fixture'
import type { CoverageNetwork, CoverageQuestion, StartPost } from '@borne/geodata/coverage/coverage-types'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { isUsable, weighArcs } from '@borne/geodata/road-network/arc-costs'
import { buildHierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { CLOSED } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { positionOf } from './roads-case.ts'

const POSTS = 20
const SEED = 2026
/** Posts stand within this of the border: on junctions, so that pgRouting can be asked from the same places. */
const NEAR_DEGREES = 0.05

/** The bundled network with twenty posts on junctions near the border of Guidimakha. */
export interface CoverageCase {
  network: CoverageNetwork
  posts: StartPost[]
  /** Nodes of the graph at which the posts stand. */
  nodes: number[]
  question: CoverageQuestion<null>
}

export async function openCoverageCase(): Promise<CoverageCase> {
  const network = await bundledCoverage()
  const { graph } = network
  attachHierarchy(graph, buildHierarchy(graph))
  const nodes = drawNodes(network)
  const posts = nodes.map((node) => postAt(String(node), positionOf(graph, node)))
  return { network, posts, nodes, question: QUESTION }
}

/** Junctions near the border on which a usable road begins, drawn by a seed. */
function drawNodes({ graph, borders }: CoverageNetwork): number[] {
  const { options } = QUESTION
  const { centiseconds } = weighArcs(graph, options)
  const line = borders.filter(({ inGuidimakha }) => inGuidimakha).flatMap(({ coordinates }) => coordinates)
  const isNear = ([lon, lat]: readonly [number, number]) =>
    line.some(([x, y]) => Math.abs(x - lon) < NEAR_DEGREES && Math.abs(y - lat) < NEAR_DEGREES)
  const isOpen = (node: number) => {
    for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
      if (centiseconds[arc]! < CLOSED && isUsable(graph, graph.arcEdge[arc]!, options)) return true
    }
    return false
  }
  const random = seeded(SEED)
  const nodes = new Set<number>()
  while (nodes.size < POSTS) {
    const node = Math.floor(random() * graph.firstCopy)
    const position = positionOf(graph, node)
    if (isOpen(node) && isNear(position) && snapToRoad(graph, position, options, 0.5)) nodes.add(node)
  }
  return [...nodes]
}

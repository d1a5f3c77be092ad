import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { weighArcs } from '@borne/geodata/road-network/arc-costs'
import { buildHierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { CLOSED } from '@borne/geodata/road-network/shortest-path'
import { startChild } from '../support/child.ts'
import { bundledGraph } from './bench-networks.ts'
import type { Bench, BenchRow } from './bench-row.ts'
import { measureMatchingRows } from './matching-rows.ts'
import { importRows, preparationRows } from './preparation-rows.ts'
import type { Preparation } from './prepare-roads.ts'
import { EVERYWHERE, openCase, type RoadsCase } from './roads-case.ts'
import { checkAgainstDijkstra } from './roads-check.ts'
import { measureOwn } from './roads-own.ts'
import { measurePgRouting } from './roads-pgrouting.ts'
import { type Goals, roadRows } from './roads-rows.ts'
import { type MatrixParts, measureValhalla } from './roads-valhalla.ts'
import { startValhallaPeers } from './valhalla-peer.ts'
import { writeGraphPbf } from './write-graph-pbf.ts'

const NAME = 'roads'
const MILLION = 1_000_000

interface Effort {
  runs: number
  checkedStarts: number
  levels: readonly ('levels' | 'one level')[]
  valhalla: MatrixParts
  pgRoutingRuns: number
  pgRoutingManyRows: number
}

const BUNDLED: Effort = {
  runs: 9,
  checkedStarts: 25,
  levels: ['levels', 'one level'],
  valhalla: { rows: 50, manyRows: 500 },
  pgRoutingRuns: 5,
  pgRoutingManyRows: 500,
}
const LARGE: Effort = {
  runs: 5,
  checkedStarts: 5,
  levels: ['levels'],
  valhalla: { rows: 10, manyRows: 10 },
  pgRoutingRuns: 2,
  pgRoutingManyRows: 10,
}

const BUNDLED_GOALS: Goals = {
  valhalla: { route: 5, matrix: 10, manyMatrix: 100, closure: 50 },
  pgRouting: { route: 5, oneToAll: 5, matrix: 5, manyMatrix: 5, reach: 5, closure: 50 },
}
const LARGE_GOALS: Goals = {
  valhalla: { matrix: 5, manyMatrix: 50 },
  pgRouting: {},
  closureMs: 3000,
  seasonMs: 3000,
}

/** The road engine beside pgRouting and Valhalla, on the network of the region and on one of a million arcs. */
export const bench: Bench = {
  name: NAME,
  async run(tell) {
    const folder = await mkdtemp(join(tmpdir(), 'borne-bench-'))
    try {
      const graph = await bundledGraph()
      const bundled = openCase('bundled', graph, buildHierarchy(graph))
      const rows = await compare(bundled, folder, BUNDLED, BUNDLED_GOALS, tell)
      rows.push(...measureMatchingRows(NAME, graph, tell))
      const { preparation, large } = await prepareLarge(folder, tell)
      rows.push(...preparationRows(NAME, preparation))
      rows.push(...(await compare(large, folder, LARGE, LARGE_GOALS, tell)))
      rows.push(...(await importRows(NAME, pbfOf(folder, large), tell)))
      return rows
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function pbfOf(folder: string, { name }: RoadsCase): string {
  return join(folder, `${name}.osm.pbf`)
}

async function prepareLarge(folder: string, tell: (line: string) => void) {
  tell('a network of a million arcs, prepared in a process of its own')
  const file = join(folder, 'large.roads')
  const child = startChild('../bench/prepare-roads.ts', String(MILLION), file)
  const line = await child.printed('prepared ')
  await child.ended
  const preparation = JSON.parse(line.slice('prepared '.length)) as Preparation
  const bytes = await readFile(file)
  const { graph, hierarchy } = unpackRoads(new Uint8Array(bytes).buffer)
  return { preparation, large: openCase('million arcs', graph, hierarchy) }
}

async function compare(
  roads: RoadsCase,
  folder: string,
  effort: Effort,
  goals: Goals,
  tell: (line: string) => void,
): Promise<BenchRow[]> {
  const say = (line: string) => tell(`${roads.name}: ${line}`)
  say('our own engine')
  const own = await measureOwn(roads, effort.runs)
  const checkedPairs = checkAgainstDijkstra(roads, effort.checkedStarts)
  say(`${checkedPairs} pairs as by Dijkstra’s search; pgRouting now`)
  const pgRouting = await measurePgRouting(roads, effort.pgRoutingRuns, effort.pgRoutingManyRows)
  const { graph } = roads
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  const edgeSeconds = new Float64Array(graph.edgeCount).fill(Infinity)
  graph.arcEdge.forEach((edge, arc) => {
    if (centiseconds[arc]! < CLOSED) edgeSeconds[edge] = centiseconds[arc]! / 100
  })
  await writeGraphPbf(pbfOf(folder, roads), graph, edgeSeconds)
  const { peers, stop } = await startValhallaPeers(pbfOf(folder, roads), effort.levels, say)
  try {
    const valhalla = await measureValhalla(roads, peers, effort.valhalla, say)
    return roadRows(NAME, roads, { own, pgRouting, valhalla, checkedPairs }, goals)
  } finally {
    await stop()
  }
}

import { startChild } from '../support/child.ts'
import { type BenchRow, benchRow } from './bench-row.ts'
import type { ImportTaken } from './import-extract.ts'
import type { Preparation } from './prepare-roads.ts'

/** Memory by arc, and what preparing a network of a million arcs takes. */
export function preparationRows(bench: string, preparation: Preparation): BenchRow[] {
  const { arcs, nodes, graphBytes, geometryBytes, hierarchyBytes, stateBytes } = preparation
  const row = (words: string, value: number, unit: string, goal?: number) =>
    benchRow(bench, {
      row: `million arcs: ${words}`,
      value,
      unit,
      ...(goal === undefined ? {} : { goal }),
    })
  return [
    row(`hierarchy of ${arcs} arcs and ${nodes} nodes`, preparation.hierarchySeconds, 'CPU s', 60),
    row('weights for one state of the roads, whole', preparation.customizeMs, 'CPU ms'),
    row('peak memory of making, building and preparing', preparation.peakRssMegabytes, 'MB'),
    row('memory of the graph, geometry apart', graphBytes / arcs, 'bytes an arc'),
    row('memory of the hierarchy', hierarchyBytes / arcs, 'bytes an arc'),
    row('memory of one state: conditions, costs, weights', stateBytes / arcs, 'bytes an arc'),
    row('memory of geometry and its index', geometryBytes / arcs, 'bytes an arc'),
    row(
      'memory served, geometry apart: graph, hierarchy, one state',
      (graphBytes + hierarchyBytes + stateBytes) / arcs,
      'bytes an arc',
      60,
    ),
  ]
}

/** Importing an extract of a million arcs into the embedded database, in a process of its own. */
export async function importRows(
  bench: string,
  pbf: string,
  tell: (line: string) => void,
): Promise<BenchRow[]> {
  tell('importing an extract of a million arcs in a process of its own')
  const child = startChild('../bench/import-extract.ts', pbf)
  const line = await child.printed('imported ')
  await child.ended
  const { edges, seconds, peakRssMegabytes } = JSON.parse(line.slice('imported '.length)) as ImportTaken
  return [
    benchRow(bench, {
      row: `million arcs: import of an extract, ${edges} edges, into the embedded database`,
      value: seconds,
      unit: 'CPU s',
      goal: 60,
    }),
    benchRow(bench, {
      row: 'million arcs: peak memory of that import, the database included',
      value: peakRssMegabytes,
      unit: 'MB',
      goal: 1500,
    }),
  ]
}

import type { Position } from '../geometry/position.ts'
import { nearestNode } from '../road-network/connectors.ts'
import { checkRows, lineOf, number, RowRefusal, text } from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'
import type { RoadRow } from './read-roads.ts'

export interface DocumentedRoadRow extends RoadRow {
  /** Id in the source, e.g. `k01`. */
  sourceId: string
  publishedSource: string
  note: string
}

/** Documented roads are numbered from here, above any edge of the map. */
export const FIRST_DOCUMENTED_ID = 1_000_000
/** A settlement farther than this from every road of Mauritania has nothing to connect to. */
const MAX_CONNECTION_METRES = 2_000

/**
 * Reads roads known by their published length only (`documented_roads_schematic`).
 *
 * Each is tied to the nearest nodes of Mauritania's mapped roads; the length stays the published one.
 *
 * @param nodes Nodes of mapped roads in Mauritania, ferries apart.
 */
export function readDocumentedRoads(
  file: SourceFile,
  nodes: ReadonlyMap<number, Position>,
): CheckedRows<DocumentedRoadRow> {
  const features = readFeatures(file, ['id', 'from', 'to', 'length_m', 'source'])
  let next = FIRST_DOCUMENTED_ID
  return checkRows(
    features,
    (fields, geometry) => {
      const lengthMetres = number(fields, 'length_m')
      if (!(lengthMetres > 0)) throw new RowRefusal('zero-length', `length_m: ${lengthMetres}`)
      const line = lineOf(geometry)
      const u = connect(line[0]!, nodes)
      const v = connect(line[line.length - 1]!, nodes)
      return {
        id: next++,
        sourceId: text(fields, 'id'),
        u,
        v,
        highway: 'unclassified',
        lengthMetres,
        isOneway: false,
        isFerry: false,
        structure: null,
        grade: 'documented' as const,
        iso3: 'MRT',
        component: 0,
        isInGuidimakha: false,
        name: `${text(fields, 'from')} – ${text(fields, 'to')}`,
        ref: null,
        publishedSource: text(fields, 'source'),
        note: text(fields, 'note'),
        coordinates: [nodes.get(u)!, ...line, nodes.get(v)!],
      }
    },
    (row) => row.sourceId,
  )
}

function connect(position: Position, nodes: ReadonlyMap<number, Position>): number {
  const nearest = nearestNode(position, nodes)
  if (!nearest || nearest.metres > MAX_CONNECTION_METRES) {
    throw new RowRefusal('dangling-node', `no road within ${MAX_CONNECTION_METRES} m of ${position}`)
  }
  return nearest.node
}

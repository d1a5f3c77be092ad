import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { isHighway } from '../road-network/road-codes.ts'
import type { RoadEdgeRecord, RoadStructure } from '../road-network/types.ts'
import {
  checkRows,
  type Fields,
  flag,
  lineOf,
  number,
  optionalNumber,
  optionalText,
  RowRefusal,
  text,
} from './check-rows.ts'
import type { CheckedRows } from './import-error.ts'
import { readFeatures, type SourceFile } from './read-geojson.ts'

export interface RoadRow extends RoadEdgeRecord {
  coordinates: Position[]
  component: number
  isInGuidimakha: boolean
  name: string | null
  ref: string | null
}

/** Ends that name one node may lie this far apart: coordinates are rounded, lines simplified to 17 m. */
const NODE_TOLERANCE_METRES = 20
const STRUCTURES: readonly string[] = ['bridge', 'ford', 'tunnel'] satisfies RoadStructure[]

/**
 * Reads road edges (`roads_main`, `roads_local`).
 *
 * An edge is left out when its class is unknown, it has no length, or one of its ends lies elsewhere than the node
 * that it names.
 *
 * @param nodes Positions by node id; the nodes of the rows are added. Hand the same map over for each file of one network.
 */
export function readRoads(file: SourceFile, nodes: Map<number, Position>): CheckedRows<RoadRow> {
  const features = readFeatures(file, ['id', 'u', 'v', 'highway', 'len_m'])
  return checkRows(
    features,
    (fields, geometry) => readRoad(fields, lineOf(geometry), nodes),
    (row) => row.id,
  )
}

function readRoad(fields: Fields, coordinates: Position[], nodes: Map<number, Position>): RoadRow {
  const highway = text(fields, 'highway')
  const lengthMetres = number(fields, 'len_m')
  if (!isHighway(highway) || highway === 'gap') throw new RowRefusal('unknown-class', highway)
  if (!(lengthMetres > 0)) throw new RowRefusal('zero-length', `len_m: ${lengthMetres}`)
  const row: RoadRow = {
    id: number(fields, 'id'),
    u: number(fields, 'u'),
    v: number(fields, 'v'),
    highway,
    lengthMetres,
    isOneway: flag(fields, 'oneway'),
    isFerry: highway === 'ferry',
    structure: readStructure(fields),
    grade: 'mapped',
    iso3: optionalText(fields, 'iso3'),
    component: optionalNumber(fields, 'comp') ?? 0,
    isInGuidimakha: flag(fields, 'gui'),
    name: optionalText(fields, 'name'),
    ref: optionalText(fields, 'ref'),
    coordinates,
  }
  const ends = [
    [row.u, coordinates[0]!],
    [row.v, coordinates[coordinates.length - 1]!],
  ] as const
  for (const [node, position] of ends) checkNode(node, position, nodes)
  for (const [node, position] of ends) if (!nodes.has(node)) nodes.set(node, position)
  return row
}

function readStructure(fields: Fields): RoadStructure | null {
  const value = optionalText(fields, 'brunnel')
  if (value === null) return null
  if (!STRUCTURES.includes(value)) throw new RowRefusal('field-kind', `brunnel: ${value}`)
  return value as RoadStructure
}

function checkNode(node: number, position: Position, nodes: ReadonlyMap<number, Position>): void {
  const known = nodes.get(node)
  if (!known) return
  const metres = sphericalMetres(known, position)
  if (metres > NODE_TOLERANCE_METRES) {
    throw new RowRefusal('dangling-node', `node ${node} is ${Math.round(metres)} m away`)
  }
}

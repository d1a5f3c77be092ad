import type { Position } from './position.ts'

/** Values at the nodes of a grid, row by row from the south-west corner; nodes of the rim must lie above the level. */
export interface GridField {
  columns: number
  rows: number
  values: Float32Array
  /** Position of node 0, and the steps between nodes, in degrees. */
  origin: Position
  step: readonly [lon: number, lat: number]
}

/** Vertices keep this share of a step away from nodes, so that no two of them fall together. */
const LEAST_SHARE = 1e-3
/** Digits of degrees: a centimetre. */
const SCALE = 1e7

/** Sides of a cell between which the rim runs, inside on its left, by the inner corners: SW 1, SE 2, NE 4, NW 8. */
const [SOUTH, EAST, NORTH, WEST] = [0, 1, 2, 3] as const
const RUNS: readonly (readonly (readonly [from: number, to: number])[])[] = [
  [],
  [[SOUTH, WEST]],
  [[EAST, SOUTH]],
  [[EAST, WEST]],
  [[NORTH, EAST]],
  [
    [SOUTH, WEST],
    [NORTH, EAST],
  ],
  [[NORTH, SOUTH]],
  [[NORTH, WEST]],
  [[WEST, NORTH]],
  [[SOUTH, NORTH]],
  [
    [EAST, SOUTH],
    [WEST, NORTH],
  ],
  [[EAST, NORTH]],
  [[WEST, EAST]],
  [[SOUTH, EAST]],
  [[WEST, SOUTH]],
  [],
]

interface Ring {
  /** Grid edges on which its vertices lie: twice the node at their west or south end, plus 1 where they run north. */
  edges: number[]
  positions: Position[]
}

/**
 * The area in which a field lies below a level: marching squares, linear between nodes.
 *
 * Where a cell has two inner corners across, they stay apart. Of two fields of one grid, one nowhere above the other,
 * the area of the upper lies within that of the lower.
 *
 * @returns Coordinates of a MultiPolygon: outer rings counter-clockwise, then their holes, clockwise (RFC 7946); none
 *   touches itself or another.
 * @see Lorensen & Cline (1987), Marching cubes, SIGGRAPH 21(4), 163–169, in two dimensions.
 */
export function contourBelow(field: GridField, level: number): Position[][][] {
  const next = linkRuns(field, level)
  const outer: Ring[] = []
  const holes: Ring[] = []
  for (let edge = 0; edge < next.length; edge++) {
    if (next[edge] === 0) continue
    const ring = walkRing(field, level, next, edge)
    if (signedArea(ring.positions) > 0) outer.push(ring)
    else holes.push(ring)
  }
  const polygonOf = labelNodes(field, level, outer)
  const polygons = outer.map(({ positions }) => [positions])
  for (const hole of holes)
    polygons[polygonOf[innerNode(field, level, hole.edges[0]!)]! - 1]!.push(hole.positions)
  return polygons
}

/** By grid edge: 1 + the grid edge to which the rim runs on; 0 = no rim passes. */
function linkRuns({ columns, rows, values }: GridField, level: number): Int32Array {
  const next = new Int32Array(2 * columns * rows)
  for (let row = 0; row + 1 < rows; row++) {
    for (let node = row * columns; node < (row + 1) * columns - 1; node++) {
      const corners =
        (values[node]! < level ? 1 : 0) |
        (values[node + 1]! < level ? 2 : 0) |
        (values[node + columns + 1]! < level ? 4 : 0) |
        (values[node + columns]! < level ? 8 : 0)
      if (corners === 0 || corners === 15) continue
      const sides = [2 * node, 2 * (node + 1) + 1, 2 * (node + columns), 2 * node + 1]
      for (const [from, to] of RUNS[corners]!) next[sides[from]!] = sides[to]! + 1
    }
  }
  return next
}

/** Follows a rim round and takes it out of the links. */
function walkRing(field: GridField, level: number, next: Int32Array, first: number): Ring {
  const ring: Ring = { edges: [], positions: [] }
  for (let edge = first; next[edge] !== 0; ) {
    ring.edges.push(edge)
    ring.positions.push(vertexOn(field, level, edge))
    const following = next[edge]! - 1
    next[edge] = 0
    edge = following
  }
  ring.positions.push(ring.positions[0]!)
  return ring
}

function vertexOn({ columns, values, origin, step }: GridField, level: number, edge: number): Position {
  const node = edge >> 1
  const isNorthward = (edge & 1) === 1
  const [a, b] = [values[node]!, values[node + (isNorthward ? columns : 1)]!]
  const share = Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, (level - a) / (b - a)))
  const x = (node % columns) + (isNorthward ? 0 : share)
  const y = Math.floor(node / columns) + (isNorthward ? share : 0)
  return [round(origin[0] + x * step[0]), round(origin[1] + y * step[1])]
}

function round(degrees: number): number {
  return Math.round(degrees * SCALE) / SCALE
}

/** The end of a grid edge that lies inside. */
function innerNode({ columns, values }: GridField, level: number, edge: number): number {
  const node = edge >> 1
  return values[node]! < level ? node : node + ((edge & 1) === 1 ? columns : 1)
}

/** By node: 1 + the place of the outer ring in whose area it lies; 0 = outside. */
function labelNodes(field: GridField, level: number, outer: readonly Ring[]): Int32Array {
  const { columns, values } = field
  const labels = new Int32Array(values.length)
  const stack: number[] = []
  outer.forEach(({ edges }, i) => {
    const visit = (node: number) => {
      if (labels[node] !== 0 || values[node]! >= level) return
      labels[node] = i + 1
      stack.push(node)
    }
    visit(innerNode(field, level, edges[0]!))
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      visit(node - 1)
      visit(node + 1)
      visit(node - columns)
      visit(node + columns)
    }
  })
  return labels
}

/** Positive where a ring runs counter-clockwise; in square degrees. */
function signedArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  }
  return twice / 2
}

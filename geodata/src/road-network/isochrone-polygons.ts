import type { MultiPolygon } from 'geojson'
import { bboxOf } from '../geometry/bbox.ts'
import { contourBelow, type GridField } from '../geometry/contour-below.ts'
import { metresPerDegree } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { ReachedEdge } from './types.ts'

export interface IsochroneOptions {
  /** Ground this near to a reached road counts as reached. */
  reachMetres: number
  /** At most so many cells of the grid (100 at least): where more were needed, they grow. */
  mostCells: number
}

export const DEFAULT_ISOCHRONE_OPTIONS: IsochroneOptions = { reachMetres: 300, mostCells: 2_000_000 }

export interface Isochrones {
  /** In the order of the cutoffs asked. */
  areas: { seconds: number; area: MultiPolygon }[]
  /** As used: more than asked only where the cells are too wide for it. */
  reachMetres: number
  cellMetres: number
}

/** Cells of half the reach draw the rim to about a twentieth of it. */
const CELLS_PER_REACH = 2

/**
 * Areas within some metres of the parts of roads that are reached in time. Ground that no road comes near is in none.
 *
 * Only mapped roads on land count: where ferries, roads of unknown course and presumed connectors lead, no ground is
 * known to be reached beside them. Each area lies within those of greater cutoffs. Every rim is within `reachMetres` plus
 * a cell of a reached part, and every part inside, whatever the cells.
 *
 * @param reached From `findReachedEdges`, with the cutoffs as its bands.
 * @param cutoffSeconds Limits of the areas, any order.
 * @param options What is not stated is as in `DEFAULT_ISOCHRONE_OPTIONS`. Cells are half the reach wide, or as wide as
 *   `mostCells` of them need; from 0.7 × the reach on, the reach grows with them and the result states it.
 * @throws RangeError where the reach or the number of cells is not positive.
 */
export function isochronePolygons(
  reached: readonly ReachedEdge[],
  cutoffSeconds: readonly number[],
  options: Partial<IsochroneOptions> = {},
): Isochrones {
  const { reachMetres, mostCells } = { ...DEFAULT_ISOCHRONE_OPTIONS, ...options }
  if (!(reachMetres > 0)) throw new RangeError(`a reach of ${reachMetres} m`)
  if (!(mostCells >= 1)) throw new RangeError(`${mostCells} cells`)
  const greatest = Math.max(...cutoffSeconds)
  const parts = reached
    .filter(({ grade, surface, bandSeconds }) => isOnGround(grade, surface) && bandSeconds <= greatest)
    .sort((a, b) => a.bandSeconds - b.bandSeconds)
  const grid = layGrid(parts, reachMetres, mostCells)
  const areas = new Map<number, MultiPolygon>()
  let drawn = 0
  for (const seconds of [...new Set(cutoffSeconds)].sort((a, b) => a - b)) {
    for (; drawn < parts.length && parts[drawn]!.bandSeconds <= seconds; drawn++) {
      drawNear(grid, parts[drawn]!.coordinates)
    }
    const coordinates = drawn === 0 ? [] : contourBelow(grid.field, grid.reachMetres)
    areas.set(seconds, { type: 'MultiPolygon', coordinates })
  }
  return {
    areas: cutoffSeconds.map((seconds) => ({ seconds, area: areas.get(seconds)! })),
    reachMetres: grid.reachMetres,
    cellMetres: grid.cellMetres,
  }
}

function isOnGround(grade: ReachedEdge['grade'], surface: ReachedEdge['surface']): boolean {
  return grade === 'mapped' && surface !== 'ferry'
}

/** Distances to the nearest part that was drawn, as far as a cell beyond the reach. */
interface DistanceGrid {
  field: GridField
  reachMetres: number
  cellMetres: number
}

function layGrid(parts: readonly ReachedEdge[], reachMetres: number, mostCells: number): DistanceGrid {
  if (parts.length === 0) {
    const field: GridField = {
      columns: 0,
      rows: 0,
      values: new Float32Array(0),
      origin: [0, 0],
      step: [0, 0],
    }
    return { field, reachMetres, cellMetres: reachMetres / CELLS_PER_REACH }
  }
  const [west, south, east, north] = bboxOf(parts.flatMap(({ coordinates }) => coordinates))
  // The scale of the latitude at which a degree of longitude is longest: nowhere are cells wider.
  const nearestEquator = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north))
  const [perLon, perLat] = metresPerDegree(nearestEquator)
  const [width, height] = [(east - west) * perLon, (north - south) * perLat]
  let cellMetres = reachMetres / CELLS_PER_REACH
  let [reach, columns, rows] = [reachMetres, 0, 0]
  for (;;) {
    reach = Math.max(reachMetres, cellMetres * Math.SQRT2)
    columns = Math.ceil((width + 2 * reach) / cellMetres) + 4
    rows = Math.ceil((height + 2 * reach) / cellMetres) + 4
    if (columns * rows <= Math.max(mostCells, 100)) break
    cellMetres *= Math.max(1.02, Math.sqrt((columns * rows) / mostCells))
  }
  const step = [cellMetres / perLon, cellMetres / perLat] as const
  const margin = reach / cellMetres + 2
  return {
    field: {
      columns,
      rows,
      values: new Float32Array(columns * rows).fill(reach + cellMetres),
      origin: [west - margin * step[0], south - margin * step[1]],
      step,
    },
    reachMetres: reach,
    cellMetres,
  }
}

/** Lowers the distances around a line. */
function drawNear({ field, reachMetres, cellMetres }: DistanceGrid, line: readonly Position[]): void {
  for (let i = 1; i < line.length; i++) drawPiece(field, line[i - 1]!, line[i]!, reachMetres + cellMetres)
}

function drawPiece(
  { columns, rows, values, origin, step }: GridField,
  a: Position,
  b: Position,
  far: number,
): void {
  const [perLon, perLat] = metresPerDegree((a[1] + b[1]) / 2)
  const [stepX, stepY] = [step[0] * perLon, step[1] * perLat]
  const [ax, ay] = [(a[0] - origin[0]) * perLon, (a[1] - origin[1]) * perLat]
  const [dx, dy] = [(b[0] - a[0]) * perLon, (b[1] - a[1]) * perLat]
  const square = dx * dx + dy * dy
  const firstRow = Math.max(0, Math.ceil((Math.min(ay, ay + dy) - far) / stepY))
  const lastRow = Math.min(rows - 1, Math.floor((Math.max(ay, ay + dy) + far) / stepY))
  const firstColumn = Math.max(0, Math.ceil((Math.min(ax, ax + dx) - far) / stepX))
  const lastColumn = Math.min(columns - 1, Math.floor((Math.max(ax, ax + dx) + far) / stepX))
  for (let row = firstRow; row <= lastRow; row++) {
    const y = row * stepY - ay
    for (let column = firstColumn; column <= lastColumn; column++) {
      const x = column * stepX - ax
      const along = square > 0 ? Math.max(0, Math.min(1, (x * dx + y * dy) / square)) : 0
      const offX = x - along * dx
      const offY = y - along * dy
      const off = offX * offX + offY * offY
      const node = row * columns + column
      if (off < values[node]! * values[node]!) values[node] = Math.sqrt(off)
    }
  }
}

import type { MultiPolygon, Polygon, Position } from 'geojson'
import { chainLines, key } from './chain-lines.ts'
import type { SourceFeature } from './geodata-files.ts'

/**
 * The lines between neighbouring units, each drawn once. The outer rim is left out: it is the border of the
 * country, which another source draws better.
 *
 * @param units Polygons that tile exactly: neighbours share their vertices.
 * @param levelBetween The level of the boundary between two units, e.g. 2 between two moughataas.
 */
export function boundaryLines<Unit extends SourceFeature<Polygon | MultiPolygon>>(
  units: readonly Unit[],
  levelBetween: (one: Unit, other: Unit) => number,
): { level: number; lines: Position[][] }[] {
  const firstOwner = new Map<string, Unit>()
  const edges = new Map<number, Position[][]>()
  for (const unit of units) {
    for (const ring of ringsOf(unit.geometry)) {
      for (let index = 1; index < ring.length; index++) {
        const edge = [ring[index - 1]!, ring[index]!]
        const id = edge.map(key).sort().join(' ')
        const other = firstOwner.get(id)
        if (!other) firstOwner.set(id, unit)
        else if (other !== unit) {
          const level = levelBetween(unit, other)
          const lines = edges.get(level)
          if (lines) lines.push(edge)
          else edges.set(level, [edge])
        }
      }
    }
  }
  return [...edges].map(([level, lines]) => ({ level, lines: chainLines(lines) }))
}

export function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

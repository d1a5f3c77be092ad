import { indexAreas } from '../geometry/area-index.ts'
import type { Position } from '../geometry/position.ts'
import type { MissionQuestion } from './mission-types.ts'

/**
 * Which places of a question lie in some of its areas.
 *
 * @returns 1 for each place inside, in the order of the question's places.
 * @throws RangeError when the question lacks an area.
 */
export function findBarredPlaces(
  { places, areas }: Pick<MissionQuestion, 'places' | 'areas'>,
  areaIds: readonly string[],
): Uint8Array {
  const named = areaIds.map((id) => {
    const area = areas.find((other) => other.id === id)
    if (!area) throw new RangeError(`the mission has no area ${id}`)
    return { name: id, polygons: [area.polygon.coordinates as Position[][]] }
  })
  const areaAt = indexAreas(named)
  return Uint8Array.from(places, ({ position }) => (areaAt(position) === null ? 0 : 1))
}

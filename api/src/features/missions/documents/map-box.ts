import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { boxAround, type MapBox } from '../../../platform/documents/map-view.ts'
import type { LegCourses } from '../answer-mission.ts'

/** All places and ways of a mission, with some room around them. */
export function mapBox({ places }: Pick<MissionQuestion, 'places'>, courses: LegCourses): MapBox {
  const lines = courses.flat().flatMap((course) => course?.coordinates ?? [])
  return boxAround([...places.map(({ position }) => position), ...lines])
}

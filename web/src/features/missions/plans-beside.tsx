import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { useMemo } from 'react'
import { useMapTwin } from '../../map/twin.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { useItineraryLayers } from './itinerary-on-map.tsx'
import { drawnLegs } from './leg-ways.ts'

interface PlansBesideProps {
  question: MissionQuestion
  /** On the first map, which shows it anyway. */
  first: TimedPlan
  second: TimedPlan
  day: string | null
  names: readonly [first: string, second: string]
}

/** Two plans on two maps beside each other. Renders no DOM: the map owns its canvases. */
export function PlansBeside({ question, first, second, day, names: [one, other] }: PlansBesideProps) {
  const { lines, stops } = useItineraryLayers({ question, timed: second, day, isStale: false })
  const twin = useMemo(() => {
    const drawn = [first, second].flatMap((timed) => drawnLegs(question, timed))
    const positions = drawn.filter(({ leg }) => day === null || leg.date === day).flatMap(({ line }) => line)
    const ends = question.places.map(({ position }) => position)
    const bbox = bboxOf(positions.length > 0 ? positions : ends)
    return { titles: [one, other] as const, layers: [...lines, ...stops], bbox }
  }, [question, first, second, day, one, other, lines, stops])
  useMapTwin(twin)
  return null
}

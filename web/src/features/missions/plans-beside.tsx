import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { useMemo } from 'react'
import { useMapTwin } from '../../map/twin.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { useItineraryLayers } from './itinerary-on-map.tsx'

interface PlansBesideProps {
  question: MissionQuestion
  /** On the second map; the first one shows the plan that is shown anyway. */
  timed: TimedPlan
  day: string | null
  names: readonly [first: string, second: string]
}

/** Another plan on a second map beside the first one. Renders no DOM: the map owns its canvases. */
export function PlansBeside({ question, timed, day, names: [first, second] }: PlansBesideProps) {
  const { lines, stops } = useItineraryLayers({ question, timed, day, isStale: false })
  const twin = useMemo(
    () => ({ titles: [first, second] as const, layers: [...lines, ...stops] }),
    [first, second, lines, stops],
  )
  useMapTwin(twin)
  return null
}

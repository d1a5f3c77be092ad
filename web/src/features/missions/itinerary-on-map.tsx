import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { useEffect, useMemo } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { useMapTheme } from '../../map/pick.ts'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { itineraryLines, itineraryStops } from './itinerary-layers.ts'

interface ItineraryOnMapProps {
  question: MissionQuestion
  timed: TimedPlan | null
  day: string | null
  isStale: boolean
}

/** The itinerary on the map, in view beside the panel. Renders no DOM: the map owns the canvas. */
export function ItineraryOnMap({ question, timed, day, isStale }: ItineraryOnMapProps) {
  const { show } = useMapCamera()
  const { lines, stops } = useItineraryLayers({ question, timed, day, isStale })
  useMapLayers('ways', lines)
  useMapLayers('selection', stops)
  const shown = useMemo(() => placesOfDay(question, timed, day), [question, timed, day])
  const key = JSON.stringify(shown)
  useEffect(() => {
    const places = JSON.parse(key) as [number, number][]
    if (places.length < 2) return
    const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
    show({ bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] })
  }, [key, show])
  return null
}

/** The layers of an itinerary; none before there is a plan. */
export function useItineraryLayers({ question, timed, day, isStale }: ItineraryOnMapProps) {
  const theme = useMapTheme()
  const lines = useMemo(
    () => (timed ? itineraryLines({ timed, question, day, isStale, theme }) : []),
    [timed, question, day, isStale, theme],
  )
  const stops = useMemo(
    () => (timed ? itineraryStops({ timed, question, day, theme }, timed.plan.droppedVisitIds) : []),
    [timed, question, day, theme],
  )
  return { lines, stops }
}

/** Of all days before there is a plan. */
function placesOfDay({ places }: MissionQuestion, timed: TimedPlan | null, day: string | null) {
  const legs = timed?.itinerary.days.flatMap(({ date, legs }) => (date === day ? legs : [])) ?? []
  const used = new Set(legs.flatMap(({ fromPlaceId, toPlaceId }) => [fromPlaceId, toPlaceId]))
  return places.filter(({ id }) => day === null || used.has(id)).map(({ position }) => position)
}

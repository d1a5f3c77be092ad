import { isochronePolygons } from '@borne/geodata/road-network/isochrone-polygons'
import { findReachedEdges } from '@borne/geodata/road-network/reached-edges'
import { findReachTimes } from '@borne/geodata/road-network/travel-times'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { problem } from '../../platform/problems.ts'
import type { RoadEngine } from '../../platform/road-engine.ts'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { Isochrones } from './contract.ts'

const MOST_CONTOURS = 6
const MOST_MINUTES = 1440

export type FoundIsochrones = Omit<Isochrones, 'computeMilliseconds' | 'attribution'>
type Area = Isochrones['areas']['features'][number]

/** @throws problem `minutes-unreadable` unless there are one to six different times of 1 to 1440 minutes. */
export function parseMinutes(text: string): number[] {
  const minutes = [...new Set(text.split(',').map((part) => Number(part.trim() || Number.NaN)))]
  const isRight = minutes.every((one) => one >= 1 && one <= MOST_MINUTES)
  if (!isRight || minutes.length > MOST_CONTOURS)
    throw problem('minutes-unreadable', { value: text }, { field: 'minutes' })
  return minutes.sort((a, b) => b - a)
}

/** Areas round the roads that are reached within the minutes, the widest first. */
export function findIsochrones(
  { network, options, state }: RoadQuestion,
  from: SnappedPoint,
  minutes: readonly number[],
  reachMetres: number,
): FoundIsochrones {
  const seconds = minutes.map((one) => one * 60)
  const times = findReachTimes(network.graph, [from], options, Math.max(...seconds))
  const reached = findReachedEdges(network.graph, times, seconds)
  const found = isochronePolygons(reached, seconds, { reachMetres })
  const features = found.areas.map(({ seconds: cutoff, area }): Area => {
    const within = reached.filter(({ bandSeconds }) => bandSeconds <= cutoff)
    const reachedRoadMetres = within.reduce((sum, edge) => sum + edge.lengthMetres, 0)
    return {
      type: 'Feature',
      geometry: area,
      properties: { minutes: cutoff / 60, reachedRoadMetres: Math.round(reachedRoadMetres) },
    }
  })
  return {
    areas: { type: 'FeatureCollection', features },
    reachMetres: found.reachMetres,
    offRoadMetres: Math.round(from.offRoadMetres),
    state,
  }
}

/** The same as an engine of another make draws them: how far it claims ground, it does not tell. */
export async function findIsochronesByEngine(
  engine: RoadEngine,
  { engineQuestion, state }: RoadQuestion,
  from: SnappedPoint,
  minutes: readonly number[],
): Promise<FoundIsochrones> {
  const areas = await engine.findIsochrones(from.position, minutes, engineQuestion)
  return {
    areas: {
      type: 'FeatureCollection',
      features: areas.map(
        ({ minutes: cutoff, area }): Area => ({
          type: 'Feature',
          geometry: area,
          properties: { minutes: cutoff, reachedRoadMetres: null },
        }),
      ),
    },
    reachMetres: null,
    offRoadMetres: Math.round(from.offRoadMetres),
    state: { ...state, engine: { name: engine.name, limits: [...engine.limits] } },
  }
}

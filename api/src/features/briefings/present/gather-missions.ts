import type { Position } from 'geojson'
import type { Mission, MissionQuestionAnswer } from '../../missions/contract.ts'
import type { Way } from '../../ways/contract.ts'
import type { MissionFact } from '../facts.ts'
import { type Gathering, orNull } from './gathering.ts'

/** The ways of the missions that slides draw, day by day over the roads of that day. */
export async function gatherMissions(at: Gathering): Promise<Map<string, MissionFact>> {
  const { briefing, may } = at
  const facts = new Map<string, MissionFact>()
  if (!may('missions.read') || !may('ways.read')) return facts
  for (const { id, view } of briefing.slides) {
    if (!view?.missionId || !view.layers.includes('mission')) continue
    const fact = await findMission(at, view.missionId)
    if (fact) facts.set(id, fact)
  }
  return facts
}

/** Null when the mission is gone, or not the caller's to see; what it says then is not told. */
async function findMission(at: Gathering, missionId: string): Promise<MissionFact | null> {
  const { ask } = at
  const mission = await orNull(ask<Mission>(`/api/missions/${missionId}`))
  if (!mission) return null
  const { question, plan } = await ask<MissionQuestionAnswer>(`/api/missions/${missionId}/question`)
  const places = new Map(question.places.map((place) => [place.id, place]))
  const visits = new Map(question.visits.map((visit) => [visit.id, visit.placeId]))
  const planned = plan?.days ?? []
  const days: MissionFact['days'][number][] = []
  const ends = new Map<string, string>()
  for (const { teamId, date, visitIds, endPlaceId } of planned) {
    const start = ends.get(teamId) ?? question.startPlaceId
    ends.set(teamId, endPlaceId)
    const stops = [start, ...visitIds.flatMap((id) => visits.get(id) ?? []), endPlaceId]
    const team = question.teams.find(({ id }) => id === teamId)
    days.push({
      on: date,
      lines: await waysAlong(at, {
        date,
        vehicle: team?.vehicles[0]?.profileId,
        stops: stops.flatMap((id) => {
          const place = places.get(id)
          return place ? [place.position] : []
        }),
      }),
    })
  }
  const visited = planned.length > 0 ? planned.flatMap(({ visitIds }) => visitIds) : [...visits.keys()]
  return {
    title: mission.title,
    days,
    stops: visited.flatMap((id) => {
      const place = places.get(visits.get(id) ?? '')
      return place ? [{ name: place.name, position: place.position }] : []
    }),
  }
}

interface DayWay {
  readonly date: string
  readonly vehicle: string | undefined
  readonly stops: readonly Position[]
}

/** A stretch to which no way is known is not drawn. */
async function waysAlong({ ask }: Gathering, { date, vehicle, stops }: DayWay): Promise<Position[][]> {
  const lines: Position[][] = []
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1]
    if (!from || (from[0] === to[0] && from[1] === to[1])) continue
    const query = new URLSearchParams({ stops: `${from.join()};${to.join()}`, date, crossing: 'true' })
    if (vehicle) query.set('vehicle', vehicle)
    const way = await orNull(ask<Way>(`/api/ways?${query}`))
    for (const { geometry } of way?.pieces.features ?? [])
      if (geometry?.type === 'LineString') lines.push(geometry.coordinates)
  }
  return lines
}

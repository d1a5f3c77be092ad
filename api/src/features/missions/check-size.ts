import { problem } from '../../platform/problems.ts'
import { MOST_DAYS, MOST_NIGHT_PLACES, MOST_TEAM_VEHICLES, MOST_TEAMS, MOST_VISITS } from './plan-contract.ts'

interface MissionSize {
  readonly days: number
  readonly visits: number
  readonly nightPlaces: number
  /** The vehicles of each. */
  readonly teams: readonly (readonly unknown[])[]
}

/** @throws problem `mission-too-large` on the field that is too much, with what there may be. */
export function checkSize({ days, visits, nightPlaces, teams }: MissionSize): void {
  const vehicles = Math.max(0, ...teams.map(({ length }) => length))
  for (const [field, count, most] of [
    ['visits', visits, MOST_VISITS],
    ['until', days, MOST_DAYS],
    ['teams', teams.length, MOST_TEAMS],
    ['teams.vehicles', vehicles, MOST_TEAM_VEHICLES],
    ['nightPlaceIds', nightPlaces, MOST_NIGHT_PLACES],
  ] as const) {
    if (count <= most) continue
    const words = {
      count,
      most,
      visits: MOST_VISITS,
      days: MOST_DAYS,
      teams: MOST_TEAMS,
      vehicles: MOST_TEAM_VEHICLES,
      nights: MOST_NIGHT_PLACES,
    }
    throw problem('mission-too-large', { ...words, field }, { field })
  }
}

import type { IsoDate } from '../road-state/types.ts'
import { isInSeason } from './mission-clock.ts'
import type { MissionQuestion, MissionRule, MissionTeam, TravelAsk } from './mission-types.ts'

/** Rules that forbid and concern a team on a day, in the order of the question. */
export function forbidsOf(question: MissionQuestion, team: MissionTeam, date: IsoDate): MissionRule[] {
  return question.rules.filter(
    (rule) =>
      rule.level === 'forbid' &&
      isInSeason(date, rule) &&
      (rule.profileId === null || team.vehicles.some(({ profileId }) => profileId === rule.profileId)),
  )
}

/**
 * What the road engine has to tell of a team's day: null where the team may drive nowhere.
 *
 * Rules on being somewhere (clearance, escort, convoy, entry) become areas to be avoided; without an area they hold
 * everywhere.
 */
export function travelAskOf(question: MissionQuestion, team: MissionTeam, date: IsoDate): TravelAsk | null {
  const forbids = forbidsOf(question, team, date)
  const barred = forbids.filter((rule) => isBarred(rule, team, date))
  if (barred.some(({ areaId }) => areaId === null) || team.vehicles.length === 0) return null
  return {
    date,
    profileIds: team.vehicles.map(({ profileId }) => profileId).sort(),
    avoidedAreaIds: [...new Set(barred.flatMap(({ areaId }) => areaId ?? []))].sort(),
    allowCrossing: !forbids.some(({ demand }) => demand.kind === 'border-crossing'),
  }
}

/**
 * All that a question asks of the road engine, each once: one for each different fleet, day and set of avoided areas.
 *
 * `explainDropped` and `findConflict` lift rules and so may ask for more.
 */
export function travelAsks(question: MissionQuestion): TravelAsk[] {
  const asks = new Map<string, TravelAsk>()
  for (const date of question.dates) {
    for (const team of question.teams) {
      const ask = travelAskOf(question, team, date)
      if (ask) asks.set(travelKey(ask), ask)
    }
  }
  return [...asks.values()]
}

/** The same text for asks that have the same answer. */
export function travelKey({ date, profileIds, avoidedAreaIds, allowCrossing }: TravelAsk): string {
  return JSON.stringify([date, profileIds, avoidedAreaIds, allowCrossing])
}

function isBarred({ demand }: MissionRule, team: MissionTeam, date: IsoDate): boolean {
  switch (demand.kind) {
    case 'no-entry':
      return true
    case 'escort':
      return !team.hasEscort
    case 'convoy':
      return team.vehicles.length < demand.vehicles
    case 'clearance':
      return date < demand.from || date > demand.until
    default:
      return false
  }
}

import type { IsoDate } from '../road-state/types.ts'
import { findBarredPlaces } from './find-barred-places.ts'
import type { MissionQuestion, MissionRule, MissionTeam, RuleDemand, TravelAsk } from './mission-types.ts'
import { forbidsOf, travelAskOf } from './travel-asks.ts'

/** A team's day and what is known of it before anything is planned. */
export interface CompiledDay {
  readonly team: MissionTeam
  readonly date: IsoDate
  readonly day: number
  readonly forbids: readonly MissionRule[]
  /** What is asked of the roads; null = nobody may drive. */
  readonly ask: TravelAsk | null
  /** 1 = inside an area that the team may not enter on that day. */
  readonly barred: Uint8Array
}

/** What the rules that forbid make of a team's day. */
export function compileDay(
  question: MissionQuestion,
  team: MissionTeam,
  date: IsoDate,
  day: number,
): CompiledDay {
  const ask = travelAskOf(question, team, date)
  return {
    team,
    date,
    day,
    forbids: forbidsOf(question, team, date),
    ask,
    barred: findBarredPlaces(question, ask?.avoidedAreaIds ?? []),
  }
}

/** What the rules of a kind demand on a day. */
export function demandsOf<K extends RuleDemand['kind']>(
  { forbids }: CompiledDay,
  kind: K,
): Extract<RuleDemand, { kind: K }>[] {
  return forbids.flatMap(({ demand }) =>
    demand.kind === kind ? [demand as Extract<RuleDemand, { kind: K }>] : [],
  )
}

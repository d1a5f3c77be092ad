import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { clockTime } from './clock.ts'
import { stopLabel } from './itinerary-layers.ts'
import { placeName } from './rule-words.ts'

/** A leg with the visit that it leads to; the last of a day leads to its end. */
export interface TimetableRow {
  readonly key: string
  readonly date: string
  readonly team: string
  /** Null: the end of the day. */
  readonly label: string | null
  readonly place: string
  readonly departs: string
  /** Null: no road. */
  readonly driveSeconds: number | null
  readonly restSeconds: number
  readonly metres: number | null
  readonly arrives: string
  readonly arrivesLate: string
  readonly waitSeconds: number | null
  readonly begins: string | null
  readonly ends: string | null
  readonly marginSeconds: number | null
  readonly litres: number | null
}

/** Every leg of a plan with its times, day after day for each team. */
export function timetableRows(
  question: MissionQuestion,
  { itinerary }: Pick<TimedPlan, 'itinerary'>,
): TimetableRow[] {
  return itinerary.days.flatMap(({ teamId, date, legs, visits }) =>
    legs.map((leg, index): TimetableRow => {
      const visit = visits[index]
      return {
        key: `${teamId} ${date} ${index}`,
        date,
        team: question.teams.find(({ id }) => id === teamId)?.name ?? '',
        label: visit ? stopLabel(question, teamId, date, index) : null,
        place: placeName(question, leg.toPlaceId),
        departs: clockTime(leg.departsAt),
        driveSeconds: leg.hasWay ? leg.driveSeconds : null,
        restSeconds: leg.restSeconds,
        metres: leg.hasWay ? leg.metres : null,
        arrives: clockTime(leg.arrivesAt),
        arrivesLate: clockTime(leg.arrivesP90At),
        waitSeconds: visit?.waitSeconds ?? null,
        begins: visit ? clockTime(visit.beginsAt) : null,
        ends: visit ? clockTime(visit.endsAt) : null,
        marginSeconds: visit?.marginSeconds ?? null,
        litres: leg.hasWay ? leg.litres : null,
      }
    }),
  )
}

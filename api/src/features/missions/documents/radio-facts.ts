import { measureInside } from '@borne/geodata/geometry/measure-inside'
import type { Position } from '@borne/geodata/geometry/position'
import { isInSeason } from '@borne/geodata/itinerary/mission-clock'
import type { TimedDay } from '@borne/geodata/itinerary/mission-types'
import { type RadioCheck, radioChecks } from '@borne/geodata/itinerary/radio-checks'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown } from '../../../platform/documents/french-words.ts'
import { vehiclesOf } from './mission-facts.ts'
import { type MissionSource, nameOf, teamName, travelDays } from './mission-source.ts'
import { tellClock, tellKilometres, tellPosition, tellWeekday } from './mission-words.ts'

/** When each team is to be heard of, by the rules of radio checks, and where it should then be. */
export function radioFacts(source: MissionSource): Facts {
  const rules = source.question.rules.filter(({ demand }) => demand.kind === 'radio-check')
  return {
    reglesRadio: rules.map(({ name, demand, source: said }) => ({
      regleRadio: name,
      intervalleRadio: demand.kind === 'radio-check' ? `${demand.everyMinutes}\u00a0min` : '',
      sourceRadio: orUnknown(said),
    })),
    joursRadio: travelDays(source).map((day) => ({
      jourRadio: tellWeekday(day.date),
      equipeRadio: teamName(source, day.teamId),
      indicatifs: orUnknown(
        vehiclesOf(source, day.teamId)
          .map(({ name, radio }) => (radio ? `${name} : ${radio}` : name))
          .join(' ; '),
      ),
      vacations: checksOf(source, day).map((check) => ({
        heureVacation: tellClock(check.at),
        lieuVacation: tellWhere(source, day, check),
        positionVacation: check.position ? tellPosition(check.position) : '—',
      })),
    })),
  }
}

function checksOf(source: MissionSource, day: TimedDay): RadioCheck[] {
  const courses = source.courses[source.itinerary.days.indexOf(day)] ?? []
  return radioChecks(
    day,
    (leg) => everyMinutes(source, day, courses[leg]?.coordinates ?? []),
    (leg) => courses[leg] ?? null,
  )
}

/** The strictest of the rules that hold on that day, for those vehicles, on that way. */
function everyMinutes(
  { question, mission }: MissionSource,
  { date, teamId }: TimedDay,
  line: readonly Position[],
): number | null {
  const team = question.teams.find(({ id }) => id === teamId)
  const minutes = question.rules.flatMap((rule) => {
    if (rule.demand.kind !== 'radio-check' || !isInSeason(date, rule)) return []
    const isTheirs =
      rule.profileId === null || team?.vehicles.some(({ profileId }) => profileId === rule.profileId)
    const area = question.areas.find(({ id }) => id === rule.areaId)
    const isThere =
      rule.areaId === null || (area && measureInside(area.polygon.coordinates as Position[][])(line) > 0)
    return isTheirs && isThere ? [rule.demand.everyMinutes] : []
  })
  return mission.teams.length > 0 && minutes.length > 0 ? Math.min(...minutes) : null
}

function tellWhere(source: MissionSource, { legs }: TimedDay, { kind, leg, metres }: RadioCheck): string {
  const { fromPlaceId, toPlaceId } = legs[leg]!
  if (kind === 'departure') return `départ de ${nameOf(source, fromPlaceId)}`
  if (kind === 'arrival') return `arrivée à ${nameOf(source, toPlaceId)}`
  return `${tellKilometres(metres)} après ${nameOf(source, fromPlaceId)}, vers ${nameOf(source, toPlaceId)}`
}

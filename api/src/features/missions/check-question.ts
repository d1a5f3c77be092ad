import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { addDays } from '@borne/geodata/works/days'
import { checkText } from '../../platform/check-text.ts'
import { problem } from '../../platform/problems.ts'
import { refuseCircle, refuseRepeated, refuseUnknown } from './change-mission.ts'
import { checkForcedWays } from './check-forced-ways.ts'
import { checkSize } from './check-size.ts'

/** A question that names nothing twice and nothing that it lacks. @throws problems of the catalogue on the field. */
export function checkQuestion(question: MissionQuestion): void {
  const { dates, teams, places, visits, areas, rules, nightPlaceIds } = question
  checkText(question)
  checkSize({
    days: dates.length,
    visits: visits.length,
    nightPlaces: nightPlaceIds.length,
    teams: teams.map(({ vehicles }) => vehicles),
  })
  const gap = dates.findIndex((date, index) => index > 0 && date !== addDays(dates[index - 1]!, 1))
  if (gap > 0) throw problem('mission-days-apart', { date: dates[gap] }, { field: `dates.${gap}` })
  for (const [field, parts] of Object.entries({ teams, places, visits, areas, rules }))
    refuseRepeated(
      field,
      parts.map(({ id }) => id),
    )
  const known = (parts: readonly { readonly id: string }[]) =>
    new Set<string | null>([null, ...parts.map(({ id }) => id)])
  const [placeIds, teamIds, visitIds, areaIds] = [known(places), known(teams), known(visits), known(areas)]
  refuseUnknown(placeIds, question.startPlaceId, 'startPlaceId')
  refuseUnknown(placeIds, question.endPlaceId, 'endPlaceId')
  for (const [index, id] of nightPlaceIds.entries()) refuseUnknown(placeIds, id, `nightPlaceIds.${index}`)
  for (const [index, visit] of visits.entries()) {
    refuseUnknown(placeIds, visit.placeId, `visits.${index}.placeId`)
    refuseUnknown(teamIds, visit.pinnedTeamId, `visits.${index}.pinnedTeamId`)
    refuseUnknown(visitIds, visit.afterVisitId, `visits.${index}.afterVisitId`)
  }
  for (const [index, { areaId }] of rules.entries()) refuseUnknown(areaIds, areaId, `rules.${index}.areaId`)
  refuseCircle(visits)
}

/** A plan of that question. */
export function checkPlanOf({ teams, dates, places, visits }: MissionQuestion, plan: MissionPlan): void {
  const { days, droppedVisitIds } = plan
  checkText(plan)
  checkForcedWays(plan)
  const ids = (parts: readonly { readonly id: string }[]) => new Set<string | null>(parts.map(({ id }) => id))
  const [teamIds, placeIds, visitIds] = [ids(teams), ids(places), ids(visits)]
  for (const [index, day] of days.entries()) {
    refuseUnknown(teamIds, day.teamId, `plan.days.${index}.teamId`)
    refuseUnknown(placeIds, day.endPlaceId, `plan.days.${index}.endPlaceId`)
    refuseUnknown(new Set(dates), day.date, `plan.days.${index}.date`)
    for (const { fromPlaceId, toPlaceId } of day.forcedWays ?? [])
      for (const id of [fromPlaceId, toPlaceId]) refuseUnknown(placeIds, id, `plan.days.${index}.forcedWays`)
    for (const visitId of day.visitIds) refuseUnknown(visitIds, visitId, `plan.days.${index}.visitIds`)
  }
  for (const visitId of droppedVisitIds) refuseUnknown(visitIds, visitId, 'plan.droppedVisitIds')
  refuseRepeated('plan.days', [...days.flatMap((day) => day.visitIds), ...droppedVisitIds])
}

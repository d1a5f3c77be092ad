import {
  type Itinerary,
  type MissionQuestion,
  VISIT_PRIORITIES,
} from '@borne/geodata/itinerary/mission-types'

/** Less is better, the first figure that differs decides: visits left out from required to low, time away, metres. */
export function planFigures({ visits }: MissionQuestion, itinerary: Itinerary): number[] {
  const dropped = new Set(itinerary.droppedVisitIds)
  const left = VISIT_PRIORITIES.map(
    (priority) => visits.filter((visit) => visit.priority === priority && dropped.has(visit.id)).length,
  )
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const seconds = itinerary.days.map(({ driveSeconds, waitSeconds }) => driveSeconds + waitSeconds)
  return [...left, Math.round(sum(seconds) / 60), sum(itinerary.days.map(({ metres }) => metres))]
}

/** Whether a plan of the same question is better than the one that is held. */
export function isBetter(question: MissionQuestion, plan: Itinerary, held: Itinerary | null): boolean {
  if (!held) return true
  const [own, others] = [planFigures(question, plan), planFigures(question, held)]
  const at = own.findIndex((figure, index) => figure !== others[index])
  return at >= 0 && own[at]! < others[at]!
}

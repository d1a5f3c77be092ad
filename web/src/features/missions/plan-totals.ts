import type { Itinerary } from '@borne/geodata/itinerary/mission-types'

export interface PlanTotals {
  readonly driveSeconds: number
  readonly waitSeconds: number
  readonly metres: number
  readonly litres: number
  /** Visits made. */
  readonly served: number
}

/** An itinerary in sums. */
export function planTotals({ days }: Itinerary): PlanTotals {
  const sum = (of: (day: Itinerary['days'][number]) => number) =>
    days.reduce((total, day) => total + of(day), 0)
  return {
    driveSeconds: sum((day) => day.driveSeconds),
    waitSeconds: sum((day) => day.waitSeconds),
    metres: sum((day) => day.metres),
    litres: sum((day) => day.litres),
    served: sum((day) => day.visits.length),
  }
}

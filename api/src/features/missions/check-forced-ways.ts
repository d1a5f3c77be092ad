import { MOST_LEG_POINTS } from '@borne/geodata/itinerary/force-way'
import type { MissionPlan } from '@borne/geodata/itinerary/mission-types'
import { problem } from '../../platform/problems.ts'
import { MOST_PLAN_POINTS } from './plan-contract.ts'

/**
 * A leg is forced once, over points on earth, and over as many as a person sets by hand.
 *
 * @throws problems of the catalogue on the field.
 */
export function checkForcedWays({ days }: MissionPlan): void {
  let count = 0
  for (const [index, { forcedWays = [] }] of days.entries()) {
    const legs = forcedWays.map(({ fromPlaceId, toPlaceId }) => `${fromPlaceId} → ${toPlaceId}`)
    const field = `plan.days.${index}.forcedWays`
    const repeated = legs.find((leg, at) => legs.indexOf(leg) !== at)
    if (repeated !== undefined) throw problem('mission-repeated', { id: repeated }, { field })
    for (const [way, { via }] of forcedWays.entries()) {
      count += via.length
      if (via.length > MOST_LEG_POINTS || count > MOST_PLAN_POINTS)
        throw problem(
          'mission-too-many-points',
          { most: MOST_LEG_POINTS, all: MOST_PLAN_POINTS },
          { field: `${field}.${way}` },
        )
      for (const [at, { position }] of via.entries()) {
        const [lon, lat] = position
        if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
          throw problem('mission-position-not-on-earth', { lon, lat }, { field: `${field}.${way}.via.${at}` })
      }
    }
  }
}

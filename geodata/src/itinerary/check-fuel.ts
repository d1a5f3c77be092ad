import type { MissionQuestion, MissionTeam, TimedDay } from './mission-types.ts'

const TOLERANCE_LITRES = 0.001

/**
 * Litres that a team lacks on a day to keep a share of what it holds: on coming to a place that sells fuel, where it fills
 * up, and at the end of its mission. It begins full.
 */
export function checkFuel(
  { places }: MissionQuestion,
  { vehicles }: MissionTeam,
  days: readonly TimedDay[],
  index: number,
  share: number,
): { leg: number; excess: number; unit: 'litres' }[] {
  const held = vehicles.reduce((sum, { tankLitres, spareLitres }) => sum + tankLitres + spareLitres, 0)
  const fuelPlaces = new Set(places.filter(({ sellsFuel }) => sellsFuel).map(({ id }) => id))
  const missing: { leg: number; excess: number; unit: 'litres' }[] = []
  let used = 0
  for (const [number, { legs }] of days.slice(0, index + 1).entries()) {
    for (const [leg, { toPlaceId, litres }] of legs.entries()) {
      used += litres
      const isEnd = number === days.length - 1 && leg === legs.length - 1
      if (!fuelPlaces.has(toPlaceId) && !isEnd) continue
      const excess = used - (1 - share) * held
      if (number === index && excess > TOLERANCE_LITRES) missing.push({ leg, excess, unit: 'litres' })
      used = 0
    }
  }
  return missing
}

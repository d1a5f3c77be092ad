import { type CompiledDay, demandsOf } from './compile-day.ts'
import type { DayTravel, MissionQuestion, TravelOf } from './mission-types.ts'
import { travelKey } from './travel-asks.ts'
import type { TravelMatrix } from './types.ts'

/** Seconds that a metre counts in the costs: time comes before kilometres. */
const SECONDS_PER_METRE = 1e-4

/**
 * Index of a day's matrix in `known`, compiled when it is new there. A leg holds the rests that it needs, see `compileMission`.
 */
export function compileTravel(
  question: MissionQuestion,
  day: CompiledDay,
  travelOf: TravelOf,
  known: Map<string, { matrix: TravelMatrix; index: number }>,
): number {
  const { ask } = day
  const rests = demandsOf(day, 'driving-stretch')
  const key = ask ? JSON.stringify([travelKey(ask), rests]) : 'grounded'
  const found = known.get(key)
  if (found) return found.index
  const travel = ask ? travelOf(ask) : nowhere(question.places.length)
  const index = known.size
  known.set(key, { matrix: withRests(question, day, travel), index })
  return index
}

function nowhere(places: number): DayTravel {
  const seconds = new Float64Array(places * places).fill(Infinity)
  for (let place = 0; place < places; place++) seconds[place * places + place] = 0
  return { seconds, p90Seconds: seconds, metres: seconds, litres: seconds }
}

function withRests(question: MissionQuestion, day: CompiledDay, travel: DayTravel): TravelMatrix {
  const count = question.places.length
  const rests = demandsOf(day, 'driving-stretch').map(({ hours, restMinutes }) => {
    const restSeconds = 60 * restMinutes
    const isShort = Uint8Array.from(question.places, ({ id }) =>
      question.visits.some(({ placeId, minutes }) => placeId === id && 60 * minutes < restSeconds) ? 1 : 0,
    )
    return { stretchSeconds: 3600 * hours, restSeconds, isShort }
  })
  const driveSeconds = travel.seconds.slice()
  const seconds = new Float64Array(count * count)
  const costs = new Float64Array(count * count)
  for (let from = 0; from < count; from++) {
    for (let to = 0; to < count; to++) {
      const leg = from * count + to
      if (from !== to && (day.barred[from] === 1 || day.barred[to] === 1)) driveSeconds[leg] = Infinity
      const drive = driveSeconds[leg]!
      let rest = 0
      for (const { stretchSeconds, restSeconds, isShort } of rests) {
        const isClean = isShort[from] === 0 && isShort[to] === 0
        const count = isClean ? Math.max(0, Math.ceil(drive / stretchSeconds) - 1) : drive / stretchSeconds
        rest += count * restSeconds
      }
      seconds[leg] = drive + rest
      costs[leg] = drive === Infinity ? Infinity : drive + rest + SECONDS_PER_METRE * travel.metres[leg]!
    }
  }
  return { seconds, costs, driveSeconds, litres: travel.litres }
}

import { bundledCoverage, QUESTION } from '@borne/geodata/coverage/coverage.fixture'
import { sphericalMetres } from '@borne/geodata/geometry/distance'
import { checkMission } from '@borne/geodata/itinerary/check-mission'
import { forceWay } from '@borne/geodata/itinerary/force-way'
import { BASE, place, question, rule, team, visit } from '@borne/geodata/itinerary/mission.fixture'
import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { openTravel } from '@borne/geodata/itinerary/open-travel'
import { planMission } from '@borne/geodata/itinerary/plan-mission'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { timeMission } from '@borne/geodata/itinerary/time-mission'
import { buildHierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { compileRoadState } from '@borne/geodata/road-state/compile-road-state'
import { DEFAULT_VEHICLE } from '@borne/geodata/road-state/default-vehicles'
import { type BenchRow, benchRow } from './bench-row.ts'
import { cpuMs } from './cpu-time.ts'

const VISITS = 20
const MOVES = 40
const DATES = ['2026-11-16', '2026-11-17', '2026-11-18']

/** A way of a plan on the roads of the region is dragged over one point after another: each time its times, its line and the check. */
export async function forcedWayRows(bench: string): Promise<BenchRow[]> {
  const { graph, borders } = await bundledCoverage()
  attachHierarchy(graph, buildHierarchy(graph))
  const random = seeded(7)
  const asked = drawQuestion(random, (position) => {
    const point = snapToRoad(graph, position, QUESTION.options)
    return point !== null && point.offRoadMetres < 1000
  })
  const state = compileRoadState(graph, {
    date: DATES[0]!,
    vehicle: DEFAULT_VEHICLE,
    calendars: [],
    closures: [],
    edits: [],
  })
  const { travelOf, wayOver, legLines } = openTravel({ graph, borders, conditionsOf: () => state }, asked)
  const plan = planMission(asked, travelOf, { seed: 1, progress: (steps) => steps / 2000 })
  if (!plan) throw new Error('no plan on the roads of the region')
  const show = (shown: MissionPlan) => {
    const itinerary = timeMission(asked, travelOf, shown, wayOver)
    checkMission(asked, itinerary, legLines)
    const lines = itinerary.days.flatMap((day) => day.legs.map((_, index) => legLines(day, index)))
    return { itinerary, lines }
  }
  // A plan is looked at before it is dragged.
  const legs = show(plan).itinerary.days.flatMap((day) =>
    day.legs
      .filter(({ metres }) => metres > 20_000)
      .map(({ fromPlaceId, toPlaceId }) => ({ teamId: day.teamId, date: day.date, fromPlaceId, toPlaceId })),
  )
  const times: number[] = []
  let reached = 0
  for (let move = 0; move < MOVES; move++) {
    const leg = legs[move % legs.length]!
    const position = around(random, 0.3)
    const { ms, result } = await cpuMs(() => show(forceWay(plan, leg, [{ position, name: null }])))
    if (result.lines.some((line) => line?.coordinates.some((at) => sphericalMetres(at, position) < 5000)))
      reached++
    times.push(ms)
  }
  if (reached < MOVES / 4) throw new Error(`only ${reached} of ${MOVES} points were passed by`)
  const row = `${MOVES} moves of a forced way, ${VISITS} visits on the roads of the region: times, lines and check`
  return [
    benchRow(bench, { row: `${row}, slowest`, value: Math.max(...times), unit: 'ms', goal: 100 }),
    benchRow(bench, { row: `${row}, median`, value: times.sort((a, b) => a - b)[MOVES / 2]!, unit: 'ms' }),
  ]
}

function around(random: () => number, degrees: number): [number, number] {
  return [BASE[0] + degrees * (2 * random() - 1), BASE[1] + degrees * (2 * random() - 1)]
}

function drawQuestion(
  random: () => number,
  isByRoad: (position: [number, number]) => boolean,
): MissionQuestion {
  const positions: [number, number][] = []
  while (positions.length < VISITS) {
    const position = around(random, 0.5)
    if (isByRoad(position)) positions.push(position)
  }
  const ids = positions.map((_, index) => `v${index}`)
  return question({
    dates: DATES,
    teams: [
      team('A', 2, { vehicles: [0, 1].map((index) => vehicle(`A${index}`)) }),
      team('B', 1, { vehicles: [vehicle('B')] }),
    ],
    places: [
      place('base', BASE, { allowsNight: true, sellsFuel: true }),
      ...ids.map((id, index) => place(id, positions[index]!)),
    ],
    visits: ids.map((id) => visit(id)),
    rules: [
      rule('daylight', { kind: 'daylight', afterSunriseMinutes: 30, beforeSunsetMinutes: 60 }),
      rule('border', { kind: 'border-crossing' }),
    ],
  })
}

function vehicle(id: string) {
  return { id, name: id, profileId: DEFAULT_VEHICLE.id, seats: 5, tankLitres: 80, spareLitres: 60 }
}

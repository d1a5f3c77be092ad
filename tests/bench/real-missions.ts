import { checkMission } from '@borne/geodata/itinerary/check-mission'
import {
  area,
  BASE,
  place,
  question,
  rule,
  straightLines,
  straightTravel,
  team,
  visit,
} from '@borne/geodata/itinerary/mission.fixture'
import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { planMission } from '@borne/geodata/itinerary/plan-mission'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { timeMission } from '@borne/geodata/itinerary/time-mission'
import { travelAsks } from '@borne/geodata/itinerary/travel-asks'
import { type BenchRow, benchRow } from './bench-row.ts'
import { cpuMs } from './cpu-time.ts'

const MISSIONS = 20
const VISITS = 25
const DATES = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20']

/** Missions of 25 visits, 5 days and 3 teams under all kinds of rules; the matrices are there. The first is met cold. */
export async function realMissionRows(bench: string): Promise<BenchRow[]> {
  const planned: number[] = []
  const timed: number[] = []
  for (let seed = 1; seed <= MISSIONS; seed++) {
    const asked = drawMission(seed)
    const travelOf = straightTravel(asked)
    for (const ask of travelAsks(asked)) travelOf(ask)
    const { ms, result: plan } = await cpuMs(() => firstPlan(asked, travelOf, seed))
    planned.push(ms)
    const { ms: timing, result: itinerary } = await cpuMs(() => timeMission(asked, travelOf, plan))
    timed.push(timing)
    const broken = checkMission(asked, itinerary, straightLines(asked)).find(
      ({ level }) => level === 'forbid',
    )
    if (broken) throw new Error(`the first plan of mission ${seed} breaks ${JSON.stringify(broken)}`)
  }
  const missions = `${MISSIONS} missions of ${VISITS} visits, 5 days, 3 teams, all kinds of rules`
  return [
    benchRow(bench, {
      row: `${missions}: first plan that breaks nothing, slowest`,
      value: Math.max(...planned),
      unit: 'ms',
      goal: 100,
    }),
    benchRow(bench, { row: `${missions}: first plan, median`, value: median(planned), unit: 'ms' }),
    benchRow(bench, {
      row: `${missions}: times of a changed plan, slowest`,
      value: Math.max(...timed),
      unit: 'ms',
      goal: 100,
    }),
    benchRow(bench, {
      row: `${missions}: times of a changed plan, median`,
      value: median(timed),
      unit: 'ms',
    }),
  ]
}

function firstPlan(
  asked: MissionQuestion,
  travelOf: ReturnType<typeof straightTravel>,
  seed: number,
): MissionPlan {
  let first: MissionPlan | null = null
  planMission(asked, travelOf, {
    seed,
    starts: 1,
    progress: () => (first ? 1 : 0),
    onBetter: (plan) => {
      first ??= plan
    },
  })
  if (!first) throw new Error(`no plan of mission ${seed}`)
  return first
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** Posts around Sélibaby, two sites for nights, half of the visits in office hours, some pinned, some after another. */
function drawMission(seed: number): MissionQuestion {
  const random = seeded(seed)
  const around = (): [number, number] => [BASE[0] + 1.6 * random() - 0.8, BASE[1] + 1.2 * random() - 0.4]
  const ids = Array.from({ length: VISITS }, (_, index) => `v${index}`)
  const office = [{ weekdays: [1, 2, 3, 4, 5], date: null, opens: '08:00', closes: '16:00' }]
  return question({
    dates: DATES,
    teams: [team('A', 2, { hasEscort: true }), team('B', 2), team('C', 1)],
    nightPlaceIds: ['base', 'east', 'west'],
    places: [
      place('base', BASE, { allowsNight: true, sellsFuel: true }),
      place('east', around(), { allowsNight: true, sellsFuel: true }),
      place('west', around(), { allowsNight: true }),
      ...ids.map((id) => place(id, around())),
    ],
    visits: ids.map((id, index) =>
      visit(id, {
        minutes: 45 + 30 * Math.floor(4 * random()),
        priority: (['required', 'high', 'normal', 'low'] as const)[index % 4]!,
        hours: random() < 0.5 ? office : [],
        pinnedDate: index % 9 === 5 ? DATES[2]! : null,
        afterVisitId: index % 7 === 3 ? ids[index - 1]! : null,
      }),
    ),
    areas: [area('escorted', around(), 0.1), area('closed', around(), 0.05)],
    rules: [
      rule('daylight', { kind: 'daylight', afterSunriseMinutes: 30, beforeSunsetMinutes: 60 }),
      rule('driving', { kind: 'driving-day', hours: 6 }),
      rule('rest', { kind: 'driving-stretch', hours: 2, restMinutes: 15 }),
      rule('prayer', { kind: 'no-driving', weekdays: [5], opens: '12:30', closes: '14:30' }),
      rule('fuel', { kind: 'fuel-reserve', share: 0.25 }),
      rule('clearance', { kind: 'clearance', from: DATES[0]!, until: DATES[3]! }, { areaId: 'escorted' }),
      rule('escort', { kind: 'escort' }, { areaId: 'escorted' }),
      rule('entry', { kind: 'no-entry' }, { areaId: 'closed' }),
    ],
  })
}

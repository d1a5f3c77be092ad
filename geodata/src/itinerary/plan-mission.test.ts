import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMission } from './check-mission.ts'
import { drawnQuestion, exactRules, strictRules } from './drawn-mission.fixture.ts'
import { straightLines, straightTravel, team } from './mission.fixture.ts'
import { type Itinerary, type MissionQuestion, VISIT_PRIORITIES } from './mission-types.ts'
import { planMission } from './plan-mission.ts'
import { timeMission } from './time-mission.ts'

/** Another one with `FC_SEED=…`. */
const SEED = Number(process.env.FC_SEED ?? 20261116)
const RUNS = { seed: SEED }
const steps = (count: number) => (done: number) => done / count

const large = { visits: 9, days: 3, teams: 2, hasLooseAreas: true }
const ofAllRules = drawnQuestion({ ...large, rules: 5, kinds: { ...exactRules, ...strictRules } })
const ofStrictRules = drawnQuestion({ ...large, rules: 6, kinds: strictRules })

test(`no plan breaks what forbids, and pinned visits stay (seed ${SEED})`, () => {
  let served = 0
  fc.assert(
    fc.property(fc.oneof(ofAllRules, ofStrictRules), fc.nat(1000), (asked, seed) => {
      const travelOf = straightTravel(asked)
      const plan = planMission(asked, travelOf, { seed, progress: steps(200), starts: 1 })
      if (!plan) return
      const itinerary = timeMission(asked, travelOf, plan)
      const broken = checkMission(asked, itinerary, straightLines(asked))
      expect(broken.filter(({ level }) => level === 'forbid')).toEqual([])
      const visited = plan.days.flatMap(({ visitIds }) => visitIds)
      served += visited.length
      expect([...visited, ...plan.droppedVisitIds].sort()).toEqual(asked.visits.map(({ id }) => id).sort())
      for (const { id, pinnedDate, pinnedTeamId } of asked.visits) {
        const day = plan.days.find(({ visitIds }) => visitIds.includes(id))
        if (day && pinnedDate) expect(day.date).toBe(pinnedDate)
        if (day && pinnedTeamId) expect(day.teamId).toBe(pinnedTeamId)
      }
    }),
    { ...RUNS, numRuns: 100 },
  )
  expect(served).toBeGreaterThan(100)
})

test(`the same seed and steps give the same plan, and each that is told is no worse than the one before (seed ${SEED})`, () => {
  fc.assert(
    fc.property(ofAllRules, fc.nat(1000), (asked, seed) => {
      const travelOf = straightTravel(asked)
      const told: number[][] = []
      const plan = () =>
        planMission(asked, travelOf, {
          seed,
          progress: steps(150),
          onBetter: (better) => told.push(worthOf(asked, timeMission(asked, travelOf, better)).slice(0, 4)),
        })
      const first = plan()
      for (const [index, worth] of told.entries())
        expect(index > 0 && isBetter(told[index - 1]!, worth)).toBe(false)
      expect(plan()).toEqual(first)
    }),
    { ...RUNS, numRuns: 15 },
  )
})

/** What counts, in its order: visits left out by priority, seconds on the road, metres. */
function worthOf(asked: MissionQuestion, { days, droppedVisitIds }: Itinerary): number[] {
  const dropped = VISIT_PRIORITIES.map(
    (priority) =>
      asked.visits.filter((each) => each.priority === priority && droppedVisitIds.includes(each.id)).length,
  )
  const legs = days.flatMap((day) => day.legs)
  const seconds = legs.reduce((sum, { driveSeconds }) => sum + driveSeconds, 0)
  const metres = legs.reduce((sum, each) => sum + each.metres, 0)
  return [...dropped, Math.round(seconds), Math.round(metres / 100)]
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((value, i) => value !== other[i])
  return first >= 0 && one[first]! < other[first]!
}

function worthPlanned(asked: MissionQuestion): number[] | null {
  const travelOf = straightTravel(asked)
  const plan = planMission(asked, travelOf, { seed: 1, progress: steps(900), starts: 3 })
  return plan && worthOf(asked, timeMission(asked, travelOf, plan))
}

/** The best of all plans that can be written down and break nothing. */
function bestWorth(asked: MissionQuestion): number[] | null {
  const travelOf = straightTravel(asked)
  const lines = straightLines(asked)
  const days = asked.teams.flatMap(({ id }) => asked.dates.map((date) => ({ teamId: id, date })))
  const isLast = (index: number) => index % asked.dates.length === asked.dates.length - 1
  const nights = days.reduce<string[][]>(
    (lists, _, index) =>
      lists.flatMap((list) => (isLast(index) ? ['base'] : asked.nightPlaceIds).map((id) => [...list, id])),
    [[]],
  )
  const order: string[][] = days.map(() => [])
  const dropped: string[] = []
  let best: number[] | null = null
  const judge = () => {
    for (const night of nights) {
      const plan = {
        days: days.map((day, i) => ({ ...day, visitIds: [...order[i]!], endPlaceId: night[i]! })),
        droppedVisitIds: [...dropped],
      }
      const itinerary = timeMission(asked, travelOf, plan)
      const worth = worthOf(asked, itinerary)
      if (best && !isBetter(worth, best)) continue
      if (checkMission(asked, itinerary, lines).every(({ level }) => level === 'warn')) best = worth
    }
  }
  const place = (index: number): void => {
    if (index === asked.visits.length) {
      judge()
      return
    }
    const { id } = asked.visits[index]!
    dropped.push(id)
    place(index + 1)
    dropped.pop()
    for (const list of order) {
      for (let position = 0; position <= list.length; position++) {
        list.splice(position, 0, id)
        place(index + 1)
        list.splice(position, 1)
      }
    }
  }
  place(0)
  return best
}

const exact = { rules: 3, kinds: exactRules, hasLooseAreas: false }
const small = fc.oneof(
  drawnQuestion({ visits: 3, days: 2, teams: 1, ...exact }),
  drawnQuestion({ visits: 3, days: 1, teams: 2, ...exact }),
)

test(`on missions small enough to enumerate the plan is the best one (seed ${SEED})`, () => {
  let withAll = 0
  fc.assert(
    fc.property(small, (asked) => {
      const planned = worthPlanned(asked)
      expect(planned).toEqual(bestWorth(asked))
      if (planned && planned[0] === 0) withAll++
    }),
    { ...RUNS, numRuns: 40 },
  )
  expect(withAll).toBeGreaterThan(0)
})

test(`more teams, more vehicles or fewer rules never make the best plan worse (seed ${SEED})`, () => {
  fc.assert(
    fc.property(small, fc.nat(2), (asked, which) => {
      const { teams, rules } = asked
      const eased: MissionQuestion[] = [
        { ...asked, rules: rules.filter((_, index) => index !== which % Math.max(1, rules.length)) },
        { ...asked, teams: [...teams, team('C', 1)] },
        {
          ...asked,
          teams: teams.map((each) => ({
            ...each,
            vehicles: [...each.vehicles, ...team(each.id, 1).vehicles],
          })),
        },
      ]
      const worth = worthPlanned(asked)
      for (const other of eased) {
        const easier = worthPlanned(other)
        if (worth) expect(easier && !isBetter(worth, easier)).toBe(true)
      }
    }),
    { ...RUNS, numRuns: 40 },
  )
})

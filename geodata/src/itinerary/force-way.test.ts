import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { checkMission } from './check-mission.ts'
import { dropLostWays, forcedLegs, forceWay, viaOf } from './force-way.ts'
import {
  area,
  BASE,
  dayPlan,
  place,
  question,
  rule,
  straightLines,
  straightTravel,
  straightWayOver,
  team,
  visit,
} from './mission.fixture.ts'
import type { LegLines, MissionPlan, MissionQuestion, ViaPoint } from './mission-types.ts'
import { moveVisit } from './move-visit.ts'
import { timeMission } from './time-mission.ts'

const NORTH: ViaPoint = { position: [-12.1, 15.3], name: 'Gué' }
const asked = question({
  places: [
    place('base', BASE, { allowsNight: true, sellsFuel: true }),
    place('east', [-12, 15.2]),
    place('west', [-12.4, 15.2]),
  ],
  visits: [visit('east'), visit('west')],
})
const BESIDE: Position = [-12.1, 15.2]
const plan = dayPlan(asked, ['east', 'west'])
const LEG = { teamId: 'A', date: '2026-11-16', fromPlaceId: 'base', toPlaceId: 'east' }

function timed(of: MissionPlan, from: MissionQuestion = asked, farLat?: number) {
  return timeMission(from, straightTravel(from), of, straightWayOver(from, farLat))
}

test('the way of a leg leads over its points, and takes as long as its parts; other legs stay', () => {
  const forced = forceWay(plan, LEG, [NORTH])
  expect(viaOf(forced, LEG)).toEqual([NORTH])
  const [free, over] = [timed(plan).days[0]!, timed(forced).days[0]!]
  const parts = question({
    places: [place('base', BASE), place('ford', NORTH.position), place('east', [-12, 15.2])],
  })
  const travel = straightTravel(parts)({
    date: LEG.date,
    profileIds: ['pickup'],
    avoidedAreaIds: [],
    allowCrossing: true,
  })
  expect(over.legs[0]!.driveSeconds).toBeCloseTo(travel.seconds[1]! + travel.seconds[5]!, 6)
  expect(over.legs[0]!.litres).toBeCloseTo(travel.litres[1]! + travel.litres[5]!, 9)
  expect(over.legs[0]!.via).toEqual([{ ...NORTH, passes: NORTH.position }])
  expect(over.legs[1]!.metres).toBe(free.legs[1]!.metres)
  expect(over.legs[1]!.via).toBeUndefined()
  expect(Date.parse(over.legs[0]!.arrivesP90At)).toBeGreaterThan(Date.parse(over.legs[0]!.arrivesAt))
  expect(forceWay(forced, LEG, [])).toEqual(plan)
  expect(() => timeMission(asked, straightTravel(asked), forced)).toThrow(RangeError)
  expect(() => forceWay(plan, { ...LEG, teamId: 'B' }, [NORTH])).toThrow(RangeError)
})

test('a way that is forced into an area that is forbidden is timed, and the rule is named', () => {
  const guarded = {
    ...asked,
    areas: [area('closed', NORTH.position, 0.02)],
    rules: [rule('entry', { kind: 'no-entry' }, { areaId: 'closed' })],
  }
  const itinerary = timed(forceWay(plan, LEG, [NORTH]), guarded)
  expect(itinerary.days[0]!.legs[0]).toMatchObject({ hasWay: true, ignoresAreas: true })
  const broken = checkMission(guarded, itinerary, straightLines(guarded))
  expect(broken).toMatchObject([{ ruleId: 'entry', leg: 0, unit: 'metres' }])
  expect(checkMission(guarded, timed(plan, guarded), straightLines(guarded))).toEqual([])
})

test('a longer way is judged by the rules on driving and fuel', () => {
  const far: ViaPoint = { position: [-12.18, 17], name: null }
  const ruled = { ...asked, rules: [rule('driving', { kind: 'driving-day', hours: 4 })] }
  const broken = checkMission(ruled, timed(forceWay(plan, LEG, [far]), ruled), straightLines(ruled))
  expect(broken.map(({ kind }) => kind)).toContain('driving-day')
  const thirsty = {
    ...asked,
    teams: [team('A', 1, { vehicles: [{ ...team('A').vehicles[0]!, tankLitres: 20 }] })],
  }
  const dry = checkMission(thirsty, timed(forceWay(plan, LEG, [far]), thirsty), straightLines(thirsty))
  expect(dry).toMatchObject([{ ruleId: null, kind: 'fuel-reserve', leg: 2 }])
})

test('a point that no road leads by is named, and the way leads over the others', () => {
  const lost: ViaPoint = { position: [-12.1, 16], name: null }
  const itinerary = timed(forceWay(plan, LEG, [lost, NORTH]), asked, 15.5)
  const leg = itinerary.days[0]!.legs[0]!
  expect(leg.via).toEqual([
    { ...lost, passes: null },
    { ...NORTH, passes: NORTH.position },
  ])
  expect(leg.metres).toBeCloseTo(timed(forceWay(plan, LEG, [NORTH])).days[0]!.legs[0]!.metres, 6)
  const broken = checkMission(asked, itinerary, straightLines(asked))
  expect(broken).toMatchObject([{ kind: 'via', level: 'forbid', leg: 0, unit: 'count' }])
})

test('the checker sees a line that misses the point, and a point that is brought too far', () => {
  const itinerary = timed(forceWay(plan, LEG, [NORTH]))
  expect(checkMission(asked, itinerary, straightLines(asked))).toEqual([])
  const straight: LegLines = () => ({ coordinates: [BASE, [-12, 15.2]], crossings: [] })
  expect(checkMission(asked, itinerary, straight)).toMatchObject([{ kind: 'via', leg: 0, unit: 'metres' }])
  const [day] = itinerary.days
  const leg = { ...day!.legs[0]!, via: [{ ...NORTH, passes: BESIDE }] }
  const moved = { ...itinerary, days: [{ ...day!, legs: [leg, ...day!.legs.slice(1)] }] }
  expect(checkMission(asked, moved, () => null)).toMatchObject([{ kind: 'via', unit: 'metres' }])
})

test('a forced way lives as long as its leg', () => {
  const forced = forceWay(plan, LEG, [NORTH])
  expect(forcedLegs(forced)).toEqual([LEG])
  expect(dropLostWays(asked, forced)).toBe(forced)
  const moved = moveVisit(forced, 'east', { teamId: 'A', date: LEG.date, position: 1 })
  expect(dropLostWays(asked, moved)).toEqual(dayPlan(asked, ['west', 'east']))
  expect(forcedLegs(dropLostWays({ ...asked, startPlaceId: 'west' }, forced))).toEqual([])
})

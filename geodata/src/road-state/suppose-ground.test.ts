import { expect, test } from 'vitest'
import { supposeGround } from './suppose-ground.ts'
import type { RoadClosure, SeasonCalendar } from './types.ts'

const river = { id: 'river', regime: 'river', phases: [] } as unknown as SeasonCalendar
const rains = { id: 'rains', regime: 'wadi', phases: [] } as unknown as SeasonCalendar
const ford = { id: 'ford', startsAt: '2026-08-01T00:00:00Z', endsAt: null } as RoadClosure
const ground = { calendars: [river, rains], closures: [ford] }
const wadis = { date: '2026-12-02', cutsWadis: true, closureIds: [] }

test('cuts the wadis on the supposed day alone, and leaves the river', () => {
  const { calendars } = supposeGround(ground, '2026-12-02', wadis)
  expect(calendars.map(({ id }) => id)).toEqual(['river', 'what-if-wadis'])
  expect(calendars[1]!.phases[0]!.effects.filter(({ level }) => level === 'cut').map(({ on }) => on)).toEqual(
    ['wadi-on-track', 'wadi-on-road'],
  )
  expect(supposeGround(ground, '2026-12-03', wadis)).toBe(ground)
})

test('lets a closure hold on the supposed day', () => {
  const { calendars, closures } = supposeGround(ground, '2026-12-02', {
    date: '2026-12-02',
    cutsWadis: false,
    closureIds: ['ford'],
  })
  expect(calendars).toBe(ground.calendars)
  expect(closures).toMatchObject([{ startsAt: '2026-12-02T00:00:00Z', endsAt: '2026-12-02T23:59:59Z' }])
})

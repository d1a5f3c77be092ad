import { expect, test } from 'vitest'
import { DEFAULT_CALENDARS } from './default-calendars.ts'
import type { SeasonCalendar, SeasonPhase } from './types.ts'

/** Every day of a leap year as `MM-DD`. */
const DAYS = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(5, 10),
)

function phasesOn({ phases }: SeasonCalendar, day: string): SeasonPhase[] {
  return phases.filter(({ starts, ends }) =>
    starts <= ends ? starts <= day && day <= ends : starts <= day || day <= ends,
  )
}

function levelsOn(day: string): Record<string, string> {
  const effects = DEFAULT_CALENDARS.flatMap((calendar) => phasesOn(calendar, day)).flatMap(
    (phase) => phase.effects,
  )
  return Object.fromEntries(effects.map(({ on, level }) => [on, level]))
}

test('no day is in two phases, and each phase is of days that exist', () => {
  for (const calendar of DEFAULT_CALENDARS) {
    for (const day of DAYS) expect(phasesOn(calendar, day).length, day).toBeLessThanOrEqual(1)
    for (const { starts, ends } of calendar.phases) {
      expect(DAYS).toContain(starts)
      expect(DAYS).toContain(ends)
    }
  }
})

test('in May nothing applies', () => {
  for (const day of DAYS.filter((one) => one.startsWith('05-'))) expect(levelsOn(day)).toEqual({})
})

test('in August the wadis cut tracks and the river does nothing yet', () => {
  expect(levelsOn('08-15')).toEqual({
    'wadi-on-track': 'cut',
    'wadi-on-road': 'four-wheel-drive',
    'wet-ground': 'open',
  })
})

test('in October only the flood plain of the river applies', () => {
  expect(levelsOn('10-15')).toEqual({ 'flood-plain-track': 'cut', 'flood-plain-road': 'four-wheel-drive' })
})

test('each effect belongs to its regime, slows at most, and says that it is an assumption', () => {
  for (const { regime, reachMetres, phases, source } of DEFAULT_CALENDARS) {
    expect(source).toMatch(/hypothèse/)
    expect(reachMetres === null).toBe(regime === 'wadi')
    for (const { on, level, speedFactor } of phases.flatMap((phase) => phase.effects)) {
      expect(on.startsWith('flood-plain')).toBe(regime === 'river')
      expect(speedFactor > 0 && speedFactor <= 1).toBe(true)
      if (on === 'wet-ground') expect(level).toBe('open')
    }
  }
})

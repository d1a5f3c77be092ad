import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import type { SeasonCalendar, SeasonPhase } from '@borne/geodata/road-state/types'
import { expect, test } from 'vitest'
import type { ProblemError } from '../../platform/problems.ts'
import { checkCalendar } from './check-calendar.ts'

function refused(calendar: SeasonCalendar): string | null {
  try {
    checkCalendar(calendar)
    return null
  } catch (error) {
    const { code, field } = error as ProblemError
    return `${field}: ${code}`
  }
}

const [wadis, river] = DEFAULT_CALENDARS as [SeasonCalendar, SeasonCalendar]
const phase = (starts: string, ends: string, effects: SeasonPhase['effects'] = []): SeasonPhase => ({
  starts,
  ends,
  nameFr: `${starts} à ${ends}`,
  nameEn: `${starts} to ${ends}`,
  effects,
})
const withPhases = (...phases: SeasonPhase[]) => refused({ ...wadis, phases })

test('the product’s own calendars are let through', () => {
  for (const calendar of DEFAULT_CALENDARS) expect(refused(calendar)).toBeNull()
})

test('days that do not exist are named by their field', () => {
  expect(withPhases(phase('02-29', '03-01'))).toBeNull()
  expect(withPhases(phase('07-01', '07-31'), phase('02-30', '03-01'))).toBe(
    'phases.1.starts: phase-day-unknown',
  )
  expect(withPhases(phase('07-01', '13-01'))).toBe('phases.0.ends: phase-day-unknown')
  expect(withPhases(phase('06-31', '07-01'))).toBe('phases.0.starts: phase-day-unknown')
})

test('no day is in two phases, over the new year neither', () => {
  expect(withPhases(phase('07-01', '07-31'), phase('08-01', '06-30'))).toBeNull()
  expect(withPhases(phase('07-01', '07-31'), phase('07-31', '08-31'))).toBe('phases.1.starts: phases-overlap')
  expect(withPhases(phase('11-15', '02-15'), phase('02-15', '03-01'))).toBe('phases.1.starts: phases-overlap')
  expect(withPhases(phase('08-01', '08-01'), phase('08-01', '08-01'))).toBe('phases.1.starts: phases-overlap')
})

test('a river has a reach, the wadis have none', () => {
  expect(refused({ ...river, reachMetres: null })).toBe('reachMetres: calendar-reach-missing')
  expect(refused({ ...wadis, reachMetres: 500 })).toBe('reachMetres: calendar-reach-unfit')
})

test('effects are of their regime, once each, and wet ground lets pass', () => {
  const slow = { level: 'slow', speedFactor: 0.5 } as const
  expect(withPhases(phase('07-01', '07-31', [{ on: 'flood-plain-track', ...slow }]))).toBe(
    'phases.0.effects.0.on: effect-of-other-regime',
  )
  expect(refused({ ...river, phases: [phase('10-01', '10-31', [{ on: 'wet-ground', ...slow }])] })).toBe(
    'phases.0.effects.0.on: effect-of-other-regime',
  )
  const twice = [
    { on: 'wadi-on-road', ...slow },
    { on: 'wadi-on-road', level: 'cut', speedFactor: 1 },
  ] as const
  expect(withPhases(phase('07-01', '07-31', twice))).toBe('phases.0.effects.1.on: effect-repeated')
  expect(withPhases(phase('07-01', '07-31', [{ on: 'wet-ground', ...slow }]))).toBe(
    'phases.0.effects.0.level: effect-of-wet-ground',
  )
})

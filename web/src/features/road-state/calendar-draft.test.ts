import type { Calendar } from '@borne/api/contracts/road-state'
import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { expect, test } from 'vitest'
import { checkCalendar, draftOfCalendar, newPhase, settingsOfCalendar } from './calendar-draft.ts'

const stored = (index: number): Calendar => ({
  ...(DEFAULT_CALENDARS[index] as unknown as Calendar),
  version: 0,
  updatedAt: null,
})

test.each([0, 1])('a calendar that is opened and not changed is what it was (%i)', (index) => {
  const { id, regime, version, updatedAt, ...settings } = stored(index)
  const draft = draftOfCalendar(stored(index))
  expect(checkCalendar(draft, regime)).toEqual({})
  expect(settingsOfCalendar(draft, regime)).toEqual(settings)
})

test('what has no effect is left out, what cuts has no speed', () => {
  const draft = draftOfCalendar(stored(0))
  const [phase] = draft.phases
  const changed = {
    ...draft,
    phases: [
      {
        ...phase!,
        wetsGround: false,
        effects: {
          'wadi-on-track': { level: 'cut' as const, percent: '' },
          'wadi-on-road': { level: 'open' as const, percent: '' },
        },
      },
    ],
  }
  expect(checkCalendar(changed, 'wadi')).toEqual({})
  expect(settingsOfCalendar(changed, 'wadi').phases[0]?.effects).toEqual([
    { on: 'wadi-on-track', level: 'cut', speedFactor: 1 },
  ])
})

test('faults are named by their field', () => {
  const draft = draftOfCalendar(stored(1))
  const phase = newPhase(draft, { fr: ' ', en: 'New' })
  const changed = {
    texts: { ...draft.texts, reachMetres: 'loin' },
    phases: [{ ...phase, effects: { 'flood-plain-track': { level: 'slow' as const, percent: '0' } } }],
  }
  expect(checkCalendar(changed, 'river')).toEqual({
    reachMetres: 'number',
    'phases.0.nameFr': 'text',
    'phases.0.effects.flood-plain-track': 'number',
  })
})

import { describe, expect, test } from 'vitest'
import { closuresOn, confidenceAt } from './closures-on.ts'
import type { RoadClosure } from './types.ts'

function seenAt(confirmedAt: string, stated: Partial<RoadClosure> = {}): RoadClosure {
  return {
    id: 'c',
    geometry: { type: 'Point', coordinates: [-12.2, 15.2] },
    effect: 'cut',
    speedFactor: 1,
    cause: 'wadi',
    startsAt: '2026-08-01T00:00:00.000Z',
    endsAt: null,
    confirmedAt,
    halfLifeDays: 7,
    ...stated,
  }
}

describe('the confidence in a closure', () => {
  test.each(['00:00:00.000', '00:10:00.000', '11:59:59.999', '12:00:00.001', '23:59:59.999'])(
    'is whole on the day when it was seen, at %s, and halves with each half-life',
    (hour) => {
      const closure = seenAt(`2026-08-10T${hour}Z`)
      const days = ['2026-08-09', '2026-08-10', '2026-08-17', '2026-08-24']
      expect(days.map((day) => confidenceAt(closure, day))).toEqual([1, 1, 0.5, 0.25])
    },
  )
})

describe('the closures of a day', () => {
  const actsOn = (closure: RoadClosure, day: string) => closuresOn([closure], day).length === 1

  test('begin with the day, at any hour, and end with the day whose noon they do not reach', () => {
    const closure = seenAt('2026-08-10T09:00:00.000Z', {
      startsAt: '2026-08-10T23:30:00.000Z',
      endsAt: '2026-08-12T11:00:00.000Z',
    })
    const days = ['2026-08-09', '2026-08-10', '2026-08-11', '2026-08-12']
    expect(days.map((day) => actsOn(closure, day))).toEqual([false, true, true, false])
  })

  test('do not count what was not seen for too long', () => {
    const closure = seenAt('2026-08-10T18:00:00.000Z', { halfLifeDays: 2 })
    expect(['2026-08-14', '2026-08-15'].map((day) => actsOn(closure, day))).toEqual([true, false])
  })
})

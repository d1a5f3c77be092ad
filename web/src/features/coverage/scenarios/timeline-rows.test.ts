import { dayNumber } from '@borne/geodata/works/days'
import { describe, expect, test } from 'vitest'
import { monthTicks, roundScale, type TimelinePoint, timelineRows } from './timeline-rows.ts'

function point(on: string, kind: TimelinePoint['step']['kind'], kilometres: number): TimelinePoint {
  return { step: { on, kind, openings: [], postIds: [] }, kilometres }
}
const POINTS = [
  point('2026-11-28', null, 60),
  point('2027-02-10', 'forecast', 75),
  point('2027-06-30', 'contractual', 90),
]

describe('the curve over the construction plan', () => {
  test('is flat to each day and then rises, drawn as the day is known', () => {
    const day = (text: string) => dayNumber(text)
    expect(timelineRows(POINTS)).toEqual([
      { day: day('2026-11-28'), received: 60 },
      { day: day('2027-02-10'), received: 60 },
      { day: day('2027-02-10'), forecast: 60 },
      { day: day('2027-02-10'), forecast: 75 },
      { day: day('2027-06-30'), forecast: 75 },
      { day: day('2027-06-30'), contractual: 75 },
      { day: day('2027-06-30'), contractual: 90 },
      { day: day('2027-07-30'), contractual: 90 },
    ])
  })

  test('is marked by months, never more than there is room for', () => {
    const rows = timelineRows(POINTS)
    expect(monthTicks(rows, 20)).toHaveLength(8)
    expect(monthTicks(rows, 4)).toHaveLength(4)
    expect(timelineRows([])).toEqual([])
  })

  test('stands on zero, under a round number', () => {
    expect(roundScale(90)).toEqual({ top: 125, ticks: [0, 25, 50, 75, 100, 125] })
    expect(roundScale(0).top).toBe(1)
  })
})

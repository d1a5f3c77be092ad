import { describe, expect, test } from 'vitest'
import { ganttArrows } from './gantt-arrows.ts'
import { wholeSpan } from './gantt-row.ts'
import { barOf, ganttScale, monthTicks, weekTicks, yearTicks } from './gantt-scale.ts'
import { ganttShades, groupShades } from './gantt-shades.ts'
import { GIVEN_CALENDAR, GIVEN_GANTT, GIVEN_TODAY } from './given-gantt.ts'

const scale = ganttScale(GIVEN_GANTT, GIVEN_TODAY, 'all', 612)

describe('the scale of the Gantt', () => {
  test('runs over whole months around everything drawn, and fits the frame', () => {
    expect([scale.from, scale.until, scale.widthPixels]).toEqual(['2026-03-01', '2027-01-01', 612])
    // 306 days on 612 pixels: two a day.
    expect(scale.xOf('2026-03-11')).toBe(20)
  })

  test('takes today in where the works are long over', () => {
    const late = ganttScale(GIVEN_GANTT, '2027-05-20', 'month', 600)
    expect(late.until).toBe('2027-06-01')
    expect(late.widthPixels).toBeCloseTo(457 * 3.2)
  })

  test('a bar holds its last day, and a day is never too thin to see', () => {
    expect(barOf(scale, { from: '2026-03-11', until: '2026-03-20' })).toEqual({ x: 20, width: 20 })
    const thin = ganttScale(GIVEN_GANTT, GIVEN_TODAY, 'all', 100)
    expect(barOf(thin, { from: '2026-08-21', until: '2026-08-21' }).width).toBe(1)
  })

  test('months are named as far as their names have room', () => {
    expect(monthTicks(scale).length).toBe(10)
    const narrow = ganttScale(GIVEN_GANTT, GIVEN_TODAY, 'all', 200)
    expect(monthTicks(narrow).map(({ day }) => day)).toEqual(['2026-04-01', '2026-07-01', '2026-10-01'])
  })

  test('weeks begin on Mondays', () => {
    const weeks = weekTicks(scale)
    expect(weeks[0]?.day).toBe('2026-03-02')
    expect(weeks.every(({ day }) => new Date(`${day}T00:00Z`).getUTCDay() === 1)).toBe(true)
  })

  test('the year is told at the start and on each first of January', () => {
    const over = ganttScale(GIVEN_GANTT, '2028-02-01', 'month', 0)
    expect(yearTicks(over).map(({ day }) => day)).toEqual(['2026-03-01', '2027-01-01', '2028-01-01'])
  })
})

describe('shades', () => {
  test('recur each year, and stop at the edges of the chart', () => {
    expect(ganttShades(GIVEN_CALENDAR, '2025-09-01', '2026-12-31')).toEqual([
      { label: 'Pluies', share: 0, from: '2025-09-01', until: '2025-09-15' },
      { label: 'Pluies', share: 0, from: '2026-08-01', until: '2026-09-15' },
      { label: 'Ramadan', share: 0.6, from: '2026-02-18', until: '2026-03-19' },
    ])
  })

  test('run over the new year', () => {
    const calendar = {
      ...GIVEN_CALENDAR,
      exceptions: [{ label: 'X', from: '12-20', until: '01-05', share: 0 }],
    }
    expect(ganttShades(calendar, '2026-01-01', '2026-12-31')).toEqual([
      { label: 'X', share: 0, from: '2026-01-01', until: '2026-01-05' },
      { label: 'X', share: 0, from: '2026-12-20', until: '2026-12-31' },
    ])
  })
})

test('the key names what lasts, and single days off as one group', () => {
  const shade = (label: string, from: string, until: string, share = 0) => ({ label, from, until, share })
  expect(
    groupShades([
      shade('Pluies', '2026-08-01', '2026-09-15'),
      shade('Pluies', '2027-01-01', '2027-01-02'),
      shade('1er mai', '2026-05-01', '2026-05-01'),
      shade('Fête nationale', '2026-11-28', '2026-11-28'),
      shade('Ramadan', '2026-02-18', '2026-03-19', 0.6),
    ]),
  ).toEqual({ long: ['Pluies'], short: ['1er mai', 'Fête nationale'], slowed: ['Ramadan'] })
})

describe('arrows', () => {
  const yOf = (index: number) => index * 30

  test('go from the end of what precedes to the start of what follows', () => {
    const arrows = ganttArrows(GIVEN_GANTT, scale, yOf)
    expect(arrows.map(({ key }) => key)).toEqual(['A FS B', 'B FS C', 'C FS D', 'C FS E', 'D FS R'])
    const walls = barOf(scale, wholeSpan(GIVEN_GANTT[2]!)!)
    const end = walls.x + walls.width
    expect(arrows[2]!.path.startsWith(`M${end} 60L${end + 5} 60`)).toBe(true)
    expect(arrows[2]!.path.endsWith(`${end} 90`)).toBe(true)
  })

  test('are critical between two critical activities only', () => {
    const critical = ganttArrows(GIVEN_GANTT, scale, yOf).filter((arrow) => arrow.isCritical)
    expect(critical.map(({ key }) => key)).toEqual(['B FS C', 'C FS D', 'D FS R'])
  })

  test('of the other kinds leave and enter at the named ends', () => {
    const [first, second] = GIVEN_GANTT
    const rows = [first!, { ...second!, predecessors: [{ code: 'A', type: 'SS' as const, lagDays: 2 }] }]
    const [arrow] = ganttArrows(rows, scale, yOf)
    expect(arrow!.path).toBe('M2 0L-3 0L-3 30L50 30')
  })

  test('leave out what is not drawn', () => {
    expect(ganttArrows(GIVEN_GANTT.slice(1, 2), scale, yOf)).toEqual([])
  })
})

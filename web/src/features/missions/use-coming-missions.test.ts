import type { MissionRow } from '@borne/api/contracts/missions'
import { expect, test } from 'vitest'
import { comingMissions } from './use-coming-missions.ts'

const TODAY = '2026-12-01'

function row(reference: string, status: MissionRow['status'], from: string, until: string): MissionRow {
  return { reference, status, from, until } as MissionRow
}

test('keeps what is under way and what begins within two weeks, the next first', () => {
  const rows = [
    row('far', 'cleared', '2026-12-16', '2026-12-18'),
    row('last', 'draft', '2026-12-15', '2026-12-18'),
    row('next', 'submitted', '2026-12-02', '2026-12-03'),
    row('late', 'under-way', '2026-11-20', '2026-11-25'),
    row('now', 'cleared', '2026-11-30', '2026-12-01'),
    row('past', 'cleared', '2026-11-20', '2026-11-30'),
    row('done', 'done', '2026-11-28', '2026-12-02'),
    row('refused', 'refused', '2026-12-02', '2026-12-03'),
  ]
  expect(comingMissions(rows, TODAY).map(({ reference }) => reference)).toEqual([
    'late',
    'now',
    'next',
    'last',
  ])
})

test('no more than twenty are kept', () => {
  const many = Array.from({ length: 30 }, (_, index) => row(`m-${index}`, 'draft', TODAY, TODAY))
  expect(comingMissions(many, TODAY)).toHaveLength(20)
})

import type { WorksSummary } from '@borne/geodata/works/results'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import { CONTRACT } from '@borne/geodata/works/works.fixture'
import { expect, test } from 'vitest'
import type { VisitedWorks } from './due-queries.ts'
import { ageNeed, minutesOf, worksNeeds } from './visit-needs.ts'

const post = { postId: 'p', name: 'Poste', position: null, isDemonstration: false, plannedIn: [] }

function works(more: Partial<WorksSummary> = {}): VisitedWorks {
  const summary = { ...summariseWorks(CONTRACT, [], []), ...more }
  return { ...CONTRACT, reference: 'M-1', title: 'Toiture', postIds: ['p'], summary, plan: null }
}

test('a post that nobody saw, or not for a quarter of a year, is due', () => {
  expect(ageNeed({ ...post, lastVisitOn: null }, '2026-06-01')).toMatchObject([{ kind: 'never-visited' }])
  expect(ageNeed({ ...post, lastVisitOn: '2026-05-01' }, '2026-06-01')).toEqual([])
  expect(ageNeed({ ...post, lastVisitOn: '2026-01-01' }, '2026-06-01')).toMatchObject([
    { kind: 'last-visit-old', priority: 'low', values: { days: 151 } },
  ])
})

test('reports that wait and réserves that are mended are reasons to go', () => {
  const waitingReports = [{ eventId: 'e', on: '2026-05-20', recordedBy: null }]
  const openPunchItems = [
    { eventId: 'a', severity: 'blocking', state: 'corrected', dueOn: null },
    { eventId: 'b', severity: 'minor', state: 'open', dueOn: '2026-05-01' },
  ] as const
  const needs = worksNeeds(works({ waitingReports, openPunchItems }), '2026-06-01')
  expect(needs).toMatchObject([
    { kind: 'report-waiting', priority: 'high', values: { reference: 'M-1', date: '2026-05-20' } },
    { kind: 'punch-to-check', priority: 'high', values: { count: 1 } },
    { kind: 'punch-overdue', priority: 'normal', values: { count: 1, date: '2026-05-01' } },
  ])
  expect(minutesOf(needs)).toBe(90 + 15 + 15)
  expect(worksNeeds(works(), '2026-06-01')).toEqual([])
})

test('milestones of the plan near the day, and the end of the works, are told with their days', () => {
  const [start, on] = ['2026-01-05', '2026-02-01']
  const chain = { ...works().summary.chain, 'start-order': start }
  const calendar = {
    id: 'tous',
    weekShares: [1, 1, 1, 1, 1, 1, 1] as const,
    exceptions: [],
  }
  const activity = { packageCode: null, notBefore: null, predecessors: [] }
  const plan = {
    calendar: calendar as never,
    activities: [
      { ...activity, code: '1', label: 'Gros œuvre', durationDays: 40 },
      {
        ...activity,
        code: '2',
        label: 'Hors d’eau',
        durationDays: 0,
        predecessors: [{ code: '1', type: 'FS', lagDays: 0 }],
      },
    ] as never,
  }
  const contract = { ...works({ chain, durationDays: 50 }), durationDays: 50, plan }
  const needs = worksNeeds(contract, on)
  const milestone = needs.find(({ kind }) => kind === 'milestone')
  expect(milestone).toMatchObject({
    values: { title: 'Hors d’eau', date: '2026-02-13' },
    earliest: '2026-02-13',
  })
  expect(needs.find(({ kind }) => kind === 'works-end')).toMatchObject({ latest: '2026-02-24', minutes: 180 })
})

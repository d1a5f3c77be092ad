import { describe, expect, test } from 'vitest'
import { hasNotes, newVisit, stepPercent, type VisitDraft, visitPackages } from './visit-draft.ts'
import { eventsOfVisit, readMillimetres } from './visit-events.ts'

const CONTRACT = { id: 'c0000000-0000-4000-8000-000000000001', title: 'Poste de Ghabou' }
const ACCOUNT = 'a0000000-0000-4000-8000-000000000001'
const BILL = {
  packages: [
    { code: 'P1', label: 'Fondations', weightPpm: null },
    { code: 'P2', label: 'Murs', weightPpm: null },
  ],
  items: [],
}
const PROGRESS = [{ packageCode: 'P1', percent: 46.3, weightPpm: 1_000_000, measuredOn: '2026-10-01' }]

const given = (patch: Partial<VisitDraft> = {}): VisitDraft => ({
  ...newVisit(CONTRACT, ACCOUNT, new Date('2026-10-15T09:30:00Z')),
  ...patch,
})
const eventsOf = (draft: VisitDraft) =>
  eventsOfVisit(draft, visitPackages(BILL, PROGRESS, draft), 'Entreprise Karakoro')

describe('steps for a thumb', () => {
  test.each([
    [46.3, 1, 50],
    [46.3, -1, 45],
    [50, 1, 55],
    [50, -1, 45],
    [98, 1, 100],
    [100, 1, 100],
    [3, -1, 0],
    [0, -1, 0],
  ] as const)('%d %d → %d', (from, direction, to) => {
    expect(stepPercent(from, direction)).toBe(to)
  })
})

describe('a visit', () => {
  test('begins with the last values, and with nothing noted', () => {
    expect(visitPackages(BILL, PROGRESS, given())).toEqual([
      { code: 'P1', label: 'Fondations', last: 46.3, percent: 46.3 },
      { code: 'P2', label: 'Murs', last: 0, percent: 0 },
    ])
    expect(hasNotes(given())).toBe(false)
    expect(hasNotes(given({ note: ' ' }))).toBe(false)
    expect(hasNotes(given({ percents: { P1: 50 } }))).toBe(true)
  })

  test('reports what moved, and only that', () => {
    const draft = given({ percents: { P1: 55, P2: 0 }, note: ' Coffrage posé ' })
    expect(eventsOf(draft)).toEqual([
      {
        id: draft.reportId,
        kind: 'progress-report',
        happenedOn: '2026-10-15',
        payload: {
          note: 'Coffrage posé',
          measures: [{ packageCode: 'P1', percent: 55 }],
          fallReason: null,
        },
        photoIds: [],
      },
    ])
  })

  test('in which nothing moved confirms every package', () => {
    expect(eventsOf(given())[0]!.payload.measures).toEqual([
      { packageCode: 'P1', percent: 46.3 },
      { packageCode: 'P2', percent: 0 },
    ])
  })

  test('records a day without work, with the rain where it rained', () => {
    const rain = eventsOf(given({ lostCause: 'rain', rainMillimetres: '42,5' }))[1]!
    expect(rain.payload).toEqual({ note: '', cause: 'rain', rainMillimetres: 42.5 })
    const access = eventsOf(given({ lostCause: 'access', rainMillimetres: '42,5' }))[1]!
    expect(access.payload.rainMillimetres).toBeNull()
  })

  test('records réserves with their photo, its pin and their day', () => {
    const photos = [
      { id: 'p1', fileName: '1.jpg', takenAt: '2026-10-15T09:31:00Z', viewpoint: 'façade nord' },
      { id: 'p2', fileName: '2.jpg', takenAt: '2026-10-15T09:32:00Z', viewpoint: null },
    ]
    const punch = {
      id: 'r1',
      label: ' Fissure ',
      severity: 'major' as const,
      dueInDays: 14,
      photoId: 'p2',
      pin: { x: 0.25, y: 0.5 },
    }
    const [report, reserve] = eventsOf(given({ photos, punches: [punch] }))
    expect(report!.photoIds).toEqual(['p1'])
    expect(reserve).toMatchObject({
      id: 'r1',
      kind: 'punch-item',
      photoIds: ['p2'],
      payload: {
        label: 'Fissure',
        owner: 'Entreprise Karakoro',
        dueOn: '2026-10-29',
        pin: { photoId: 'p2', x: 0.25, y: 0.5 },
      },
    })
  })
})

test('millimetres as they are typed', () => {
  expect(['12,5', ' 40 ', '', 'beaucoup', '-3', '1001'].map(readMillimetres)).toEqual([
    12.5,
    40,
    null,
    null,
    null,
    null,
  ])
})

import type { DueVisit, MissionInput, MissionPlaceRow, Vehicle } from '@borne/api/contracts/missions'
import { expect, test } from 'vitest'
import {
  addTeam,
  addVisit,
  beginMission,
  changeVisit,
  lacksOf,
  nextReference,
  placeVehicle,
  removeTeam,
  removeVisit,
  visitOfDue,
} from './mission-draft.ts'

const due = (postId: string, dates: Partial<DueVisit> = {}): DueVisit => ({
  postId,
  name: postId,
  position: [-12, 15],
  isDemonstration: false,
  reasons: [],
  minutes: 90,
  earliest: null,
  latest: null,
  priority: 'high',
  lastVisitOn: null,
  plannedIn: [],
  ...dates,
})
const vehicle = (id: string, state: Vehicle['state'] = 'ready') =>
  ({ id, name: id, state, isArchived: false }) as Vehicle
const place = (id: string, sellsFuel: boolean) =>
  ({ id, name: id, sellsFuel, allowsNight: true, isArchived: false }) as MissionPlaceRow

const begun = (): MissionInput =>
  beginMission(
    '2026-11-28',
    'MIS-2026-001',
    'Équipe',
    [vehicle('one'), vehicle('two', 'workshop')],
    [place('camp', false), place('base', true)],
  )

test('begins in a few days, with what is ready, from where fuel is', () => {
  const { from, until, startPlaceId, endPlaceId, nightPlaceIds, teams } = begun()
  expect([from, until]).toEqual(['2026-12-01', '2026-12-03'])
  expect([startPlaceId, endPlaceId]).toEqual(['base', 'base'])
  expect(nightPlaceIds).toEqual(['camp', 'base'])
  expect(teams).toMatchObject([{ name: 'Équipe 1', vehicleIds: ['one'] }])
})

test('references go on from the highest of the year', () => {
  expect(nextReference('2026', [])).toBe('MIS-2026-001')
  expect(nextReference('2026', ['MIS-2026-009', 'MIS-2025-044', 'autre'])).toBe('MIS-2026-010')
})

test('dates of what is due count only inside the mission', () => {
  const visit = (dates: Partial<DueVisit>) => visitOfDue(due('p', dates), '2026-12-01', '2026-12-03', '')
  expect(visit({ latest: '2026-10-01' }).latest).toBeNull()
  expect(visit({ latest: '2026-12-02' }).latest).toBe('2026-12-02')
  expect(visit({ earliest: '2026-12-02' }).earliest).toBe('2026-12-02')
  expect(visit({ earliest: '2026-11-01' }).earliest).toBeNull()
})

test('a visit that goes frees what was to come after it', () => {
  const visits = ['a', 'b'].map((id) => visitOfDue(due(id), '2026-12-01', '2026-12-03', ''))
  const input = visits.reduce(addVisit, begun())
  const ordered = changeVisit(input, 'visit-b', { afterVisitId: 'visit-a' })
  expect(removeVisit(ordered, 'visit-a').visits).toMatchObject([{ id: 'visit-b', afterVisitId: null }])
})

test('a vehicle is in one team; a team that goes frees what was pinned to it', () => {
  const two = placeVehicle(addTeam(begun(), 'Équipe'), 'one', 'team-2')
  expect(two.teams.map(({ vehicleIds }) => vehicleIds)).toEqual([[], ['one']])
  const pinned = changeVisit(addVisit(two, visitOfDue(due('a'), two.from, two.until, '')), 'visit-a', {
    pinnedTeamId: 'team-2',
  })
  expect(removeTeam(pinned, 'team-2').visits[0]!.pinnedTeamId).toBeNull()
})

test('says what is missing', () => {
  expect(lacksOf(begun())).toEqual(['visits', 'title'])
  expect(lacksOf({ ...begun(), title: 'T', from: '2026-12-05' })).toEqual(['visits', 'dates'])
  expect(lacksOf({ ...begun(), title: 'T', startPlaceId: null, teams: [] })).toEqual([
    'visits',
    'vehicles',
    'start',
  ])
})

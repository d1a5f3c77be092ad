import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import { expect } from 'vitest'
import {
  loadDemonstrationClosures,
  removeDemonstrationClosures,
} from '../../api/src/features/road-state/load-demonstration.ts'
import {
  loadCalendars,
  loadClosures,
  loadRoadStateRevision,
  loadVehicles,
} from '../../api/src/platform/road-state-queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'

dbTest('vehicles and calendars are the product’s own until somebody changes one', async ({ db }) => {
  expect(await loadVehicles(db)).toEqual(DEFAULT_VEHICLES)
  expect(await loadCalendars(db)).toEqual(DEFAULT_CALENDARS)
  const lorry = { ...DEFAULT_VEHICLES.find(({ id }) => id === 'lorry')!, topKmh: 60 }
  await db.run(sql`
    insert into vehicle_profile (id, value, version) values ('lorry', ${JSON.stringify(lorry)}::jsonb, 1)`)
  const vehicles = await loadVehicles(db)
  expect(vehicles.map(({ id }) => id)).toEqual(DEFAULT_VEHICLES.map(({ id }) => id))
  expect(vehicles.find(({ id }) => id === 'lorry')?.topKmh).toBe(60)
})

dbTest('a closure that was lifted ends with the day before', async ({ db }) => {
  await db.run(sql`
    insert into road_closure (geom, effect, speed_factor, cause, starts_at, ends_at, confirmed_at, half_life_days, lifted_at)
    values (st_geomfromtext('POINT(-12.1 15.1)', 4326), 'cut', 1, 'wadi', '2026-08-01T06:00Z', '2026-09-01T00:00Z',
            '2026-08-02T10:30Z', 7, '2026-08-15T15:20Z'),
           (st_geomfromtext('LINESTRING(-12.1 15.1, -12.2 15.1)', 4326), 'slow', 0.5, 'works', '2026-08-02T00:00Z', null,
            '2026-08-02T00:00Z', 60, null)`)
  expect(await loadClosures(db)).toEqual([
    {
      id: expect.any(String),
      geometry: { type: 'Point', coordinates: [-12.1, 15.1] },
      effect: 'cut',
      speedFactor: 1,
      cause: 'wadi',
      startsAt: '2026-08-01T06:00:00.000Z',
      endsAt: '2026-08-15T00:00:00.000Z',
      confirmedAt: '2026-08-02T10:30:00.000Z',
      halfLifeDays: 7,
    },
    expect.objectContaining({ effect: 'slow', endsAt: null, halfLifeDays: 60 }),
  ])
})

dbTest('the revision differs after every change', async ({ db }) => {
  const seen = new Set<string>()
  const note = async (expected: number) =>
    expect(seen.add(await loadRoadStateRevision(db)).size).toBe(expected)
  await note(1)
  await note(1)
  const { id } = await db.one<{ id: string }>(sql`
    insert into road_closure (geom, effect, speed_factor, cause, starts_at, half_life_days)
    values (st_geomfromtext('POINT(-12.1 15.1)', 4326), 'cut', 1, 'wadi', now(), 7)
    returning id`)
  await note(2)
  await db.run(sql`update road_closure set version = version + 1, lifted_at = now() where id = ${id}`)
  await note(3)
  for (const version of [1, 2]) {
    await db.run(sql`
      insert into season_calendar (id, value, version) values ('wadi', '{"id": "wadi"}', ${version})
      on conflict (id) do update set version = excluded.version`)
    await note(3 + version)
  }
  await loadDemonstrationClosures(db)
  await note(6)
  await db.run(sql`update road_closure set version = version + 1, note = 'Vue'
                     where id = (select id from road_closure where demonstration_key is not null limit 1)`)
  await note(7)
  await removeDemonstrationClosures(db)
  await note(8)
})

dbTest('a change whose number was drawn before another is seen after it all the same', async ({ db }) => {
  const { drawn } = await db.one<{ drawn: string }>(sql`
    select nextval(pg_get_serial_sequence('road_state_change', 'id'))::text as drawn`)
  await db.run(sql`
    insert into season_calendar (id, value, version) values ('wadi', '{"id": "wadi"}', 1)`)
  const before = await loadRoadStateRevision(db)
  await db.run(sql`
    insert into road_state_change (id, subject, subject_id, version, action) overriding system value
    values (${drawn}::bigint, 'vehicle', 'lorry', 1, 'created')`)
  expect(await loadRoadStateRevision(db)).not.toBe(before)
})

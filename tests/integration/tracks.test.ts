import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { Track, TrackDetail, Tracks } from '../../api/src/features/tracks/contract.ts'
import { TrackQueue } from '../../api/src/features/tracks/track-queue.ts'
import { loadLearnedSpeeds, loadPassagesRevision } from '../../api/src/platform/road-learning-queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { trackFilePath } from '../../api/src/platform/track-file-path.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { onTrack } from '../support/given-closure.ts'
import { roads } from '../support/given-roads.ts'
import { drivenAlong, gpxOf, type RecordedPoint, trackForm } from '../support/given-track.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']
type Db = DbTestContext['db']

async function onRoads(db: Db, work: (test: TestApp) => Promise<void>): Promise<void> {
  await roads(db)
  await withApp(db, work)
}

const send = (app: App, gpx: string | Buffer, form = {}) =>
  app.inject({ method: 'POST', url: '/api/tracks', ...trackForm(gpx, form) })

async function upload(app: App, gpx: string, form = {}): Promise<Track> {
  const answer = await send(app, gpx, form)
  expect(answer.statusCode, answer.body).toBe(201)
  return Track.parse(answer.json())
}

const detail = async (app: App, id: string) =>
  TrackDetail.parse((await app.inject(`/api/tracks/${id}`)).json())

/** Leaves the track to the north after a while, for so many metres, and stays there. */
function offRoad(metres = 1_500): RecordedPoint[] {
  const along = drivenAlong(-900, 0)
  const [lon, lat] = onTrack(0)
  const away = Array.from({ length: metres / 100 }, (_, i) => ({
    position: [lon, lat + ((i + 1) * 100) / 111_195] as const,
    seconds: along.at(-1)!.seconds + 10 * (i + 1),
  }))
  return [...along, ...away]
}

dbTest('a track is matched to the road it was driven on, and its passages are kept', async ({ db }) => {
  await onRoads(db, async ({ app, filesDir }) => {
    const track = await upload(app, gpxOf(drivenAlong()), {
      fields: { vehicle: '4x4', name: 'Tournée du mardi' },
    })
    expect(track).toMatchObject({
      name: 'Tournée du mardi',
      vehicleId: '4x4',
      state: 'matched',
      progress: null,
      refusal: null,
      startedAt: '2026-03-10T08:00:00.000Z',
      endedAt: '2026-03-10T08:03:00.000Z',
      unmatchedMetres: 0,
      isOwn: true,
      isOutdated: false,
    })
    expect(track.matchedMetres).toBeGreaterThan(1_790)
    expect(track.matchedMetres).toBeLessThan(1_810)
    const { report, lines } = await detail(app, track.id)
    expect(report).toMatchObject({
      reading: { name: 'Essai', version: '1.1', tracks: 1, points: 19 },
      cleaning: { read: 19, kept: 19, isTimed: true },
      matching: { usedPoints: 19, unmatchedPoints: 0, runs: 1, breaks: 0 },
    })
    expect(lines.features.map(({ properties }) => properties.part)).toEqual(['recorded', 'matched'])
    const passages = await db.many<{ metres: number; seconds: number; isForward: boolean }>(sql`
      select metres, seconds, is_forward as "isForward" from road_passage where track_id = ${track.id} order by ordinal`)
    expect(passages.length).toBe(track.passageCount)
    const total = (key: 'metres' | 'seconds') => passages.reduce((sum, passage) => sum + passage[key], 0)
    expect(total('metres')).toBeCloseTo(track.matchedMetres!, 3)
    expect(total('seconds')).toBeCloseTo(180, 3)
    const { sha } = await db.one<{ sha: string }>(sql`select file_sha256 as sha from gps_track`)
    expect(existsSync(trackFilePath(filesDir, sha))).toBe(true)
  })
})

dbTest('what leaves the road is told apart and proposed as a road, once', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const track = await upload(app, gpxOf(offRoad()))
    expect(track.openProposalCount).toBe(1)
    expect(track.unmatchedMetres).toBeGreaterThan(1_400)
    const { lines, proposals, report } = await detail(app, track.id)
    expect(lines.features.map(({ properties }) => properties.part)).toEqual([
      'recorded',
      'matched',
      'unmatched',
    ])
    expect(proposals).toMatchObject([{ state: 'proposed', lengthMetres: expect.closeTo(1_500, -2) }])
    expect(report!.proposals).toMatchObject({ proposed: 1, outside: 0 })
    const again = offRoad().map(({ position, seconds }) => ({ position, seconds: seconds + 86_400 }))
    const second = await upload(app, gpxOf(again))
    expect(second.openProposalCount).toBe(0)
  })
})

dbTest('the same file sent again is the same track', async ({ db }) => {
  await onRoads(db, async ({ app, filesDir }) => {
    const first = await upload(app, gpxOf(drivenAlong()))
    const again = await send(app, gpxOf(drivenAlong()))
    expect(again.statusCode).toBe(200)
    expect(again.json().id).toBe(first.id)
    const list = Tracks.parse((await app.inject('/api/tracks')).json())
    expect([list.total, list.items[0]!.id]).toEqual([1, first.id])
    const parts = (await readdir(join(filesDir, 'tracks'))).filter((name) => name.endsWith('.part'))
    expect(parts).toEqual([])
  })
})

dbTest('a refused file is named, and nothing of it is kept', async ({ db }) => {
  await onRoads(db, async ({ app, filesDir }) => {
    const point = '<trkpt lat="15.1" lon="-12.1"/>'
    const wrap = (body: string) => `<gpx version="1.1">${body}</gpx>`
    const trk = (points: string) => wrap(`<trk><trkseg>${points}</trkseg></trk>`)
    const elsewhere = drivenAlong().map(({ position: [lon, lat], seconds }) => ({
      position: [lon + 20, lat + 45] as const,
      seconds,
    }))
    const still = drivenAlong().map(({ seconds }) => ({ position: onTrack(0), seconds }))
    const cases: [code: string, gpx: string | Buffer][] = [
      ['track-not-xml', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
      ['track-not-xml', gpxOf(drivenAlong()).slice(0, 900)],
      ['track-not-gpx', '<kml><Document/></kml>'],
      ['track-doctype', `<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>${trk(point)}`],
      ['track-excessive', wrap('<a>'.repeat(1_000))],
      ['track-excessive', wrap(`<desc>${'x'.repeat(2_000_000)}</desc>`)],
      ['track-encoding-unknown', `<?xml version="1.0" encoding="EBCDIC"?>${trk(point)}`],
      ['track-encoding-wrong', Buffer.from(trk(`<name>\u00e9</name>${point}`), 'latin1')],
      ['track-without-points', wrap('<wpt lat="15" lon="-12"/><rte><rtept lat="15" lon="-12"/></rte>')],
      ['track-too-short', trk(point + point)],
      ['track-nothing-left', gpxOf(still)],
      ['track-outside-network', gpxOf(elsewhere)],
    ]
    for (const [code, gpx] of cases) {
      const answer = await send(app, gpx)
      expect([answer.statusCode, answer.json().code], code).toEqual([400, code])
      expect(answer.json().errors[0].field).toBe('file')
    }
    const vehicle = await send(app, gpxOf(drivenAlong()), { fields: { vehicle: 'fusée' } })
    expect([vehicle.statusCode, vehicle.json().code]).toEqual([404, 'vehicle-unknown'])
    const empty = await send(app, '')
    expect(empty.json().code).toBe('track-file-missing')
    expect(Tracks.parse((await app.inject('/api/tracks')).json()).total).toBe(0)
    const left = await readdir(join(filesDir, 'tracks'), { recursive: true })
    expect(left.filter((name) => /\.(gpx|part)$/.test(name))).toEqual([])
  })
})

dbTest('a track without times is matched, and teaches nothing', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const track = await upload(app, gpxOf(drivenAlong()).replaceAll(/<time>[^<]*<\/time>/g, ''))
    expect(track).toMatchObject({ state: 'matched', startedAt: null, endedAt: null, passageCount: 0 })
    expect(track.matchedMetres).toBeGreaterThan(1_700)
  })
})

dbTest('passages teach the speed of the road, by state of the ground and kind of vehicle', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const before = await loadPassagesRevision(db)
    for (const day of [1, 2, 3, 4, 5]) {
      await upload(app, gpxOf(drivenAlong(-1_900, 1_900), Date.UTC(2026, 2, day, 8)))
    }
    expect(await loadPassagesRevision(db)).not.toBe(before)
    const { graph, version } = await versionInService(db)
    const dry = await loadLearnedSpeeds(db, { graph, version }, { groundState: 'dry', mode: 'lorry' })
    expect(dry.size).toBe(2)
    for (const { passages, logFactor } of dry.values()) {
      expect(passages).toBe(5)
      // 36 km/h on a track: faster than the profile says.
      expect(logFactor).toBeLessThan(-0.1)
    }
    expect(await loadLearnedSpeeds(db, { graph, version }, { groundState: 'wet', mode: 'car' })).toEqual(
      new Map(),
    )
    expect(await loadLearnedSpeeds(db, { graph, version }, { groundState: 'dry', mode: 'foot' })).toEqual(
      new Map(),
    )

    async function versionInService(owner: Db) {
      const found = await owner.one<{ id: number }>(sql`select network_id as id from gps_track limit 1`)
      return { graph: (await app.roadNetwork.get()).graph, version: found }
    }
  })
})

dbTest(
  'what others uploaded is deleted by who manages tracks, with passages, file and proposals',
  async ({ db }) => {
    await onRoads(db, async ({ app, as, filesDir }) => {
      const focal = await as(await account(db, { role: 'focal-point' }))
      const theirs = await upload(focal, gpxOf(offRoad()))
      const mine = await upload(app, gpxOf(drivenAlong()))
      const refused = await focal.inject({ method: 'DELETE', url: `/api/tracks/${mine.id}` })
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-permitted'])
      const gone = await app.inject({ method: 'DELETE', url: `/api/tracks/${theirs.id}` })
      expect(gone.statusCode).toBe(204)
      expect((await app.inject(`/api/tracks/${theirs.id}`)).json().code).toBe('track-not-found')
      const left = await db.one(sql`
      select (select count(*)::int from road_edit) as edits,
             (select count(*)::int from road_passage where track_id = ${theirs.id}) as passages`)
      expect(left).toEqual({ edits: 0, passages: 0 })
      const files = await readdir(join(filesDir, 'tracks'), { recursive: true })
      expect(files.filter((name) => name.endsWith('.gpx'))).toHaveLength(1)
      const journal = await db.many<{ action: string }>(sql`
      select action || ' ' || (detail ->> 'action') as action from audit_event
       where subject = 'track' and subject_id = ${theirs.id} and action <> 'read' order by seq`)
      expect(journal.map(({ action }) => action)).toEqual(['import created', 'change deleted'])
    })
  },
)

dbTest(
  'matched again after a newer version of the network, a changed road learns nothing of the past',
  async ({ db }) => {
    await onRoads(db, async ({ app }) => {
      const track = await upload(app, gpxOf(drivenAlong(-1_900, 1_900)))
      await newerVersion(db)
      expect((await detail(app, track.id)).isOutdated).toBe(true)
      await waitForNetwork(app)
      const answer = await app.inject({ method: 'POST', url: `/api/tracks/${track.id}/match` })
      expect(Track.parse(answer.json())).toMatchObject({
        state: 'matched',
        isOutdated: false,
        passageCount: 2,
      })
      const passages = await db.many(sql`
      select edge.highway, passage.is_of_this_road as "isOfThisRoad"
        from road_passage passage
        join road_edge edge on edge.network_id = passage.network_id and edge.id = passage.edge_id
       order by edge.highway`)
      expect(passages).toEqual([
        { highway: 'primary', isOfThisRoad: false },
        { highway: 'track', isOfThisRoad: true },
      ])
    })
  },
)

dbTest('what waits is taken up after a start, and can be stopped', async ({ db }) => {
  await onRoads(db, async ({ app, filesDir }) => {
    const { id } = await upload(app, gpxOf(drivenAlong()))
    const stateNow = async () =>
      (await db.one<{ state: string }>(sql`select state from gps_track where id = ${id}`)).state
    await db.run(sql`update gps_track set state = 'waiting'`)
    const queue = new TrackQueue({ db, filesDir, roadNetwork: app.roadNetwork, log: app.log })
    const stopped = queue.match(id)
    await queue.cancel(id)
    await stopped
    expect([await stateNow(), queue.progressOf(id)]).toEqual(['waiting', null])
    await queue.takeUp()
    expect(queue.progressOf(id)).toMatchObject({ stage: 'waiting' })
    await queue.match(id)
    expect(await stateNow()).toBe('matched')
    await queue.close()
  })
})

dbTest('a track whose file is gone says so, and can be deleted', async ({ db }) => {
  await onRoads(db, async ({ app, filesDir }) => {
    const { id } = await upload(app, gpxOf(drivenAlong()))
    await rm(join(filesDir, 'tracks'), { recursive: true })
    const again = await app.inject({ method: 'POST', url: `/api/tracks/${id}/match` })
    expect(again.json()).toMatchObject({ state: 'refused', refusal: { code: 'track-file-lost' } })
    expect((await app.inject({ method: 'DELETE', url: `/api/tracks/${id}` })).statusCode).toBe(204)
  })
})

/** As the bundled one, but the eastern half of the track is asphalted since yesterday. */
async function newerVersion(db: Db): Promise<void> {
  await db.run(sql`
    insert into road_network (id, label, source, licence, attribution, source_file_name, valid_from, state, report,
                              import_run_id, compared_with, comparison)
    select 4711, 'Asphalte', source, licence, attribution, source_file_name, current_date - 1, 'accepted', report,
           import_run_id, null, null
      from road_network where id = 1`)
  await db.run(sql`
    insert into road_edge (network_id, id, u, v, highway, length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha,
                           component, import_run_id, geom)
    select 4711, id, u, v, case when id = (select max(id) from road_edge) then 'primary' else highway end,
           length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha, component, import_run_id, geom
      from road_edge where network_id = 1`)
}

async function waitForNetwork(app: App): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if ((await app.roadNetwork.get()).version.id === 4711) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the newer network is not in service')
}

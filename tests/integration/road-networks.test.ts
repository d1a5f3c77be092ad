import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareAgain } from '../../api/src/features/networks/compare-again.ts'
import { NetworkChanges, RoadNetworkVersion } from '../../api/src/features/networks/contract.ts'
import { acceptNetwork, discardNetwork } from '../../api/src/features/networks/decide-network.ts'
import { importRoads, type RoadImport } from '../../api/src/features/networks/import-roads.ts'
import {
  findChangesText,
  findInService,
  findNetwork,
  findNetworks,
} from '../../api/src/features/networks/queries.ts'
import type { OpenedDb } from '../../api/src/platform/db.ts'
import {
  loadAcceptedVersions,
  loadRoadEdges,
  loadRoadGaps,
  loadTurnRestrictions,
} from '../../api/src/platform/road-network-queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { openEmpty } from '../support/open-empty.ts'
import { type PbfContent, writePbf } from '../support/write-pbf.ts'

const ANDORRA = fileURLToPath(new URL('../fixtures/osm/andorra.osm.pbf', import.meta.url))
const BUNDLED = 1

/** Around Sélibaby: the track of `given.roads` from west to east as a tertiary road, and a new one to the north. */
const EXTRACT: PbfContent = {
  nodes: [
    { id: 1, lon: -12.20479, lat: 15.15799 },
    { id: 2, lon: -12.18479, lat: 15.15799, tags: { ford: 'yes' } },
    { id: 3, lon: -12.16479, lat: 15.15799 },
    { id: 4, lon: -12.16479, lat: 15.17799 },
  ],
  ways: [
    { id: 10, refs: [1, 2, 3], tags: { highway: 'tertiary', surface: 'laterite', name: 'Route de l’Est' } },
    { id: 11, refs: [3, 4], tags: { highway: 'track', tracktype: 'grade4', maxspeed: '30', oneway: 'yes' } },
  ],
  relations: [
    {
      id: 20,
      tags: { type: 'restriction', restriction: 'no_left_turn' },
      members: [
        { type: 'way', ref: 10, role: 'from' },
        { type: 'node', ref: 3, role: 'via' },
        { type: 'way', ref: 11, role: 'to' },
      ],
    },
  ],
}

function countRows(db: OpenedDb) {
  return db.one<Record<string, number>>(sql`
    select (select count(*) from road_network) as networks, (select count(*) from road_edge) as edges,
           (select count(*) from road_gap) as gaps, (select count(*) from road_turn_restriction) as restrictions,
           (select count(*) from road_network_change) as changes, (select count(*) from import_run) as runs`)
}

/** A published road and a gap beside the track of `given.roads`. */
async function givenUnmapped(db: OpenedDb): Promise<void> {
  await db.run(sql`
    insert into road_edge (network_id, id, u, v, highway, length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha,
                           name, published_source, published_note, geom)
    select ${BUNDLED}, 1000000, edge.u, edge.v, 'unclassified', 7000, false, false, 'documented', 'MRT', false, 'A – B',
           'Une page', 'En travaux', st_setsrid(st_geomfromtext('linestring(-12.20479 15.15799, -12.2048 15.158, -12.165 15.1579, -12.16479 15.15799)'), 4326)
      from road_edge edge where edge.network_id = ${BUNDLED} order by edge.id limit 1`)
  await db.run(sql`
    insert into road_gap (network_id, id, kind, length_metres, road_a, road_b, import_run_id, geom)
    select ${BUNDLED}, 'g1', 'detour', 4300, min(edge.id), max(edge.id), (select max(id) from import_run),
           st_geomfromtext('linestring(-12.20479 15.158, -12.16479 15.1579)', 4326)
      from road_edge edge where edge.network_id = ${BUNDLED} and edge.grade = 'mapped'`)
}

describe.each(enginesUnderTest)('versions of the road network on the %s engine', (engine) => {
  let db: OpenedDb
  let close: () => Promise<void>
  let folder: string
  let extract: string
  const asked = (over: Partial<RoadImport> = {}): RoadImport => ({
    path: extract,
    label: 'Essai',
    validFrom: '2026-12-01',
    ...over,
  })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'borne-networks-'))
    extract = join(folder, 'selibaby.osm.pbf')
    await writePbf(extract, EXTRACT)
    const opened = await openEmpty(engine, 'networks')
    db = opened.db
    close = opened.close
    await region(db)
    await roads(db)
    await givenUnmapped(db)
  }, 240_000)
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })

  test('an extract is stored as a candidate, with what OpenStreetMap tells of its roads', async () => {
    const { networkId, report } = await importRoads(db, asked())
    expect(report).toMatchObject({
      edges: 4,
      fords: 1,
      restrictions: 1,
      documentedLeftOut: 0,
      gapsLeftOut: 0,
    })
    const edges = await loadRoadEdges(db, networkId)
    expect(edges.filter(({ grade }) => grade === 'mapped')).toMatchObject([
      { highway: 'tertiary', ground: 'gravel', iso3: 'MRT', name: 'Route de l’Est', structure: null },
      { highway: 'tertiary', ground: 'gravel', iso3: 'MRT' },
      { lengthMetres: 0.01, structure: 'ford', accessForward: 15, accessBackward: 15 },
      { highway: 'track', trackGrade: 4, maxKmh: 30, isOneway: true, accessForward: 15, accessBackward: 8 },
    ])
    const [from, , , to] = edges.map(({ id }) => id)
    expect(await loadTurnRestrictions(db, networkId)).toEqual([
      { fromEdge: edges[1]!.id, viaNode: 3, toEdge: to, modes: 7 },
    ])
    expect(from).toBe(1)
    const inRegion = await db.one<{ count: number }>(sql`
      select count(*)::int as count from road_edge where network_id = ${networkId} and in_guidimakha`)
    expect(inRegion.count).toBe(4)
  })

  test('roads of unknown course and gaps go along, with their ends in the new roads', async () => {
    const { networkId } = await importRoads(db, asked())
    const edges = await loadRoadEdges(db, networkId)
    expect(edges.at(-1)).toMatchObject({
      id: 5,
      u: 1,
      v: 3,
      grade: 'documented',
      lengthMetres: 7000,
      name: 'A – B',
    })
    expect(await loadRoadGaps(db, networkId)).toMatchObject([
      { id: 'g1', lengthMetres: 4300, roadA: 1, roadB: 2 },
    ])
  })

  test('the candidate tells what it changes, and nothing changes', async () => {
    const before = await loadAcceptedVersions(db)
    const { networkId, comparison } = await importRoads(db, asked())
    const metres = 4300
    expect(comparison.figures.removedMetres).toBe(0)
    expect(Math.abs(comparison.figures.addedMetres - 2213)).toBeLessThan(30)
    expect(Math.abs(comparison.figures.reclassedMetres - metres)).toBeLessThan(100)
    const network = RoadNetworkVersion.parse(await findNetwork(db, networkId))
    expect(network).toMatchObject({
      state: 'candidate',
      isInService: false,
      comparedWith: BUNDLED,
      isComparisonCurrent: true,
      figures: comparison.figures,
    })
    const changes = NetworkChanges.parse(JSON.parse(await findChangesText(db, network)))
    expect(
      changes.features.map(({ properties: { kind, formerHighway, highway } }) => [
        kind,
        formerHighway,
        highway,
      ]),
    ).toEqual([
      ['added', null, 'track'],
      ['reclassed', 'track', 'tertiary'],
      ['reclassed', 'track', 'tertiary'],
    ])
    expect(await loadAcceptedVersions(db)).toEqual(before)
    expect(await findInService(db, '2027-01-01')).toBe(BUNDLED)
  })

  test('accepted, it is in service from its first day on; discarded, the bundled one is again', async () => {
    const { networkId } = await importRoads(db, asked({ validFrom: '2026-12-01' }))
    expect(await acceptNetwork(db, networkId, null)).toMatchObject({ state: 'accepted' })
    const versions = await loadAcceptedVersions(db)
    for (const [day, id] of [
      ['2020-01-01', BUNDLED],
      ['2026-11-30', BUNDLED],
      ['2026-12-01', networkId],
      ['2030-01-01', networkId],
    ] as const) {
      expect(await findInService(db, day), day).toBe(id)
      expect(chooseVersion(versions, day)?.id, day).toBe(id)
    }
    expect(await discardNetwork(db, networkId, null)).toMatchObject({
      state: 'discarded',
      isInService: false,
    })
    expect(await findInService(db, '2030-01-01')).toBe(BUNDLED)
    expect(await loadRoadEdges(db, networkId)).toEqual([])
    expect((await findNetwork(db, networkId))?.figures).not.toBeNull()
    const lines = await db.many<{ action: string; role: string; what: string }>(sql`
      select action, role, detail ->> 'action' as what
        from audit_event where subject = 'road-network' and subject_id = ${String(networkId)} order by seq`)
    expect(lines).toEqual([
      { action: 'import', role: 'local', what: null },
      { action: 'change', role: 'local', what: 'accepted' },
      { action: 'change', role: 'local', what: 'discarded' },
    ])
  })

  test('what was compared with a version that is no longer the one to replace is compared again first', async () => {
    const first = await importRoads(db, asked({ validFrom: '2027-01-01' }))
    const second = await importRoads(db, asked({ validFrom: '2027-02-01' }))
    await acceptNetwork(db, first.networkId, null)
    await expect(acceptNetwork(db, second.networkId, null)).rejects.toMatchObject({
      code: 'network-comparison-outdated',
    })
    const { comparison, comparedWith } = await compareAgain(db, second.networkId)
    expect(comparedWith).toBe(first.networkId)
    expect(comparison.figures).toMatchObject({ addedMetres: 0, removedMetres: 0, reclassedMetres: 0 })
    expect(await acceptNetwork(db, second.networkId, null)).toMatchObject({ state: 'accepted' })
    for (const { networkId } of [first, second]) await discardNetwork(db, networkId, null)
  })

  test('of two for one day the newer import counts, so the older one is not accepted after it', async () => {
    const older = await importRoads(db, asked({ validFrom: '2028-01-01' }))
    const newer = await importRoads(db, asked({ validFrom: '2028-01-01' }))
    await acceptNetwork(db, newer.networkId, null)
    await compareAgain(db, older.networkId)
    await expect(acceptNetwork(db, older.networkId, null)).rejects.toMatchObject({
      code: 'network-superseded',
    })
    await discardNetwork(db, newer.networkId, null)
  })

  test('a decision is made once, and the bundled version stays', async () => {
    const { networkId } = await importRoads(db, asked())
    await discardNetwork(db, networkId, null)
    const decided = { code: 'network-decided' }
    await expect(acceptNetwork(db, networkId, null)).rejects.toMatchObject(decided)
    await expect(discardNetwork(db, networkId, null)).rejects.toMatchObject(decided)
    await expect(compareAgain(db, networkId)).rejects.toMatchObject(decided)
    await expect(discardNetwork(db, BUNDLED, null)).rejects.toMatchObject({ code: 'network-bundled' })
    await expect(acceptNetwork(db, 987_654, null)).rejects.toMatchObject({ code: 'network-not-found' })
  })

  test.each(['read', 'store'] as const)('cancelled while it %ss, an import leaves nothing', async (when) => {
    const before = await countRows(db)
    const controller = new AbortController()
    const importing = importRoads(
      db,
      asked({
        path: ANDORRA,
        signal: controller.signal,
        onProgress: (phase, done, total) => {
          if (phase === when && done > total / 3) controller.abort(new Error('enough'))
        },
      }),
    )
    await expect(importing).rejects.toThrow('enough')
    expect(await countRows(db)).toEqual(before)
  })

  test('a file that fails midway leaves nothing but the note that it failed', async () => {
    const damaged = join(folder, 'damaged.osm.pbf')
    writeFileSync(damaged, readFileSync(ANDORRA).fill(7, 1_200_000, 1_200_400))
    const before = await countRows(db)
    await expect(importRoads(db, asked({ path: damaged }))).rejects.toMatchObject({
      code: 'import-osm-damaged',
    })
    expect(await countRows(db)).toEqual({ ...before, runs: before.runs! + 1 })
    const run = await db.one(sql`select status, file_name from import_run order by id desc limit 1`)
    expect(run).toEqual({ status: 'failed', file_name: 'damaged.osm.pbf' })
  })

  test('a whole real extract is read, stored and read back', async () => {
    const phases = new Map<string, number>()
    const { networkId, report } = await importRoads(
      db,
      asked({
        path: ANDORRA,
        onProgress: (phase, done, total) => phases.set(phase, done / total),
      }),
    )
    expect(Object.fromEntries(phases)).toEqual({ read: 1, compare: 1, store: 1 })
    // Neither the published road nor the gap has anything to do there.
    expect(report).toMatchObject({ edges: 8089, documentedLeftOut: 1, gapsLeftOut: 1 })
    const edges = await loadRoadEdges(db, networkId)
    expect(edges).toHaveLength(8089)
    expect(edges.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)).toBeCloseTo(report.lengthMetres, 3)
    expect(await loadTurnRestrictions(db, networkId)).toHaveLength(68)
    const network = await findNetwork(db, networkId)
    expect(network).toMatchObject({ dataAt: '2020-05-01T20:59:03.000Z', sourceFileName: 'andorra.osm.pbf' })
    expect(network?.sourceSha256).toMatch(/^[0-9a-f]{64}$/)
    const run = await db.one(sql`
      select rows_read, rows_loaded, rows_rejected from import_run order by id desc limit 1`)
    expect(run).toEqual({ rows_read: 4611, rows_loaded: 4588, rows_rejected: 23 })
  })

  test('the list holds every version, those to be judged first', async () => {
    const states = (await findNetworks(db)).map((network) => RoadNetworkVersion.parse(network).state)
    expect(states).toEqual(states.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
    expect(states).toContain('discarded')
  })
})

const ORDER = ['candidate', 'accepted', 'discarded']

import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Position } from '@borne/geodata/geometry/position'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RoadInputs } from '../../api/src/features/roads/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type OpenRoads, openRoads } from '../../web/src/platform/roads-worker/open-roads.ts'
import type { CoverageAsked, WayAsked } from '../../web/src/platform/roads-worker/roads-asked.ts'
import { closureInput } from '../support/given-closure.ts'
import { Random } from '../support/random.ts'
import { randomState, randomWay, wayParams } from '../support/random-ways.ts'
import { openRegionApp } from '../support/region-app.ts'

const DAY = '2026-08-15'
const DEFAULTS = {
  vehicle: '4x4',
  crossing: false,
  documented: true,
  presumed: false,
  presumedMetres: 15_000,
}
const COVERAGE: CoverageAsked = {
  ...DEFAULTS,
  minutes: 60,
  access: { maxMetres: 2000, kmh: null },
  includeUnconfirmed: false,
  postIds: null,
  changes: [],
  contractPosts: [],
}
const SELIBABY: Position = [-12.18479, 15.15799]
const BAKEL: Position = [-12.457, 14.905]
const KANKOSSA: Position = [-11.51914, 15.93673]
const NO_POST = '0d0a8d0e-6d1c-4ad5-8a55-0c54ac5e1c50'
const CROSSED: Position[] = [
  [-12.2, 15.1],
  [-12.1, 15.2],
  [-12.1, 15.1],
  [-12.2, 15.2],
]
const WAY: WayAsked = { ...DEFAULTS, stops: [], by: 'time', alternatives: false, areas: [] }

let region: Awaited<ReturnType<typeof openRegionApp>>
let inputs: RoadInputs
let roads: OpenRoads

beforeAll(async () => {
  region = await openRegionApp()
  await giveStates()
  const answer = await region.app.inject(`/api/roads/inputs?date=${DAY}`)
  expect(answer.statusCode, answer.body).toBe(200)
  inputs = RoadInputs.parse(answer.json())
  roads = openRoads(arrayBufferOf(brotliDecompressSync((await askGraph('br')).rawPayload)))
  roads.takeInputs(inputs)
}, 240_000)
afterAll(() => region?.close())

/** A closure near Sélibaby, a road taken away by hand, and a passage that taught a stretch. */
async function giveStates(): Promise<void> {
  const closed = await region.app.inject({
    method: 'POST',
    url: '/api/closures',
    payload: closureInput({ startsAt: '2026-08-01T06:00:00Z', effect: 'slow', speedFactor: 0.3 }),
  })
  expect(closed.statusCode, closed.body).toBe(201)
  const db = region.app.systemDb
  await db.run(sql`
    insert into road_edit (kind, geom, origin, state)
    select 'remove', edge.geom, 'drawn', 'accepted'
      from road_edge edge
     where edge.grade = 'mapped' and edge.in_guidimakha and edge.length_metres > 1000
     order by edge.id limit 1`)
  const track = await db.one<{ id: string }>(sql`
    insert into gps_track (name, file_sha256, file_bytes, vehicle_id, matching)
    values ('Essai', repeat('ab', 32), 1, '4x4', 1) returning id`)
  await db.run(sql`
    insert into road_passage (track_id, ordinal, network_id, edge_id, is_forward, metres, share, seconds, halt_seconds,
                              passed_at)
    select ${track.id}::uuid, row_number() over (order by edge.id), edge.network_id, edge.id, true, edge.length_metres, 1,
           edge.length_metres / 8, 0, '2026-08-12T08:00Z'
      from road_edge edge
     where edge.grade = 'mapped' and edge.in_guidimakha and edge.highway <> 'path' and not edge.is_ferry
     and edge.length_metres > 200
     order by edge.id limit 50`)
}

function askGraph(encoding: string, headers: Record<string, string> = {}) {
  return region.app.inject({
    url: `/api/roads/graph?date=${DAY}`,
    headers: { 'accept-encoding': encoding, ...headers },
  })
}

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function askApi(path: string, params: object) {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))
  return region.app.inject(`${path}?${query}`)
}

/** What the server answers, without the time that it took. */
async function askServer(path: string, params: object): Promise<unknown> {
  const answer = await askApi(path, params)
  expect(answer.statusCode, answer.body).toBe(200)
  return untimed(answer.json())
}

/** Figures and roads, which the worker tells one after the other. */
function coverageHere(asked: CoverageAsked) {
  return { ...roads.coverage(asked), ...roads.reachedRoads(asked) }
}

/** The same question of the coverage, as the server takes it. */
function coverageInput({ postIds, minutes, access, includeUnconfirmed, changes, ...rest }: CoverageAsked) {
  const { contractPosts: _, crossing, documented, presumed, ...others } = rest
  const network = {
    ...others,
    crossing: String(crossing),
    documented: String(documented),
    presumed: String(presumed),
  }
  return { question: { network, minutes, access, includeUnconfirmed, postIds }, changes }
}

async function askCoverage(path: string, asked: CoverageAsked, more: object = {}): Promise<unknown> {
  const payload = { ...coverageInput(asked), ...more }
  const answer = await region.app.inject({ method: 'POST', url: `/api/coverage/${path}`, payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return untimed(answer.json())
}

function untimed(answer: object): unknown {
  return { ...JSON.parse(JSON.stringify(answer)), computeMilliseconds: 0 }
}

describe('the graph', () => {
  test('comes in the encoding that is accepted, the same bytes in each', async () => {
    const [raw, gzip, brotli] = [
      await askGraph('identity'),
      await askGraph('gzip'),
      await askGraph('gzip, br'),
    ]
    expect(raw.headers['content-encoding']).toBeUndefined()
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(gzip.rawPayload).equals(raw.rawPayload)).toBe(true)
    expect(brotliDecompressSync(brotli.rawPayload).equals(raw.rawPayload)).toBe(true)
    expect(raw.rawPayload.byteLength).toBe(inputs.network.graphBytes)
    const pressed = await region.app.inject({
      url: `/api/roads/inputs?date=${DAY}`,
      headers: { 'accept-encoding': 'br' },
    })
    expect(pressed.headers['content-encoding']).toBe('br')
    const told = JSON.parse(brotliDecompressSync(pressed.rawPayload).toString()) as RoadInputs
    expect(told.network.wireBytes).toBe(brotli.rawPayload.byteLength)
    expect(told.network.wireBytes).toBeLessThan(5_000_000)
  })

  test('is asked again only when it has changed', async () => {
    const first = await askGraph('br')
    const etag = String(first.headers.etag)
    expect(etag).toBe(`"${inputs.network.key}-br"`)
    expect(first.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'private, no-cache',
      vary: 'accept-encoding, cookie',
    })
    const again = await askGraph('br', { 'if-none-match': etag })
    expect([again.statusCode, again.rawPayload.byteLength]).toEqual([304, 0])
    expect((await askGraph('gzip', { 'if-none-match': etag })).statusCode).toBe(200)
  })

  test.each([
    ['/api/roads/graph?date=2026-02-30', 400, 'date-unreadable'],
    ['/api/roads/inputs?date=2026-02-30', 400, 'date-unreadable'],
  ])('%s is refused with %i %s', async (url, status, code) => {
    const answer = await region.app.inject(url)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })
})

describe('the browser answers as the server does', () => {
  test('the states that are compared are not bare', () => {
    expect(inputs.closures.length).toBeGreaterThan(0)
    expect(inputs.edits).toHaveLength(1)
    expect(inputs.learned.map(({ on }) => on.wet.edges.length > 10)).toEqual([true, false, false])
  })

  test.each([
    { minutes: 60 },
    { minutes: 45, date: DAY, access: { maxMetres: 2000, kmh: 4 } },
    { minutes: 90, date: '2026-10-15', vehicle: 'lorry' },
    { minutes: 120, date: DAY, crossing: true, presumed: true, access: { maxMetres: 1000, kmh: 15 } },
    { minutes: 60, vehicle: 'foot' },
    { minutes: 240, documented: false, access: { maxMetres: 5000, kmh: null }, includeUnconfirmed: true },
  ])('coverage with %j', async (facts) => {
    const asked = { ...COVERAGE, ...facts }
    const here = coverageHere(asked)
    expect(here.reachedRoadMetres).toBeGreaterThan(10_000)
    expect(untimed(here)).toEqual(await askCoverage('measure', asked))
  })

  test('coverage of two chosen posts, one of them twice', async () => {
    const [one, two] = inputs.posts.filter(({ position }) => position)
    const asked = { ...COVERAGE, date: DAY, postIds: [two!.postId, one!.postId, two!.postId] }
    expect(untimed(coverageHere(asked))).toEqual(await askCoverage('measure', asked))
  })

  test('coverage under changes: a place opens, a post closes, a road is cut, a closure is lifted', async () => {
    const closed = inputs.posts.find(({ isOperational, position }) => isOperational && position)!
    const changes: CoverageAsked['changes'] = [
      { kind: 'place-opens', placeId: 'essai', name: 'Essai', position: SELIBABY },
      { kind: 'post-closes', postId: closed.postId },
      { kind: 'road-cut', cutId: 'gue', name: 'Essai', position: BAKEL },
      { kind: 'closure-lifted', closureId: inputs.closures[0]!.id },
    ]
    const asked = { ...COVERAGE, date: DAY, changes }
    const here = untimed(coverageHere(asked))
    expect(here).toEqual(await askCoverage('measure', asked))
    expect(here).not.toEqual(untimed(coverageHere({ ...asked, changes: [] })))
  })

  test('who comes to a place of the border, and the time to each place of the region', async () => {
    const asked = { ...COVERAGE, date: DAY, access: { maxMetres: 3000, kmh: 4 } }
    const comers = roads.whoComes({ ...asked, position: BAKEL })
    expect(comers.posts.length).toBeGreaterThan(0)
    expect(untimed(comers)).toEqual(await askCoverage('who-comes', asked, { position: BAKEL }))
    const grid = roads.timeGrid({ ...asked, cellMetres: 5000 })
    expect(grid.centres.length).toBeGreaterThan(20)
    expect(untimed(grid)).toEqual(await askCoverage('time-grid', asked, { cellMetres: 5000 }))
  })

  test('what only the server does is refused: a road is built, a post is not known', () => {
    const road = {
      kind: 'road-built',
      roadId: 'piste',
      name: 'Piste',
      highway: 'track',
      ground: null,
    } as const
    const built = [{ ...road, coordinates: [SELIBABY, BAKEL] }]
    expect(() => coverageHere({ ...COVERAGE, changes: built })).toThrow(/only the server/)
    const closes = [{ kind: 'post-closes', postId: NO_POST } as const]
    expect(() => coverageHere({ ...COVERAGE, changes: closes })).toThrow(/post-unknown/)
  })

  test.each([
    { date: DAY },
    { date: '2026-10-15', against: DAY },
    { date: '2026-05-15', against: '2026-08-15', vehicle: 'motorbike' },
    { date: DAY, crossing: true, presumed: true },
  ])('the day with %j', async (facts) => {
    const asked = { ...DEFAULTS, ...facts }
    const here = roads.day(asked)
    expect(here.roads.features.length + here.difference.features.length).toBeGreaterThan(0)
    expect(untimed(here)).toEqual(await askServer('/api/roads/day', asked))
  })

  test('thirty-six ways between random stops, in six random states', async () => {
    const seed = Number(process.env.BORNE_TEST_WAYS_SEED ?? Date.now() % 1_000_000)
    console.log(`ways of BORNE_TEST_WAYS_SEED=${seed}`)
    const random = new Random(seed)
    const count = { found: 0, missing: 0 }
    const states = Array.from({ length: 6 }, () => randomState(random))
    for (const state of [...states, ...states, ...states, ...states, ...states, ...states]) {
      const asked = randomWay(random, inputs, state)
      const here = roads.way(asked)
      expect(untimed(here), JSON.stringify(asked)).toEqual(await askServer('/api/ways', wayParams(asked)))
      count[here.seconds === null ? 'missing' : 'found']++
    }
    expect(Math.min(count.found, count.missing), JSON.stringify(count)).toBeGreaterThan(2)
  }, 180_000)

  test('a way with others beside it', async () => {
    const asked = { ...WAY, crossing: true, stops: [KANKOSSA, BAKEL], alternatives: true }
    const here = roads.way(asked)
    expect(here.alternatives.length).toBeGreaterThan(0)
    expect(untimed(here)).toEqual(await askServer('/api/ways', wayParams(asked)))
  })

  test('the way by pirogue, with the vehicle that goes on', async () => {
    const asked = { ...WAY, crossing: true, onward: 'foot', stops: [SELIBABY, BAKEL] }
    const here = roads.way(asked)
    expect(here.byPirogue?.stages.map(({ vehicle }) => vehicle)).toEqual(['4x4', 'pirogue', 'foot'])
    expect(here.byPirogue?.stages.map(({ litres }) => litres === null)).toEqual([false, false, true])
    expect(untimed(here)).toEqual(await askServer('/api/ways', wayParams(asked)))
  })

  test.each([
    [{ stops: [SELIBABY, [2.35, 48.85]] }, 'does not reach 2.35,48.85', 'stop-outside-region'],
    [{ stops: [SELIBABY, NO_POST] }, `no position for the post ${NO_POST}`, 'stop-post-unknown'],
    [{ stops: [SELIBABY, BAKEL], areas: [CROSSED] }, 'area 1 crosses itself', 'avoid-crosses-itself'],
    [{ stops: [SELIBABY, BAKEL], onward: 'tapis-volant' }, 'no vehicle tapis-volant', 'vehicle-unknown'],
  ] as [Partial<WayAsked>, string, string][])(
    'a way that is refused by both: %j',
    async (facts, words, code) => {
      const asked = { ...WAY, ...facts }
      expect(() => roads.way(asked)).toThrow(words)
      const answer = await askApi('/api/ways', wayParams(asked))
      expect(answer.json().code).toBe(code)
    },
  )

  test('what its inputs do not hold it does not answer', () => {
    expect(() => coverageHere({ ...COVERAGE, vehicle: 'tapis-volant' })).toThrow(
      'know no vehicle tapis-volant',
    )
    expect(() => openRoads(new ArrayBuffer(64))).toThrow('not packed roads')
    const other = { ...inputs, versions: [...inputs.versions, { id: 99, validFrom: '2026-12-01' }] }
    roads.takeInputs(other)
    expect(() => roads.day({ ...DEFAULTS, date: '2026-12-24' })).toThrow('another version')
    expect(roads.day({ ...DEFAULTS, date: DAY }).state.network.id).toBe(inputs.network.id)
    roads.takeInputs(inputs)
  })
})

import { randomUUID } from 'node:crypto'
import type { Geometry } from 'geojson'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CoverageEvidence,
  CoverageEvidences,
  RecomputedEvidence,
} from '../../api/src/features/coverage/evidence-contract.ts'
import {
  Coverage,
  CriticalLinks,
  TimeGrid,
  WhoComes,
} from '../../api/src/features/coverage/measure-contract.ts'
import type { AskedCoverage } from '../../api/src/features/coverage/question-contract.ts'
import { CoverageScenario } from '../../api/src/features/coverage/scenario-contract.ts'
import { SitingAnswer } from '../../api/src/features/coverage/siting-contract.ts'
import type { BorderPosts } from '../../api/src/features/posts/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { openRegionApp } from '../support/region-app.ts'

let region: Awaited<ReturnType<typeof openRegionApp>>
let posts: BorderPosts['features']

beforeAll(async () => {
  region = await openRegionApp()
  const answer = await region.app.inject('/api/posts?limit=1000')
  posts = (answer.json() as BorderPosts).features
}, 240_000)
afterAll(() => region?.close())

function post(name: string): string {
  const found = posts.find(({ properties }) => properties.name === name)
  if (!found) throw new Error(`no post ${name} among ${posts.map((p) => p.properties.name).join(', ')}`)
  return String(found.id)
}

async function send(path: string, payload: object) {
  const answer = await region.app.inject({ method: 'POST', url: `/api/coverage/${path}`, payload })
  return { status: answer.statusCode, body: answer.json() }
}

async function measure(question: object = {}, more: object = {}): Promise<Coverage> {
  const { status, body } = await send('measure', { question, ...more })
  expect([status, body.code, body.detail]).toEqual([200, undefined, undefined])
  return Coverage.parse(body)
}

function coordinatesOf(geometry: Geometry | null): unknown {
  return geometry && 'coordinates' in geometry ? geometry.coordinates : null
}

async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
  return text
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const near = { maxMetres: 1000, kmh: null }

describe('a measure', () => {
  test('adds up: segments to the border, gaps to what is left, catchments and bands to the whole', async () => {
    const found = await measure({ postIds: [post('Gouraye')] })
    expect(sum(found.segments.map(({ reachedMetres }) => reachedMetres))).toBeCloseTo(
      found.reachedBorderMetres,
      3,
    )
    expect(sum(found.segments.map(({ lengthMetres }) => lengthMetres))).toBeCloseTo(found.borderMetres, 3)
    expect(found.borderMetres).toBeGreaterThan(255_000)
    expect(found.borderMetres).toBeLessThan(270_000)
    expect(found.reachedBorderMetres).toBeGreaterThan(0)
    const gaps = sum(found.gaps.map(({ lengthMetres }) => lengthMetres))
    expect(gaps + found.reachedBorderMetres).toBeCloseTo(found.borderMetres, 1)
    const drawn = sum(found.roads.features.map(({ properties }) => properties.lengthMetres))
    expect(Math.abs(drawn - found.reachedRoadMetres)).toBeLessThan(20)
    expect(found.bands).toEqual([10, 20, 30, 40, 50, 60])
    expect(found.crossings).toHaveLength(18)
  })

  test('grows with time and with the distance off the road', async () => {
    const postIds = [post('Gouraye')]
    const first = await measure({ postIds, minutes: 30, access: near })
    const longer = await measure({ postIds, minutes: 90, access: near })
    const wider = await measure({ postIds, minutes: 30, access: { ...near, maxMetres: 5000 } })
    const slower = await measure({ postIds, minutes: 30, access: { maxMetres: 5000, kmh: 4 } })
    expect(longer.reachedBorderMetres).toBeGreaterThan(first.reachedBorderMetres)
    expect(wider.reachedBorderMetres).toBeGreaterThan(first.reachedBorderMetres)
    expect(slower.reachedBorderMetres).toBeLessThan(wider.reachedBorderMetres)
    expect(longer.settlements.length).toBeGreaterThan(first.settlements.length)
  })

  test('names settlements soonest first, and counts an unknown population as unknown', async () => {
    const found = await measure({ postIds: [post('Gouraye')], minutes: 90 })
    const seconds = found.settlements.map((settlement) => settlement.seconds)
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b))
    const unknown = found.settlements.filter(({ population }) => population === null)
    expect(found.population.unknownCount).toBe(unknown.length)
    expect(found.settlements.find(({ name }) => name === 'Sélibaby')?.population).toBe(18_424)
    expect(found.population.known).toBeGreaterThanOrEqual(18_424)
    expect(found.population.low).toBeLessThan(found.population.known)
    expect(found.population.high).toBeGreaterThan(found.population.known)
  })

  test('does not swim: without crossing, no settlement of the other bank', async () => {
    const asked = { postIds: [post('Gouraye')], minutes: 120 }
    const home = await measure(asked)
    const abroad = await measure({ ...asked, network: { crossing: 'true' } })
    const names = (coverage: Coverage) => coverage.settlements.map(({ name }) => name)
    expect(names(home)).not.toContain('Bakel')
    expect(names(abroad)).toContain('Bakel')
  })

  test('starts by default from every operational post, unconfirmed positions left out and told', async () => {
    const found = await measure()
    const operational = posts.filter(({ properties }) => properties.physicalStatus === 'operational')
    expect(found.posts.map(({ postId }) => postId).sort()).toEqual(
      operational.map(({ id }) => String(id)).sort(),
    )
    for (const start of found.posts) {
      const confidence = posts.find(({ id }) => id === start.postId)?.properties.positionConfidence
      expect(start.isUsed).toBe(confidence !== 'unconfirmed')
    }
    const included = await measure({ postIds: [post('Baydiam')], includeUnconfirmed: true })
    expect(included.posts[0]?.leftOutBecause).not.toBe('unconfirmed')
  })

  test('without any post is a border that nobody comes to, not an error', async () => {
    const found = await measure({ postIds: [] })
    expect([found.posts, found.reachedBorderMetres, found.reachedRoadMetres]).toEqual([[], 0, 0])
    expect(found.gaps.every(({ nearest }) => nearest === null)).toBe(true)
  })

  test('of six hours is sent in less than a megabyte', async () => {
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/coverage/measure',
      payload: { question: { minutes: 360, network: { crossing: 'true' } } },
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(answer.rawPayload.length).toBeLessThan(1_000_000)
  })

  test('tells who comes to a place of the border, as the profile does', async () => {
    const found = await measure()
    const [profile] = found.profiles
    const gap = found.border.features.find(({ properties }) => properties.inReach)!
    const [position] = coordinatesOf(gap.geometry) as number[][]
    const { status, body } = await send('who-comes', { position })
    expect(status).toBe(200)
    const comers = WhoComes.parse(body)
    expect(comers.posts.length).toBeGreaterThan(0)
    const own = found.profiles.find(({ segmentId }) => segmentId === comers.segmentId)!
    const away = own.atMetres.map((at) => Math.abs(at - comers.atMetres))
    const piece = away.indexOf(Math.min(...away))
    expect(Math.abs(own.p50Seconds[piece]! - comers.posts[0]!.p50Seconds)).toBeLessThanOrEqual(1)
    expect(profile?.atMetres.length).toBeGreaterThan(100)
  })
})

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const road = (coordinates: number[][]) => ({
  kind: 'road-built',
  roadId: randomUUID().slice(0, 8),
  name: 'Piste neuve',
  highway: 'track',
  ground: null,
  coordinates,
})
const cut = { kind: 'road-cut', cutId: randomUUID().slice(0, 8), name: 'Gué', position: [-12.18, 15.15] }

describe('what cannot be measured is refused, by its field', () => {
  test.each<[object, string, number, string]>([
    [{ question: { minutes: 0 } }, 'validation-failed', 400, 'question.minutes'],
    [{ question: { minutes: 10_000 } }, 'validation-failed', 400, 'question.minutes'],
    [{ question: { access: { maxMetres: -1, kmh: null } } }, 'validation-failed', 400, 'maxMetres'],
    [{ question: { postIds: ['nobody'] } }, 'validation-failed', 400, 'question.postIds'],
    [{ question: { postIds: [UNKNOWN] } }, 'coverage-post-unknown', 404, 'question.postIds.0'],
    [{ question: { network: { date: '2026-02-30' } } }, 'date-unreadable', 400, ''],
    [{ scenarioId: UNKNOWN }, 'coverage-scenario-not-found', 404, ''],
    [
      { changes: [{ kind: 'post-closes', postId: UNKNOWN }] },
      'coverage-change-post-unknown',
      404,
      'changes.0.postId',
    ],
    [
      { changes: [{ kind: 'works-done', contractId: UNKNOWN, on: '2027-01-01' }] },
      'coverage-change-contract-unknown',
      404,
      'changes.0.contractId',
    ],
    [
      {
        question: { network: { date: '2026-08-15' } },
        changes: [{ kind: 'closure-lifted', closureId: UNKNOWN }],
      },
      'coverage-change-closure-unknown',
      404,
      'changes.0.closureId',
    ],
    [{ changes: [cut] }, 'coverage-change-needs-day', 400, 'changes.0'],
    [{ changes: [road([[-12.1, 15.1]])] }, 'coverage-road-too-short', 400, 'changes.0.coordinates'],
    [
      {
        changes: [
          road([
            [-12.1, 15.1],
            [-12.1, 15.1],
          ]),
        ],
      },
      'coverage-road-length-unfit',
      400,
      'changes.0.coordinates',
    ],
    [
      {
        changes: [
          road([
            [-12.1, 15.1],
            [-12.0, 15.2],
            [-12.0, 15.1],
            [-12.1, 15.2],
          ]),
        ],
      },
      'coverage-road-crosses-itself',
      400,
      'changes.0.coordinates',
    ],
    [
      {
        changes: [
          { kind: 'place-opens', placeId: randomUUID().slice(0, 8), name: 'Loin', position: [2, 48] },
        ],
      },
      'coverage-outside-region',
      400,
      'changes.0.position',
    ],
    [
      {
        changes: Array.from({ length: 21 }, () =>
          road([
            [-12.1, 15.1],
            [-12.0, 15.2],
          ]),
        ),
      },
      'coverage-too-many-roads',
      400,
      'changes',
    ],
  ])('%# $1', async (asked, code, status, field) => {
    const answer = await send('measure', asked)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    if (field) expect(answer.body.errors[0].field).toContain(field)
  })
})

describe('changes', () => {
  test('open and close posts, and those that change nothing are told', async () => {
    const alone = { question: { postIds: [post('Gouraye')] } }
    const before = await measure(alone.question)
    const place = {
      kind: 'place-opens',
      placeId: randomUUID().slice(0, 8),
      name: 'Colline',
      position: [-12.18, 15.16],
    }
    const more = await measure(alone.question, {
      changes: [{ kind: 'post-opens', postId: post('Gouraye') }, place],
    })
    expect(more.idleChanges).toEqual([{ index: 0, reason: 'already-counts' }])
    expect(more.posts.map(({ name }) => name)).toEqual(['Gouraye', 'Colline'])
    expect(more.settlements.length).toBeGreaterThan(before.settlements.length)
    const none = await measure(alone.question, {
      changes: [{ kind: 'post-closes', postId: post('Gouraye') }],
    })
    expect(none.reachedBorderMetres).toBe(0)
  })

  test('build a road on which posts come farther, and the roads without it stay as they are', async () => {
    const question = { postIds: [post('Gouraye')], minutes: 40 }
    const before = await measure(question)
    const gap = before.gaps.find(({ lengthMetres, nearest }) => nearest !== null && lengthMetres > 3000)!
    const at = gap.coordinates[Math.floor(gap.coordinates.length / 2)]!
    const start = coordinatesOf(posts.find(({ id }) => String(id) === post('Gouraye'))!.geometry)
    const built = { ...road([start as number[], at]), highway: 'primary' }
    const after = await measure(question, { changes: [built] })
    expect(after.reachedBorderMetres).toBeGreaterThan(before.reachedBorderMetres)
    expect((await measure(question)).reachedBorderMetres).toBe(before.reachedBorderMetres)
  }, 120_000)

  test('cut a road, and what is lost is found among the critical links', async () => {
    const question = { postIds: [post('Gouraye')], network: { date: '2027-05-15' } }
    const before = await measure(question)
    const { status, body } = await send('critical-links', { question, seconds: 20 })
    expect([status, body.code]).toEqual([200, undefined])
    const { links } = CriticalLinks.parse(body)
    const lost = links.map(({ lostMetres }) => lostMetres)
    expect(lost).toEqual([...lost].sort((a, b) => b - a))
    const [worst] = links
    if (worst) {
      const after = await measure(question, {
        changes: [
          { kind: 'road-cut', cutId: randomUUID().slice(0, 8), name: 'Essai', position: worst.position },
        ],
      })
      expect(after.reachedBorderMetres).toBeLessThan(before.reachedBorderMetres)
    }
  }, 60_000)
})

test('a scenario is measured by its name', async () => {
  const question = { postIds: [post('Gouraye')], minutes: 45 }
  const added = await send('scenarios', {
    name: 'Essai',
    note: '',
    question,
    changes: [{ kind: 'post-closes', postId: post('Gouraye') }],
  })
  expect([added.status, added.body.code]).toEqual([201, undefined])
  const { id } = CoverageScenario.parse(added.body)
  const { body } = await send('measure', { scenarioId: id })
  expect(Coverage.parse(body)).toMatchObject({ minutes: 45, posts: [], reachedBorderMetres: 0 })
})

describe('evidence', () => {
  test('gives the same figures again, from the record alone', async () => {
    const asked: Partial<AskedCoverage> & { name: string } = {
      name: 'Mai',
      question: { postIds: [post('Gouraye')], network: { date: '2027-05-15' } } as never,
    }
    const { status, body } = await send('evidence', asked)
    expect([status, body.code]).toEqual([201, undefined])
    const kept = CoverageEvidence.parse(body)
    expect(kept.isDemonstration).toBe(true)
    const measured = await measure(asked.question as object)
    expect(kept.figures.reachedBorderMetres).toBe(measured.reachedBorderMetres)
    const again = RecomputedEvidence.parse((await send(`evidence/${kept.id}/recompute`, {})).body)
    expect(again).toMatchObject({ isSame: true, differences: [], changedInputs: [] })
    const list = CoverageEvidences.parse((await region.app.inject('/api/coverage/evidence')).json())
    expect(list.items.map(({ id }) => id)).toContain(kept.id)
  })

  test('is exported with how it was made: border by the minute, gaps, a page with the map in two languages', async () => {
    const { body } = await send('evidence', { name: 'Export', question: { minutes: 45 } })
    const { id, figures } = CoverageEvidence.parse(body)
    const fetchAs = (format: string) => region.app.inject(`/api/coverage/evidence/${id}/export/${format}`)
    const geojson = (await fetchAs('geojson')).json()
    expect(geojson.mark).toContain('DÉMONSTRATION')
    expect(geojson.metadata).toMatchObject({ id, reachedBorderMetres: figures.reachedBorderMetres })
    expect(geojson.metadata.inputs.groundDigest).toMatch(/^[0-9a-f]{64}$/)
    const ofKind = (kind: string): { properties: Record<string, number | boolean> }[] =>
      geojson.features.filter((one: { properties: { kind: string } }) => one.properties.kind === kind)
    const drawn = ofKind('border').map(({ properties }) => properties)
    const lengthOf = (stretches: typeof drawn) =>
      sum(stretches.map(({ fromMetres, toMetres }) => Number(toMetres) - Number(fromMetres)))
    expect(lengthOf(drawn)).toBeCloseTo(figures.borderMetres, 0)
    expect(lengthOf(drawn.filter(({ inReach }) => inReach))).toBeCloseTo(figures.reachedBorderMetres, 0)
    expect(drawn.every(({ inReach, minutes }) => !inReach || Number(minutes) <= 45)).toBe(true)
    expect(ofKind('gap')).toHaveLength(figures.gaps.length)
    const csv = (await fetchAs('csv')).body
    expect(csv.split('\r\n')).toHaveLength(1 + figures.segments.length + figures.gaps.length + 1)
    for (const [query, words] of [
      ['', 'hors d’atteinte'],
      ['?language=en', 'out of reach'],
    ]) {
      const answer = await fetchAs(`pdf${query}`)
      expect(answer.headers['content-disposition']).toContain('DEMONSTRATION')
      const pages = await pdfPages(answer.rawPayload)
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain(words)
      expect(pages[0]).toContain(id)
    }
  }, 60_000)

  test('is not kept of no post at all', async () => {
    const answer = await send('evidence', { name: 'Rien', question: { postIds: [] } })
    expect([answer.status, answer.body.code]).toEqual([422, 'coverage-no-posts'])
  })
})

describe('siting', () => {
  const candidates = {
    settlements: { places: null, area: null, maxBorderMetres: 5000 },
    crossings: true,
    points: [],
  }
  const asked = {
    question: { postIds: null },
    model: 'covering',
    demand: 'border',
    candidates,
    count: 2,
    budget: null,
  }

  test('finds the next two posts, with proof, runner-up and curve; measured again, they bring what was said', async () => {
    const answer = await region.app.inject({
      method: 'POST',
      url: '/api/coverage/siting',
      payload: asked,
      headers: { accept: 'application/x-ndjson' },
    })
    expect(answer.headers['content-type']).toContain('application/x-ndjson')
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => SitingAnswer.parse(JSON.parse(line)))
    expect(lines.map(({ stage }) => stage)).toEqual(['preview', 'sites', 'runner-up', 'complete'])
    const last = lines.at(-1)!
    expect(last.places).toHaveLength(2)
    expect(last.isOptimal).toBe(true)
    expect(last.runnerUp?.behind).toBeGreaterThanOrEqual(0)
    expect(last.curve.map(({ count }) => count)).toEqual([0, 1, 2])
    expect(last.value.objective! - last.before.objective!).toBeCloseTo(
      sum(last.places.map(({ gain }) => gain!)),
      0,
    )
    const places = last.places.map(({ name, position }) => ({
      kind: 'place-opens',
      placeId: randomUUID().slice(0, 8),
      name,
      position,
    }))
    const [before, after] = [await measure(), await measure({}, { changes: places })]
    const gained = after.reachedBorderMetres - before.reachedBorderMetres
    const promised = last.value.objective! - last.before.objective!
    expect(Math.abs(gained - promised)).toBeLessThan(0.05 * promised + 2000)
  }, 60_000)

  test.each<[object, string, number]>([
    [
      { budget: 5, count: null, costs: { settlement: 9, crossing: 9, point: 9 } },
      'coverage-siting-budget-too-small',
      422,
    ],
    [{ count: null }, 'coverage-siting-no-limit', 400],
    [
      { candidates: { settlements: null, crossings: false, points: [] } },
      'coverage-siting-no-candidates',
      422,
    ],
    [
      {
        candidates: {
          settlements: null,
          crossings: false,
          points: Array.from({ length: 5000 }, (_, index) => ({
            id: String(index),
            name: 'Point',
            position: [-12.1, 15.1],
            cost: null,
          })),
        },
      },
      'coverage-too-many-candidates',
      422,
    ],
    [
      {
        candidates: {
          ...candidates,
          settlements: {
            places: null,
            maxBorderMetres: null,
            area: {
              type: 'Polygon',
              coordinates: [
                [
                  [-12, 15],
                  [-11, 16],
                  [-11, 15],
                  [-12, 16],
                  [-12, 15],
                ],
              ],
            },
          },
        },
      },
      'coverage-area-crosses-itself',
      400,
    ],
    [
      {
        candidates: {
          ...candidates,
          settlements: { places: null, maxBorderMetres: null, area: { type: 'Point', coordinates: [0, 0] } },
        },
      },
      'coverage-area-unreadable',
      400,
    ],
    [
      {
        candidates: {
          settlements: null,
          crossings: false,
          points: [0, 1].map(() => ({ id: 'a', name: 'A', position: [-12.1, 15.1], cost: null })),
        },
      },
      'coverage-point-twice',
      400,
    ],
  ])('%# is refused: $1', async (facts, code, status) => {
    const few = { ...candidates, settlements: null }
    const answer = await send('siting', { ...asked, candidates: few, ...facts })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

test('times over the region come in hexagons', async () => {
  const { status, body } = await send('time-grid', { question: {}, cellMetres: 5000 })
  expect([status, body.code]).toEqual([200, undefined])
  const grid = TimeGrid.parse(body)
  expect(grid.centres.length).toBeGreaterThan(50)
  expect(grid.seconds).toHaveLength(grid.centres.length)
})

test('kept figures tell which of their inputs is another now, and what that changes', async () => {
  const question = { postIds: [post('Gouraye')], minutes: 40 }
  const { body } = await send('evidence', { name: 'Avant la route', question })
  const { id, figures } = CoverageEvidence.parse(body)
  const gap = figures.gaps.find(({ lengthMetres, nearest }) => nearest !== null && lengthMetres > 3000)!
  const at = gap.coordinates[Math.floor(gap.coordinates.length / 2)]!
  const start = coordinatesOf(posts.find((one) => String(one.id) === post('Gouraye'))!.geometry)
  const line = JSON.stringify({ type: 'LineString', coordinates: [start, at] })
  await region.app.systemDb.run(sql`
    insert into road_edit (kind, geom, highway, origin, state)
    values ('add', st_setsrid(st_geomfromgeojson(${line}), 4326), 'primary', 'drawn', 'accepted')`)
  // The roads are looked at anew once a second.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const again = RecomputedEvidence.parse((await send(`evidence/${id}/recompute`, {})).body)
  expect([again.isSame, again.changedInputs]).toEqual([false, ['roads']])
  const reached = again.differences.find(({ figure }) => figure === 'reachedBorderMetres')!
  expect(Number(reached.is)).toBeGreaterThan(Number(reached.was))
}, 120_000)
